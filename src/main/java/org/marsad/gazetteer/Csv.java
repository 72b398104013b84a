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
    private final StringBuilder raw = new StringBuilder();
    private String again = "";
    private int againAt;
    private boolean isAgain;
    private int width;
    private int line;

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
        var header = csv.next();
        if (header == null) {
            throw new IOException("empty file");
        }
        if (header.damage() != null) {
            throw new IOException("line " + header.line() + ": " + header.damage());
        }
        csv.width = header.fields().size();
        for (int i = 0; i < csv.width; i++) {
            csv.columns.put(header.fields().get(i).replace("\uFEFF", "").strip(), i);
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

    /**
     * The next row, or null at the end. A row may be shorter or longer than the header. Of one with a quote that is not
     * closed only its first line is lost: reading goes on with the line after.
     */
    public @Nullable Row next() throws IOException {
        raw.setLength(0);
        int c = read();
        while (c == '\n' || c == '\r') {
            line += c == '\n' ? 1 : 0;
            c = read();
        }
        if (c < 0) {
            return null;
        }
        int at = line + 1;
        raw.setLength(0);
        raw.append((char) c);
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        for (; ; c = read()) {
            if (c == '"' && field.toString().isBlank()) {
                field.setLength(0);
                var damage = readQuoted(field);
                if (damage != null) {
                    skipLine(at);
                    return new Row(this, List.of(), at, damage);
                }
            } else if (c == ',' || c == '\n' || c < 0) {
                fields.add(field.toString());
                field.setLength(0);
                if (c != ',') {
                    line++;
                    return new Row(this, fields, at, null);
                }
            } else if (c != '\r') {
                field.append((char) c);
            }
        }
    }

    /** What is wrong with the quotes, or null; reads on to the comma or the end of the line after the quote that closes. */
    private @Nullable String readQuoted(StringBuilder field) throws IOException {
        for (int c = read(); c >= 0; c = read()) {
            if (c == '"') {
                int after = read();
                if (after != '"') {
                    while (after == ' ' || after == '\r' || after == '\t') {
                        after = read();
                    }
                    back(after);
                    return after == ',' || after == '\n' || after < 0
                            ? null
                            : "text after a quote that closes; a quote within a quoted field is doubled";
                }
            }
            line += c == '\n' ? 1 : 0;
            if (field.append((char) c).length() > MAX_FIELD) {
                return "a quote is opened and not closed within a million characters";
            }
        }
        return "a quote is opened and never closed";
    }

    private void skipLine(int damaged) throws IOException {
        int end = raw.indexOf("\n");
        if (end < 0) {
            int c = read();
            while (c >= 0 && c != '\n') {
                c = read();
            }
        } else {
            again = raw.substring(end + 1) + again.substring(againAt);
            againAt = 0;
        }
        line = damaged;
    }

    private int read() throws IOException {
        isAgain = againAt < again.length();
        int c = isAgain ? again.charAt(againAt++) : in.read();
        if (c >= 0) {
            raw.append((char) c);
        }
        return c;
    }

    private void back(int c) {
        if (c >= 0) {
            raw.setLength(raw.length() - 1);
            if (isAgain) {
                againAt--;
            } else {
                again = String.valueOf((char) c);
                againAt = 0;
            }
        }
    }

    /**
     * One row; a column that the file or the row lacks reads as empty.
     *
     * @param damage why it has no fields, or null where it has them
     */
    public record Row(
            Csv csv,
            List<String> fields,
            int line,
            @Nullable String damage) {
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
