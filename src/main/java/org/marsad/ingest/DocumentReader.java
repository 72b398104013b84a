package org.marsad.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.marsad.text.SourceDocument;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the documents of a file, one after the other, never the whole of a long file at once. */
public final class DocumentReader {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DocumentReader() {}

    /**
     * Passes on each document of a file, or the reason why one cannot be read. Never fails otherwise.
     *
     * @param name the document's id, where the file gives none
     * @param afterLine of a file with a document a line: the lines up to this one are left out
     * @param sink may block, and may end the reading by an exception of its own
     */
    public static void read(Path file, String name, long afterLine, Consumer<SourceItem> sink) {
        try {
            if (SourceFiles.isLines(file)) {
                readLines(file, afterLine, sink);
            } else {
                String text = Files.readString(file);
                sink.accept(
                        text.isBlank()
                                ? new SourceItem.Refused(0, "it is empty", "")
                                : new SourceItem.Readable(0, SourceDocument.of(name, text)));
            }
        } catch (CharacterCodingException e) {
            sink.accept(new SourceItem.Refused(0, "it is not UTF-8 text", ""));
        } catch (IOException e) {
            sink.accept(new SourceItem.Refused(0, "it cannot be read: " + e.getMessage(), ""));
        }
    }

    private static void readLines(Path file, long afterLine, Consumer<SourceItem> sink) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (number > afterLine && !line.isBlank()) {
                    sink.accept(item(number, line));
                }
            }
        }
    }

    private static SourceItem item(long number, String line) {
        try {
            var node = JSON.readTree(line);
            if (!node.path("document").isString() || !node.path("text").isString()) {
                return new SourceItem.Refused(number, "it lacks \"document\" or \"text\"", DocumentCoder.excerpt(line));
            }
            return new SourceItem.Readable(
                    number,
                    new SourceDocument(
                            node.path("document").asString(),
                            node.path("text").asString(),
                            node.path("title").asStringOpt().orElse(null),
                            node.path("published")
                                    .asStringOpt()
                                    .map(LocalDate::parse)
                                    .orElse(null)));
        } catch (JacksonException e) {
            return new SourceItem.Refused(
                    number, "it is not JSON: " + e.getOriginalMessage(), DocumentCoder.excerpt(line));
        } catch (java.time.DateTimeException e) {
            return new SourceItem.Refused(
                    number, "its \"published\" is no date like 2025-02-20", DocumentCoder.excerpt(line));
        }
    }
}
