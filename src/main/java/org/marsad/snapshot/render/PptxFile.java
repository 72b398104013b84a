package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.sheet.Sheet;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPicture;

/**
 * Writes PowerPoint: for each sheet a slide with the map, figures, filter and legend, and one with the chart over time and the key
 * table, where there is any. All words but those of the map, its legend and the chart are text that can be edited; these are pictures.
 * All slides are 16:9, for a file has one size of slide.
 */
final class PptxFile {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;
    private static final double MARGIN = 30;
    private static final double FOOT = HEIGHT - 62;
    private static final double SIDE = 310;
    private static final double ROW = 17;
    private static final int MOST_ROWS = 18;
    private static final double LETTERS = 9;
    private static final double INSETS = 8;

    /** As {@link #WIDER}, for letters that need not be bold. */
    private static final double WIDTH_IN_TABLES = 0.8;
    /** On every machine that opens such files, with Arabic in it. */
    private static final String FONT = "Arial";

    /** Our letters against those of the fonts that such programs have. */
    private static final double WIDER = 0.72;

    private final int dpi;

    PptxFile(int dpi) {
        this.dpi = dpi;
    }

    void write(String title, List<Sheet> sheets, OutputStream out) throws IOException {
        try (var show = new XMLSlideShow()) {
            show.setPageSize(new Dimension((int) WIDTH, (int) HEIGHT));
            for (var sheet : sheets) {
                var slide = new Slide(show, sheet);
                slide.map();
                if (slide.hasMore()) {
                    new Slide(show, sheet).details();
                }
            }
            var first = sheets.getFirst();
            var properties = show.getProperties().getCoreProperties();
            properties.setTitle(title);
            properties.setCreator(first.issue().by());
            properties.setDescription(sheets.stream().map(Sheet::title).collect(Collectors.joining("; ")));
            properties.setCreated(Optional.of(Date.from(first.issue().at().toInstant())));
            properties.setModified(Optional.of(Date.from(first.issue().at().toInstant())));
            // Kept together first: POI wraps what goes wrong with the stream in an exception of its own.
            var whole = new ByteArrayOutputStream();
            show.write(whole);
            whole.writeTo(out);
        }
    }

    private final class Slide {
        private final XMLSlideShow show;
        private final Sheet sheet;
        private final SheetLayout layout;
        private final Words words;
        private final boolean rightToLeft;
        private final XSLFSlide slide;
        private final Page measure;

        Slide(XMLSlideShow show, Sheet sheet) {
            this.show = show;
            this.sheet = sheet;
            layout = new SheetLayout(sheet);
            words = layout.words();
            rightToLeft = words.isRightToLeft();
            slide = show.createSlide();
            measure = new Page(new NullCanvas(), words);
        }

        /** Whether there is anything for a second slide. */
        boolean hasMore() {
            return hasTime() || rows() > 0;
        }

        private boolean hasTime() {
            var bins = sheet.histogram();
            return bins != null && !bins.bins().isEmpty();
        }

        private int rows() {
            return Math.min(sheet.table().rows().size(), MOST_ROWS);
        }

        /** The map and what explains it. */
        void map() throws IOException {
            double y = header(24);
            if (!sheet.note().isBlank()) {
                var note = sheet.note().length() > 400 ? sheet.note().substring(0, 400) + "…" : sheet.note();
                text(List.of(note), box(0, WIDTH - 2 * MARGIN, y, 20), 11, false, Palette.SOFT, false);
                y += 22;
            }
            double mapWidth = WIDTH - 2 * MARGIN - SIDE - 14;
            var figure = picture(box(0, mapWidth, y + 2, FOOT - y - 6), rows());
            double end = mapWidth + 14;
            var counts = layout.counts();
            text(List.of(counts.getFirst()), box(end, SIDE, y, 22), 15, true, Palette.INK, false);
            var facts = new ArrayList<>(counts.subList(1, counts.size()));
            facts.add(words.say("filter.list", layout.filterText()));
            var style = new Page.Style(Weight.REGULAR, 10.5, Palette.INK);
            int factLines = facts.stream()
                    .mapToInt(fact ->
                            measure.wrap(fact, SIDE * WIDTH_IN_TABLES, style).size())
                    .sum();
            double factHeight = Math.min(150, factLines * 10.5 * 1.3);
            text(facts, box(end, SIDE, y + 24, factHeight), 10.5, false, Palette.INK, false);
            double legendTop = y + 24 + factHeight + 14;
            legend(figure, end, SIDE, legendTop, FOOT - legendTop - 6);
            footer(FOOT);
            notes();
        }

        /** The sheet's chart over time and its key table. */
        void details() throws IOException {
            double y = header(18) + 4;
            double from = 0;
            var bins = sheet.histogram();
            int rows = rows();
            if (bins != null && hasTime()) {
                double width = rows > 0 ? SIDE : WIDTH - 2 * MARGIN;
                text(List.of(layout.timeTitle(bins)), box(0, width, y, 18), 11, true, Palette.ACCENT, false);
                var box = box(0, width, y + 20, Math.min(260, FOOT - y - 26));
                var canvas = new PngCanvas(box.getWidth(), box.getHeight(), dpi);
                new TimeChart(new Page(canvas, words), 1.4)
                        .draw(bins, new Rectangle2D.Double(0, 0, box.getWidth(), box.getHeight()));
                place(canvas, box, layout.timeTitle(bins));
                from = width + 20;
            }
            if (rows > 0) {
                double width = WIDTH - 2 * MARGIN - from;
                text(List.of(sheet.table().caption()), box(from, width, y, 18), 11, true, Palette.ACCENT, false);
                table(box(from, width, y + 20, (rows + 1) * ROW), rows);
                long left = sheet.table().rows().size() - rows + sheet.table().more();
                if (left > 0) {
                    double below = y + 24 + (rows + 1) * ROW;
                    text(
                            List.of(words.say("table.more", left)),
                            box(from, width, below, 14),
                            9,
                            false,
                            Palette.SOFT,
                            false);
                }
            }
            footer(FOOT);
        }

        /** Classification and title; returns the y below. */
        private double header(double largest) {
            double top = MARGIN * 0.5;
            if (!sheet.classification().isBlank()) {
                for (double y : new double[] {6, HEIGHT - 22}) {
                    text(
                            List.of(sheet.classification()),
                            box(0, WIDTH - 2 * MARGIN, y, 18),
                            10,
                            true,
                            Palette.CLASSIFICATION,
                            true);
                }
                top = 24;
            }
            var room = WIDTH - 2 * MARGIN;
            double size = largest;
            int lines = lines(sheet.title(), room, size);
            while (size > 10 && lines * size * 1.3 > 62) {
                size -= 1;
                lines = lines(sheet.title(), room, size);
            }
            double height = Math.min(80, lines * size * 1.3 + 4);
            text(List.of(sheet.title()), box(0, room, top, height), size, true, Palette.INK, false);
            return top + height;
        }

        /** How many lines a text will take; other fonts are wider than ours. */
        private int lines(String text, double width, double size) {
            var style = new Page.Style(Weight.SEMIBOLD, size, Palette.INK);
            return measure.wrap(text, width * WIDER, style).size();
        }

        /** A box so far from the start side of the margins. */
        private Rectangle2D box(double from, double width, double top, double height) {
            double x = rightToLeft ? WIDTH - MARGIN - from - width : MARGIN + from;
            return new Rectangle2D.Double(x, top, width, height);
        }

        private MapFigure picture(Rectangle2D box, int rows) throws IOException {
            var canvas = new PngCanvas(box.getWidth(), box.getHeight(), dpi);
            var page = new Page(canvas, words);
            double degrees = 29;
            double below = 12 + ScaleStrip.HEIGHT * 1.1;
            var frame = new Rectangle2D.Double(
                    rightToLeft ? 2 : degrees, 2, box.getWidth() - degrees - 2, box.getHeight() - below - 2);
            var figure = new MapFigure(sheet, page, frame, 1.1, rows);
            figure.placeLocatorInCorner();
            figure.draw();
            new ScaleStrip(page, 1.1)
                    .draw(
                            figure.view(),
                            new Rectangle2D.Double(
                                    frame.getX(), frame.getMaxY() + 12, frame.getWidth(), ScaleStrip.HEIGHT * 1.1));
            var alternative = words.say(
                    "map.alternative",
                    sheet.title(),
                    String.join(". ", layout.counts()),
                    layout.filterText(),
                    ScaleStrip.projection(figure.view(), words));
            place(canvas, box, alternative);
            return figure;
        }

        /** Draws the legend; returns its height. */
        private double legend(MapFigure figure, double from, double width, double top, double most) throws IOException {
            var inside = new Rectangle2D.Double(0, 0, width, most);
            double scale = 1.25;
            double height = legend(new NullCanvas(), figure, inside, scale);
            while (height > most && scale > 0.7) {
                scale *= 0.95;
                height = legend(new NullCanvas(), figure, inside, scale);
            }
            var canvas = new PngCanvas(width, Math.max(10, height), dpi);
            legend(canvas, figure, inside, scale);
            place(canvas, box(from, width, top, Math.max(10, height)), words.say("legend.title"));
            return height;
        }

        private double legend(Canvas canvas, MapFigure figure, Rectangle2D box, double scale) {
            return new Legend(sheet, new Page(canvas, words), figure, scale).draw(box, 2);
        }

        private void place(PngCanvas canvas, Rectangle2D box, String alternative) throws IOException {
            var file = new ByteArrayOutputStream();
            PngFile.write(canvas.finish(), dpi, Map.of(), file);
            var data = show.addPicture(file.toByteArray(), PictureData.PictureType.PNG);
            XSLFPictureShape shape = slide.createPicture(data);
            shape.setAnchor(box);
            var properties = shape.getXmlObject();
            if (properties instanceof CTPicture picture) {
                picture.getNvPicPr().getCNvPr().setDescr(plain(alternative));
            }
        }

        private void text(
                List<String> paragraphs, Rectangle2D box, double size, boolean bold, Color color, boolean centered) {
            var shape = slide.createTextBox();
            shape.setAnchor(box);
            shape.setLeftInset(0);
            shape.setRightInset(0);
            shape.setTopInset(0);
            shape.setBottomInset(0);
            shape.setWordWrap(true);
            fill(shape, paragraphs, size, bold, color, centered);
        }

        private void fill(
                XSLFTextShape shape,
                List<String> paragraphs,
                double size,
                boolean bold,
                Color color,
                boolean centered) {
            shape.clearText();
            for (var text : paragraphs) {
                run(shape.addNewTextParagraph(), text, size, bold, color, centered ? TextAlign.CENTER : null);
            }
        }

        private void run(
                XSLFTextParagraph paragraph,
                String text,
                double size,
                boolean bold,
                Color color,
                @Nullable TextAlign align) {
            if (rightToLeft) {
                var properties = paragraph.getXmlObject().isSetPPr()
                        ? paragraph.getXmlObject().getPPr()
                        : paragraph.getXmlObject().addNewPPr();
                properties.setRtl(true);
            }
            // In a paragraph that runs from the right, "right" is where it starts.
            paragraph.setTextAlign(align != null ? align : rightToLeft ? TextAlign.RIGHT : TextAlign.LEFT);
            var run = paragraph.addNewTextRun();
            run.setText(plain(text));
            run.setFontSize(size);
            run.setBold(bold);
            run.setFontColor(color);
            run.setFontFamily(FONT);
            run.setFontFamily(FONT, FontGroup.COMPLEX_SCRIPT);
            run.getRPr(true).setLang(sheet.language().tag());
        }

        /** Columns stand in the order in which they are seen: not all programs turn tables round. */
        private void table(Rectangle2D box, int rows) {
            var its = sheet.table();
            var table = slide.createTable();
            table.setAnchor(
                    new Rectangle((int) box.getX(), (int) box.getY(), (int) box.getWidth(), (int) box.getHeight()));
            double number = its.rows().stream().anyMatch(row -> row.event() != null) ? 24 : 0;
            var widths = new ArrayList<Double>();
            var headings = new ArrayList<String>();
            if (number > 0) {
                widths.add(number);
                headings.add("#");
            }
            var style = new Page.Style(Weight.REGULAR, LETTERS, Palette.INK);
            var head = new Page.Style(Weight.SEMIBOLD, LETTERS, Palette.INK);
            widths.addAll(ColumnWidths.of(
                    its,
                    rows,
                    box.getWidth() - number,
                    INSETS,
                    heading -> measure.width(heading, head) / WIDER * 1.1,
                    text -> measure.width(words.figures(text.strip()), style) / WIDTH_IN_TABLES));
            its.columns().forEach(column -> headings.add(column.heading()));
            row(table.addRow(), headings, widths, true);
            for (int i = 0; i < rows; i++) {
                var cells = new ArrayList<String>();
                if (number > 0) {
                    cells.add(words.figures(Integer.toString(i + 1)));
                }
                its.rows().get(i).cells().forEach(text -> cells.add(words.figures(text)));
                row(table.addRow(), cells, widths, false);
            }
            for (int i = 0; i < widths.size(); i++) {
                table.setColumnWidth(i, widths.get(rightToLeft ? widths.size() - 1 - i : i));
            }
        }

        private void row(XSLFTableRow row, List<String> texts, List<Double> widths, boolean head) {
            row.setHeight(ROW);
            double size = LETTERS;
            var style = new Page.Style(head ? Weight.SEMIBOLD : Weight.REGULAR, size, Palette.INK);
            for (int i = 0; i < texts.size(); i++) {
                int at = rightToLeft ? texts.size() - 1 - i : i;
                // One line each, for a table that grows would run off the slide; all of it is on the sheet itself.
                double room = (widths.get(at) - INSETS) * WIDTH_IN_TABLES + 0.01;
                cell(row.addCell(), measure.fit(texts.get(at), room, style), size, head);
            }
        }

        private void cell(XSLFTableCell cell, String text, double size, boolean bold) {
            cell.clearText();
            // A cell without letters would be as high as those of the usual size.
            run(
                    cell.addNewTextParagraph(),
                    text.isEmpty() ? "\u00A0" : text,
                    size,
                    bold,
                    bold ? Palette.SOFT : Palette.INK,
                    null);
            cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
            cell.setTopInset(1);
            cell.setBottomInset(1);
            cell.setLeftInset(INSETS / 2 - 1);
            cell.setRightInset(INSETS / 2 - 1);
            cell.setBorderColor(BorderEdge.bottom, Palette.RULE);
            cell.setBorderWidth(BorderEdge.bottom, 0.5);
        }

        private void footer(double top) throws IOException {
            var issue = sheet.issue();
            text(layout.footerTexts(), box(0, WIDTH - 2 * MARGIN - 50, top, 40), 7.5, false, Palette.SOFT, false);
            if (!issue.link().isBlank()) {
                var canvas = new PngCanvas(40, 40, dpi);
                QrBlock.draw(canvas, issue.link(), new Rectangle2D.Double(1, 1, 38, 38));
                place(canvas, box(WIDTH - 2 * MARGIN - 40, 40, top, 40), issue.link());
            }
        }

        /** The whole of what a slide has no room for. */
        private void notes() {
            var notes = show.getNotesSlide(slide);
            for (var shape : notes.getPlaceholders()) {
                if (shape.getTextType() == Placeholder.BODY) {
                    var texts = new ArrayList<String>();
                    texts.add(sheet.title());
                    if (!sheet.note().isBlank()) {
                        texts.add(sheet.note());
                    }
                    texts.addAll(layout.counts());
                    texts.add(words.say("filter.list", layout.filterText()));
                    texts.addAll(layout.footerTexts());
                    fill(shape, texts, 11, false, Color.BLACK, false);
                }
            }
        }
    }

    /** Without the marks that our own layout needs and that some programs show as boxes. */
    private static String plain(String text) {
        return text.replaceAll("[\u2066-\u2069\u200F\\p{Cc}&&[^\n]]", "");
    }
}
