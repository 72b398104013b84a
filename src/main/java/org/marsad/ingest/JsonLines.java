package org.marsad.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.text.SourceDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document a line: {@code {"document": id, "text": …, "title"?: …, "published"?: "2025-02-20"}}. A bad line spoils
 * nothing but itself.
 */
final class JsonLines {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private JsonLines() {}

    /** Passes on what the lines after {@code afterLine} hold; blank ones are passed over. */
    static void read(InputStream in, Limits limits, long afterLine, Consumer<SourceItem> sink) throws IOException {
        var lines = new ByteLines(in, limits.lineBytes());
        long number = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (number > afterLine) {
                var item = item(number, line, limits);
                if (item != null) {
                    sink.accept(item);
                }
            }
        }
    }

    private static @Nullable SourceItem item(long number, ByteLines.Line line, Limits limits) {
        if (line.tooLong()) {
            return refused(
                    number,
                    "it is longer than %,d bytes; no article is".formatted(limits.lineBytes()),
                    new String(line.bytes(), StandardCharsets.UTF_8));
        }
        int from = number == 1 && hasMark(line.bytes()) ? 3 : 0;
        var text = TextDecoder.strictly(line.bytes(), from, StandardCharsets.UTF_8);
        if (text == null) {
            return refused(number, "it is not UTF-8; JSON Lines are", new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return text.isBlank() ? null : item(number, text);
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF;
    }

    private static SourceItem item(long number, String line) {
        try {
            var node = JSON.readTree(line);
            var id = node.path("document");
            var text = node.path("text");
            if (!id.isString() || !text.isString()) {
                return refused(
                        number,
                        "it wants the texts \"document\" and \"text\"; \"%s\" is missing or no text"
                                .formatted(id.isString() ? "text" : "document"),
                        line);
            }
            if (text.stringValue().isBlank()) {
                return refused(number, "its text is empty", line);
            }
            var title = node.path("title");
            return new SourceItem.Readable(
                    number,
                    new SourceDocument(
                            id.stringValue(),
                            text.stringValue(),
                            title.isString() && !title.stringValue().isBlank() ? title.stringValue() : null,
                            published(node.path("published"))));
        } catch (JacksonException e) {
            return refused(number, "it is not JSON: " + e.getOriginalMessage(), line);
        } catch (DateTimeException e) {
            return refused(number, "its \"published\" is no date like 2025-02-20", line);
        }
    }

    /** A day, or the day of a point in time: 2025-02-20T10:00:00Z. */
    private static @Nullable LocalDate published(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        var text = node.asString();
        return LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
    }

    private static SourceItem refused(long number, String reason, String line) {
        return new SourceItem.Refused(number, reason, DocumentCoder.excerpt(line));
    }
}
