package org.marsad.gazetteer.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Gzip at the highest level; Java writes no time stamp, so the same bytes in give the same bytes out. */
final class Gzip {
    private Gzip() {}

    static void write(Path file, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new Best(bytes)) {
            out.write(content);
        }
        Files.write(file, bytes.toByteArray());
    }

    private static final class Best extends GZIPOutputStream {
        Best(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
