package org.marsad.ingest;

import java.util.ArrayList;
import java.util.List;

/** Takes the lines of one CSV record and parts them into fields. Strict about quotes: what is not clear is broken. */
final class CsvParser {
    private final char separator;
    private final boolean quotes;
    private final List<String> values = new ArrayList<>(64);
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;

    CsvParser(char separator, boolean quotes) {
        this.separator = separator;
        this.quotes = quotes;
    }

    enum State {
        /** The record is complete. */
        DONE,
        /** A quoted field goes on with the next line. */
        OPEN,
        /** Something stands behind a closing quote. */
        BROKEN
    }

    State add(String text) {
        if (quoted) {
            field.append('\n');
        }
        int length = text.endsWith("\r") ? text.length() - 1 : text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (i + 1 < length && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                    if (i + 1 < length && text.charAt(i + 1) != separator) {
                        return State.BROKEN;
                    }
                }
            } else if (c == separator) {
                values.add(field.toString());
                field.setLength(0);
            } else if (c == '"' && quotes && field.isEmpty()) {
                quoted = true;
            } else {
                field.append(c);
            }
        }
        if (quoted) {
            return State.OPEN;
        }
        values.add(field.toString());
        return State.DONE;
    }

    List<String> values() {
        return values;
    }
}
