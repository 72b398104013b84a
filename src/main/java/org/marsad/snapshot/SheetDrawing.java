package org.marsad.snapshot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.marsad.snapshot.store.SnapshotFiles;

/** The pictures of a sheet. */
final class SheetDrawing {
    static final String THUMBNAIL = "thumbnail.png";
    private static final int THUMBNAIL_WIDTH = 480;

    private final Supplier<SheetRenderer> renderer;

    SheetDrawing(Supplier<SheetRenderer> renderer) {
        this.renderer = renderer;
    }

    /** PDF, SVG, PNG and the small picture, into a directory. */
    void write(Sheet sheet, int dpi, Path directory) throws IOException {
        var drawing = renderer.get();
        for (var format : List.of(Format.PDF, Format.SVG, Format.PNG)) {
            SnapshotFiles.write(
                    directory.resolve(Snapshots.name(format)), out -> drawing.render(sheet, format, dpi, out));
        }
        // A large picture is not read again for a small one: that takes more memory than drawing it small.
        var png = dpi <= SnapshotDraft.DPI
                ? Files.readAllBytes(directory.resolve(Snapshots.name(Format.PNG)))
                : preview(sheet);
        SnapshotFiles.write(directory.resolve(THUMBNAIL), out -> out.write(thumbnail(png)));
    }

    void writeSlides(Sheet sheet, int dpi, OutputStream out) throws IOException {
        renderer.get().render(sheet, Format.PPTX, dpi, out);
    }

    /** As a PNG of {@link SheetRenderer#MIN_DPI}. */
    byte[] preview(Sheet sheet) {
        var out = new ByteArrayOutputStream();
        try {
            renderer.get().render(sheet, Format.PNG, SheetRenderer.MIN_DPI, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] thumbnail(byte[] png) throws IOException {
        var large = ImageIO.read(new ByteArrayInputStream(png));
        int height = Math.max(1, large.getHeight() * THUMBNAIL_WIDTH / large.getWidth());
        var small = new BufferedImage(THUMBNAIL_WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(large, 0, 0, THUMBNAIL_WIDTH, height, null);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }
}
