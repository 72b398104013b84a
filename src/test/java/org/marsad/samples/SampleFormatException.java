package org.marsad.samples;

import java.nio.file.Path;

/** A fault in an annotated article or in a table beside it. The message names file, line and reason. */
final class SampleFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SampleFormatException(Path file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
