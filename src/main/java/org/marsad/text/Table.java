package org.marsad.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV table of the class path that we wrote ourselves: UTF-8, RFC 4180 quoting, a header line, {@code #} begins a
 * comment line. Files of others are read by more patient readers.
 */
public final class Table {
    private final List<String> header;
    private final List<Row> rows = new ArrayList<>();

    private Table(String text) {
        var records = records(text);
        this.header = records.getFirst();
        for (var record : records.subList(1, records.size())) {
            rows.add(new Row(header, record));
        }
    }

    /**
     * @throws IllegalStateException where the class path has no such resource
     */
    public static List<Row> rows(String resource) {
        return findRows(resource).orElseThrow(() -> new IllegalStateException("no resource " + resource));
    }

    /** The rows of a resource by its absolute name; empty where the class path has none. */
    public static Optional<List<Row>> findRows(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    static List<Row> parse(String text) {
        return List.copyOf(new Table(text).rows);
    }

    private static List<List<String>> records(String text) {
        var records = new ArrayList<List<String>>();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                at++;
            } else if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                var fields = new ArrayList<String>();
                at = record(text, at, fields);
                records.add(fields);
            }
        }
        if (records.isEmpty()) {
            throw new IllegalStateException("a table without a header");
        }
        return records;
    }

    private static int record(String text, int at, List<String> fields) {
        var field = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if (c == '\n' && !quoted) {
                break;
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return at;
    }

    /** One row; a column that it lacks reads as empty. */
    public record Row(List<String> header, List<String> fields) {
        public String get(String column) {
            int at = header.indexOf(column);
            return at < 0 || at >= fields.size() ? "" : fields.get(at);
        }

        /** The variants between bars. */
        public List<String> list(String column) {
            var value = get(column);
            return value.isEmpty() ? List.of() : List.of(value.split("\\s*\\|\\s*"));
        }
    }
}
