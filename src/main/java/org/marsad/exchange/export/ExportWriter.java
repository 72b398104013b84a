package org.marsad.exchange.export;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a file of events, one after the other. */
public final class ExportWriter implements AutoCloseable {
    private final ExportFormat format;
    private final Appendable out;
    private long written;

    /**
     * Begins the file.
     *
     * @param about what it is of and what was left out of it, for formats that have room for such a thing; or empty
     */
    public ExportWriter(ExportFormat format, String about, Appendable out) throws IOException {
        this.format = format;
        this.out = out;
        format.head(out, about);
    }

    /** Adds an event, or passes over one that the format has no shape for. */
    public void add(ExportEvent event) {
        try {
            written += format.write(event, written == 0, out) ? 1 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long written() {
        return written;
    }

    /** Ends the file; what it is written to stays open. */
    @Override
    public void close() throws IOException {
        format.foot(out);
    }
}
