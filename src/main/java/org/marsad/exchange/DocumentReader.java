package org.marsad.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.text.SourceDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads documents from files: a plain text is one, a {@code .jsonl} file holds one a line, read as a stream. */
final class DocumentReader {
    /** No article comes near this; what is longer is something else. */
    static final int LONGEST = 32 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable LocalDate published;

    /**
     * @param published for documents that give no date themselves, or null
     */
    DocumentReader(@Nullable LocalDate published) {
        this.published = published;
    }

    /** A document, or the reason why there is none. */
    sealed interface Read {
        record Document(SourceDocument document) implements Read {}

        record Failure(String reason) implements Read {}
    }

    /** Passes on each document of an input in order; {@code -} is standard input. */
    void read(String input, InputStream standardInput, Consumer<Read> sink) {
        if (input.equals("-")) {
            sink.accept(plain(input, standardInput));
            return;
        }
        var path = Path.of(input);
        if (Files.isDirectory(path)) {
            sink.accept(new Read.Failure(input + ": is a directory; name the files in it"));
            return;
        }
        try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            if (input.endsWith(".jsonl")) {
                lines(input, in, sink);
            } else {
                sink.accept(plain(input, in));
            }
        } catch (NoSuchFileException e) {
            sink.accept(new Read.Failure(input + ": no such file"));
        } catch (IOException e) {
            sink.accept(new Read.Failure(input + ": cannot be read: " + e.getMessage()));
        }
    }

    private Read plain(String input, InputStream in) {
        try {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                return new Read.Failure(input + ": longer than " + (LONGEST >> 20) + " MB; split it into its articles");
            }
            return document(input, new SourceDocument(input, decoded(bytes), null, published));
        } catch (CharacterCodingException e) {
            return new Read.Failure(input + ": is not UTF-8 text; convert it first (iconv -t UTF-8)");
        } catch (IOException e) {
            return new Read.Failure(input + ": cannot be read: " + e.getMessage());
        }
    }

    private static Read document(String where, SourceDocument document) {
        if (document.text().indexOf('\0') >= 0) {
            return new Read.Failure(where + ": is binary, not text");
        }
        if (document.text().isBlank()) {
            return new Read.Failure(where + ": is empty");
        }
        return new Read.Document(document);
    }

    private void lines(String input, InputStream in, Consumer<Read> sink) throws IOException {
        var line = new ByteArrayOutputStream();
        int number = 0;
        boolean more = true;
        while (more) {
            line.reset();
            long length = 0;
            int b;
            while ((b = in.read()) >= 0 && b != '\n') {
                if (length++ < LONGEST) {
                    line.write(b);
                }
            }
            more = b >= 0;
            number++;
            var where = input + ":" + number;
            if (length >= LONGEST) {
                sink.accept(new Read.Failure(where + ": line longer than " + (LONGEST >> 20) + " MB"));
            } else if (length > 0) {
                json(where, line.toByteArray(), sink);
            }
        }
    }

    private void json(String where, byte[] line, Consumer<Read> sink) {
        try {
            var text = decoded(line);
            if (!text.isBlank()) {
                sink.accept(document(where, document(JSON.readTree(text))));
            }
        } catch (CharacterCodingException e) {
            sink.accept(new Read.Failure(where + ": is not UTF-8"));
        } catch (JacksonException e) {
            sink.accept(new Read.Failure(where + ": is not JSON: " + e.getOriginalMessage()));
        } catch (DateTimeException e) {
            sink.accept(new Read.Failure(where + ": \"published\" is not a date like 2025-02-20"));
        } catch (IllegalArgumentException e) {
            sink.accept(new Read.Failure(where + ": " + e.getMessage()));
        }
    }

    private SourceDocument document(JsonNode node) {
        var date = node.path("published");
        return new SourceDocument(
                string(node, "document"),
                string(node, "text"),
                node.path("title").isString() ? node.path("title").stringValue() : null,
                date.isMissingNode() || date.isNull() ? published : LocalDate.parse(date.asString()));
    }

    private static String string(JsonNode node, String field) {
        var value = node.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("wants an object with the texts \"document\" and \"text\"; \"" + field
                    + "\" is missing or no text");
        }
        return value.stringValue();
    }

    /** UTF-8 with its byte order mark dropped. */
    private static String decoded(byte[] bytes) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
