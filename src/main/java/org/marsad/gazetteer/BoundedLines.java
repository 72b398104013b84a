package org.marsad.gazetteer;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines of a file that may be anything: of a longer one than any row only the beginning is kept. */
final class BoundedLines {
    /** Characters. The longest row of a dump, with all its names, has some ten thousand. */
    static final int LONGEST = 100_000;

    private final BufferedReader in;

    BoundedLines(BufferedReader in) {
        this.in = in;
    }

    /** The next line without its end, or null; of one that is too long one character more than {@link #LONGEST}. */
    @Nullable
    String next() throws IOException {
        int c = in.read();
        if (c < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }
}
