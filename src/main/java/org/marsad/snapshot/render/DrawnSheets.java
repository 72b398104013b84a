package org.marsad.snapshot.render;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.springframework.stereotype.Service;

/** Draws sheets and packs of sheets, without a browser, a display or a font of the system. */
@Service
public final class DrawnSheets implements SheetRenderer, PackRenderer {
    @Override
    public void render(Sheet sheet, Format format, int dpi, OutputStream out) throws IOException {
        check(dpi);
        switch (format) {
            case SVG -> svg(sheet, out);
            case PNG -> png(sheet, dpi, out);
            case PDF -> pdf(sheet.title(), List.of(sheet), out);
            case PPTX -> new PptxFile(dpi).write(sheet.title(), List.of(sheet), out);
        }
        out.flush();
    }

    @Override
    public void render(String title, List<Sheet> sheets, Format format, int dpi, OutputStream out) throws IOException {
        check(dpi);
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("a pack of no sheets");
        }
        var numbered = new ArrayList<Sheet>();
        for (var sheet : sheets) {
            numbered.add(sheet.onPage(numbered.size() + 1, sheets.size()));
        }
        switch (format) {
            case PDF -> pdf(title, numbered, out);
            case PPTX -> new PptxFile(dpi).write(title, numbered, out);
            case SVG, PNG -> throw new IllegalArgumentException("a pack is PDF or PPTX, not " + format);
        }
        out.flush();
    }

    @Override
    public List<Runnable> preparations() {
        return List.of(
                Faces::shipped,
                BaseMap::coarse,
                BaseMap::lines,
                BaseMap::fine,
                () -> draw(Format.PNG),
                () -> draw(Format.SVG),
                () -> draw(Format.PDF));
    }

    private void draw(Format format) {
        try {
            render(PlainSheet.of(), format, MIN_DPI, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(int dpi) {
        if (dpi < MIN_DPI || dpi > MAX_DPI) {
            throw new IllegalArgumentException("dpi " + dpi + " is not from " + MIN_DPI + " to " + MAX_DPI);
        }
    }

    private static void svg(Sheet sheet, OutputStream out) throws IOException {
        var layout = new SheetLayout(sheet);
        var canvas = new SvgCanvas(
                layout.width(),
                layout.height(),
                sheet.language().tag(),
                sheet.language().isRightToLeft());
        layout.draw(canvas);
        var file = canvas.finish(sheet.title(), describe(layout), facts(sheet));
        var buffered = new BufferedOutputStream(out, 1 << 16);
        buffered.write(file.getBytes(StandardCharsets.UTF_8));
        buffered.flush();
    }

    private static void png(Sheet sheet, int dpi, OutputStream out) throws IOException {
        PngFile.write(picture(sheet, dpi), dpi, pngFacts(sheet), out);
    }

    private static BufferedImage picture(Sheet sheet, int dpi) {
        var layout = new SheetLayout(sheet);
        var canvas = new PngCanvas(layout.width(), layout.height(), dpi);
        layout.draw(canvas);
        return canvas.finish();
    }

    private static void pdf(String title, List<Sheet> sheets, OutputStream out) throws IOException {
        var first = sheets.getFirst();
        try (var file = new PdfFile()) {
            for (var sheet : sheets) {
                var layout = new SheetLayout(sheet);
                var page = file.addPage(layout.width(), layout.height());
                var canvas = new PdfCanvas(file, page, layout.height());
                if (sheets.size() == 1) {
                    layout.draw(canvas);
                } else {
                    canvas.tagged(Tag.SECT, "", () -> layout.draw(canvas));
                }
                page.content(canvas.finish());
            }
            var about = new PdfFile.About(
                    title,
                    first.issue().by(),
                    sheets.stream().map(Sheet::title).collect(Collectors.joining("; ")),
                    first.issue().software(),
                    first.language().tag(),
                    first.issue().at());
            file.save(about, first.language().isRightToLeft(), out);
        }
    }

    private static String describe(SheetLayout layout) {
        return String.join(". ", layout.counts()) + ". " + layout.filterText();
    }

    private static Map<String, String> facts(Sheet sheet) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("code", sheet.issue().code());
        facts.put("link", sheet.issue().link());
        facts.put("made", sheet.issue().at().toString());
        facts.put("by", sheet.issue().by());
        facts.put("software", sheet.issue().software());
        facts.put("gazetteer", sheet.issue().gazetteer());
        return facts;
    }

    private static Map<String, String> pngFacts(Sheet sheet) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Title", sheet.title());
        facts.put("Author", sheet.issue().by());
        facts.put("Software", sheet.issue().software());
        facts.put("Source", sheet.issue().link());
        return facts;
    }
}
