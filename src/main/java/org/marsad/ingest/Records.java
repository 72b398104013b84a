package org.marsad.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a file: RFC 4180 CSV, whose quoted fields may hold line breaks, or lines of tab-separated fields. What
 * is wrong with one record spoils nothing but itself: after a quote that never ends, reading goes on with the line behind
 * the one where the record began.
 */
final class Records {
    /** No row of any data set comes near it. */
    static final int LONGEST = 1 << 20;

    private final RowLines lines;
    private final Charset charset;
    private final boolean quotes;
    private char separator;

    Records(InputStream in, Charset charset, boolean quotes) {
        this.lines = new RowLines(in, LONGEST);
        this.charset = charset;
        this.quotes = quotes;
        this.separator = quotes ? ',' : '\t';
    }

    /** What stands in the file at a line. */
    sealed interface Item {
        /** Where it begins, from 1. */
        long line();

        /** The last line of it: that up to which the file has been read with it. */
        long last();
    }

    /**
     * A record.
     *
     * @param ended whether a line feed ends it, not the file
     */
    record Values(long line, long last, List<String> values, boolean ended) implements Item {}

    /**
     * What is no record.
     *
     * @param cut whether the file ends within it
     */
    record Broken(long line, long last, String reason, String excerpt, boolean cut) implements Item {}

    /** The first record; what separates its fields is found out: comma, semicolon or tab. */
    @Nullable
    Item header() throws IOException {
        var line = lines.next();
        if (line == null) {
            return null;
        }
        lines.putBack(List.of(line));
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (byte b : line.bytes()) {
            commas += b == ',' ? 1 : 0;
            semicolons += b == ';' ? 1 : 0;
            tabs += b == '\t' ? 1 : 0;
        }
        separator = tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
        return next();
    }

    /** The next record, or null at the end. Blank lines are passed over. */
    @Nullable
    Item next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.tooLong()) {
                return new Broken(
                        line.number(),
                        line.number(),
                        "it is longer than %,d bytes; no row is".formatted(LONGEST),
                        excerpt(line.bytes()),
                        !line.ended());
            }
            if (!isBlank(line.bytes())) {
                return item(line);
            }
        }
        return null;
    }

    private Item item(RowLines.Line first) throws IOException {
        var parser = new CsvParser(separator, quotes);
        var spanned = new ArrayList<RowLines.Line>();
        var raw = new ByteArrayOutputStream();
        for (var line = first; ; ) {
            spanned.add(line);
            raw.write(line.bytes());
            var text = TextDecoder.strictly(line.bytes(), 0, charset);
            if (text == null) {
                return broken(
                        spanned, line.ended() ? "it is not %s like the rest of the file".formatted(charset) : CUT);
            }
            switch (parser.add(text)) {
                case DONE -> {
                    return new Values(first.number(), line.number(), parser.values(), line.ended());
                }
                case BROKEN -> {
                    return broken(spanned, "a quote in it is not closed, or stands where none may");
                }
                case OPEN -> {
                    var next = raw.size() > LONGEST ? null : lines.next();
                    if (next == null || next.tooLong()) {
                        boolean single = spanned.size() == 1 && next == null && raw.size() <= LONGEST;
                        if (next != null) {
                            spanned.add(next);
                        }
                        return broken(spanned, single ? CUT : "a quote in it is not closed");
                    }
                    line = next;
                }
            }
        }
    }

    private static final String CUT = "the file ends in the middle of it: it was cut off, get it again";

    /** Only its first line is given up; those behind it are read anew. */
    private Broken broken(List<RowLines.Line> spanned, String reason) {
        var first = spanned.getFirst();
        lines.putBack(spanned.subList(1, spanned.size()));
        return new Broken(first.number(), first.number(), reason, excerpt(first.bytes()), reason.equals(CUT));
    }

    private String excerpt(byte[] bytes) {
        return DocumentCoder.excerpt(new String(bytes, 0, Math.min(bytes.length, 1000), charset));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
