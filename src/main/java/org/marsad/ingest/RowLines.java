package org.marsad.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file of rows, numbered, some of which may be put back. Of a line that is too long nothing is kept. */
final class RowLines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private final Deque<Line> back = new ArrayDeque<>();
    private int at;
    private int end;
    private long number;

    RowLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param bytes its beginning only, where it is too long
     * @param ended whether a line feed ends it, not the file
     */
    record Line(long number, byte[] bytes, boolean tooLong, boolean ended) {}

    /** The next line, or null behind the last. */
    @Nullable
    Line next() throws IOException {
        var kept = back.pollFirst();
        if (kept != null) {
            return kept;
        }
        var line = new ByteArrayOutputStream(512);
        boolean any = false;
        boolean tooLong = false;
        boolean ended = false;
        while (!ended && (at < end || fill())) {
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
            ended = stop < end;
            at = ended ? stop + 1 : stop;
        }
        return any ? new Line(++number, line.toByteArray(), tooLong, ended) : null;
    }

    /** Puts lines back, which then come again in their order. */
    void putBack(List<Line> lines) {
        lines.reversed().forEach(back::addFirst);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.read(buffer);
        return end > 0;
    }
}
