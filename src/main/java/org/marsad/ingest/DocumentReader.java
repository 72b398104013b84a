package org.marsad.ingest;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.marsad.text.SourceDocument;

/**
 * Reads the documents of a file: a plain text or a web page is one, JSON Lines hold one a line; each may be gzipped.
 * What a file is, is told by its name, else by its beginning. A long file is never held in memory as a whole.
 */
public final class DocumentReader {
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 1024;

    private DocumentReader() {}

    /**
     * Passes on each document of a file, or the reason why one cannot be read. Never fails otherwise.
     *
     * @param name the document's id, where the file gives none
     * @param afterLine of a file with a document a line: the lines up to this one are left out
     * @param sink may block, and may end the reading by an exception of its own
     */
    public static void read(Path file, String name, long afterLine, Consumer<SourceItem> sink) {
        read(file, name, afterLine, Limits.DEFAULT, sink);
    }

    /** The same with limits of one's own. */
    public static void read(Path file, String name, long afterLine, Limits limits, Consumer<SourceItem> sink) {
        try (var in = open(file)) {
            if (SourceFiles.isLines(file) || !SourceFiles.isKnown(file) && looksLikeLines(in)) {
                JsonLines.read(in, limits, afterLine, sink);
            } else {
                sink.accept(whole(in, file, name, limits));
            }
        } catch (NoSuchFileException e) {
            sink.accept(new SourceItem.Refused(0, "there is no such file", ""));
        } catch (ZipException | EOFException e) {
            sink.accept(new SourceItem.Refused(0, "its compression is damaged: get it again", ""));
        } catch (IOException e) {
            sink.accept(new SourceItem.Refused(0, "it cannot be read: " + e.getMessage(), ""));
        }
    }

    /** A file's bytes, decompressed where it is gzipped. */
    static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
            in.reset();
            return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether a file without a telling name begins with an object that has a line for itself. */
    private static boolean looksLikeLines(InputStream in) throws IOException {
        in.mark(HEAD);
        var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).stripLeading();
        in.reset();
        return head.startsWith("{\"") && (head.contains("\"document\"") || head.contains("\"text\""));
    }

    private static SourceItem whole(InputStream in, Path file, String name, Limits limits) throws IOException {
        boolean named = SourceFiles.isHtml(file);
        int limit = named ? limits.htmlBytes() : limits.textBytes();
        var bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            return refused("it is longer than %,d bytes; no article is: split it".formatted(limit), "");
        }
        var decoded = named ? HtmlText.decode(bytes) : TextDecoder.decode(bytes);
        return switch (decoded) {
            case Decoded.Refusal(String reason) -> refused(reason, "");
            case Decoded.Text(String text, var charset) -> {
                if (!named && !HtmlText.isHtml(text)) {
                    yield item(SourceDocument.of(name, text), "it is empty");
                }
                if (text.length() > limits.htmlBytes()) {
                    yield refused("it is a web page of more than %,d characters".formatted(limits.htmlBytes()), "");
                }
                yield item(HtmlText.extract(name, text), "there is no text on this page");
            }
        };
    }

    private static SourceItem item(SourceDocument document, String ifEmpty) {
        return document.text().isBlank() ? refused(ifEmpty, "") : new SourceItem.Readable(0, document);
    }

    private static SourceItem refused(String reason, String excerpt) {
        return new SourceItem.Refused(0, reason, excerpt);
    }
}
