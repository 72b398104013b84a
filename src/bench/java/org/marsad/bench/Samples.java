package org.marsad.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marsad.text.SourceDocument;

/** Articles of an even length, made of the project's samples: each is cut or repeated to the length asked for. */
final class Samples {
    /** Mean size of a news article as the wire services send it; what the figures are stated for. */
    static final int ARTICLE_BYTES = 3600;

    private Samples() {}

    /**
     * @param bytes UTF-8 length of each document, to within one paragraph
     */
    static List<SourceDocument> ofBytes(int bytes) {
        var result = new ArrayList<SourceDocument>();
        for (Path file : files()) {
            try {
                result.add(SourceDocument.of(file.getFileName().toString(), sized(Files.readString(file), bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return result;
    }

    private static List<Path> files() {
        try (var files = Files.list(Path.of("samples/articles"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sized(String text, int bytes) {
        var result = new StringBuilder();
        int length = 0;
        while (true) {
            for (String paragraph : text.split("(?<=\n)")) {
                if (length >= bytes) {
                    return result.toString();
                }
                result.append(paragraph);
                length += paragraph.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            }
            result.append('\n');
            length++;
        }
    }
}
