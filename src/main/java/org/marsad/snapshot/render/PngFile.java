package org.marsad.snapshot.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG: its size on paper, and texts about it in UTF-8 (iTXt). Written here because Java's own writer cannot be
 * told apart between versions, and a sheet's bytes are to stay the same. See https://www.w3.org/TR/png-3/.
 */
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int LEVEL = 6;

    private PngFile() {}

    static void write(BufferedImage image, int dpi, Map<String, String> texts, OutputStream to) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        out.write(SIGNATURE);
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeInt(image.getWidth());
        data.writeInt(image.getHeight());
        data.write(new byte[] {8, 2, 0, 0, 0}); // 8 bits, red green blue
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "sRGB", new byte[] {0});
        var size = new ByteArrayOutputStream();
        int perMetre = (int) Math.round(dpi / 0.0254);
        new DataOutputStream(size).writeInt(perMetre);
        new DataOutputStream(size).writeInt(perMetre);
        size.write(1);
        chunk(out, "pHYs", size.toByteArray());
        for (var text : texts.entrySet()) {
            var content = new ByteArrayOutputStream();
            content.write(text.getKey().getBytes(StandardCharsets.ISO_8859_1));
            content.write(new byte[5]); // no compression, no language, no translated keyword
            content.write(text.getValue().replace("\0", "").getBytes(StandardCharsets.UTF_8));
            chunk(out, "iTXt", content.toByteArray());
        }
        pixels(image, out);
        chunk(out, "IEND", new byte[0]);
        out.flush();
    }

    private static void pixels(BufferedImage image, DataOutputStream out) throws IOException {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int width = image.getWidth();
        byte[] row = new byte[1 + 3 * width];
        byte[] above = new byte[1 + 3 * width];
        byte[] filtered = new byte[1 + 3 * width];
        byte[] packed = new byte[1 << 16];
        var deflater = new Deflater(LEVEL);
        try {
            for (int y = 0; y <= image.getHeight(); y++) {
                if (y == image.getHeight()) {
                    deflater.finish();
                } else {
                    for (int x = 0; x < width; x++) {
                        int pixel = pixels[y * width + x];
                        row[1 + 3 * x] = (byte) (pixel >> 16);
                        row[2 + 3 * x] = (byte) (pixel >> 8);
                        row[3 + 3 * x] = (byte) pixel;
                    }
                    filtered[0] = 2; // the difference from the row above: flat ground becomes zeros
                    for (int i = 1; i < row.length; i++) {
                        filtered[i] = (byte) (row[i] - above[i]);
                    }
                    deflater.setInput(filtered);
                    byte[] swap = above;
                    above = row;
                    row = swap;
                }
                while (deflater.finished() ? false : !deflater.needsInput() || y == image.getHeight()) {
                    int n = deflater.deflate(packed);
                    if (n > 0) {
                        chunk(out, "IDAT", Arrays.copyOf(packed, n));
                    } else if (y < image.getHeight()) {
                        break;
                    }
                }
            }
        } finally {
            deflater.end();
        }
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt((int) sum.getValue());
    }
}
