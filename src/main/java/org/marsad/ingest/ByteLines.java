package org.marsad.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes; of a line that is too long nothing is kept. */
final class ByteLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;

    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param bytes its beginning only, where it is too long
     */
    record Line(byte[] bytes, boolean tooLong) {}

    /** The next line, or null behind the last. */
    @Nullable
    Line next() throws IOException {
        var line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        while (at < end || fill()) {
            any = true;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            if (line.size() + stop - at > longest) {
                tooLong = true;
            } else if (!tooLong) {
                line.write(buffer, at, stop - at);
            }
            boolean ended = stop < end;
            at = ended ? stop + 1 : stop;
            if (ended) {
                break;
            }
        }
        return any ? new Line(line.toByteArray(), tooLong) : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }
}
