package org.marsad.exchange.export;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180). Numbers are written as they are. A text that a spreadsheet would take for a formula, because it
 * begins with {@code = + - @} or a tab or carriage return, gets an apostrophe before it (OWASP, CSV injection).
 */
final class Cells {
    private Cells() {}

    static void write(Appendable out, List<? extends @Nullable Object> row) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(cell(row.get(i)));
        }
        out.append("\r\n");
    }

    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        var text = value.toString();
        if (!text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 && !isNumber(text)) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?");
    }
}
