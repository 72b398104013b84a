package org.marsad.gazetteer;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads RFC 4180 CSV with a header line: quoted fields may hold commas, doubled quotes and line breaks. */
public final class Csv {
    private static final int MAX_FIELD = 1 << 20;

    private final Reader in;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private int line;
    private int pushedBack = -2;

    private Csv(Reader in) {
        this.in = in;
    }

    /**
     * Reads the header.
     *
     * @throws IOException where there is none
     */
    public static Csv open(Reader in) throws IOException {
        var csv = new Csv(in);
        var header = csv.record();
        if (header == null) {
            throw new IOException("empty file");
        }
        csv.width = header.size();
        for (int i = 0; i < header.size(); i++) {
            csv.columns.put(header.get(i).replace("\uFEFF", "").strip(), i);
        }
        return csv;
    }

    public boolean hasColumn(String name) {
        return columns.containsKey(name);
    }

    /** How many columns the header names. */
    public int width() {
        return width;
    }

    /** The next row, or null at the end. A row may be shorter or longer than the header. */
    public @Nullable Row next() throws IOException {
        int at = line + 1;
        var fields = record();
        return fields == null ? null : new Row(this, fields, at);
    }

    private @Nullable List<String> record() throws IOException {
        int c = read();
        while (c == '\n' || c == '\r') {
            line += c == '\n' ? 1 : 0;
            c = read();
        }
        if (c < 0) {
            return null;
        }
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (; ; c = read()) {
            if (c == '"' && field.isEmpty()) {
                readQuoted(field);
            } else if (c == ',' || c == '\n' || c < 0) {
                fields.add(field.toString());
                field.setLength(0);
                if (c != ',') {
                    line++;
                    return fields;
                }
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
    }

    private void readQuoted(StringBuilder field) throws IOException {
        for (int c = read(); c >= 0; c = read()) {
            if (c == '"') {
                int after = read();
                if (after != '"') {
                    pushedBack = after;
                    return;
                }
            }
            line += c == '\n' ? 1 : 0;
            if (field.append((char) c).length() > MAX_FIELD) {
                throw new IOException("line " + (line + 1) + ": a quoted field of over a million characters");
            }
        }
    }

    private int read() throws IOException {
        if (pushedBack != -2) {
            int c = pushedBack;
            pushedBack = -2;
            return c;
        }
        return in.read();
    }

    /** One row; a column that the file or the row lacks reads as empty. */
    public record Row(Csv csv, List<String> fields, int line) {
        public String get(String column) {
            var at = csv.columns.get(column);
            return at == null || at >= fields.size() ? "" : fields.get(at).strip();
        }

        /** The variants between bars. */
        public List<String> variants(String column) {
            var value = get(column);
            return value.isEmpty() ? List.of() : List.of(value.split("\\s*\\|\\s*"));
        }
    }
}
