package org.marsad.exchange.places;

import org.jspecify.annotations.Nullable;

/**
 * Cells of CSV (RFC 4180) that no spreadsheet runs: a text that begins with {@code = + - @} or a tab gets an apostrophe before
 * it, unless it is a number (OWASP, CSV injection). One that begins with apostrophes before such a sign gets one more, so that
 * taking one away gives back exactly what was written.
 */
final class SafeCells {
    private static final String FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";
    private static final String NUMBER = "[+-]?\\d{1,15}(\\.\\d{1,15})?";

    private SafeCells() {}

    static String write(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        var text = value.toString();
        if (text.matches("(?s)'+" + FORMULA + ".*") || text.matches("(?s)" + FORMULA + ".*") && !text.matches(NUMBER)) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> ",\"\n\r;".indexOf(c) >= 0);
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String read(String cell) {
        return cell.matches("(?s)'+" + FORMULA + ".*") ? cell.substring(1) : cell;
    }
}
