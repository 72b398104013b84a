package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes SVG. Letters are drawn as outlines, each kept once and used many times: a font inside an SVG is honoured by browsers
 * only, and elsewhere another font would break lines and Arabic alike. Over each line lies the same text, not painted, so that
 * it can be found, copied and read aloud.
 */
final class SvgCanvas implements Canvas {
    private final double width;
    private final double height;
    private final String language;
    private final boolean rightToLeft;
    private final StringBuilder body = new StringBuilder(1 << 16);
    private final Map<String, Integer> outlines = new LinkedHashMap<>();
    private final StringBuilder definitions = new StringBuilder();
    private int clips;

    /** @param width of the page in points */
    SvgCanvas(double width, double height, String language, boolean rightToLeft) {
        this.width = width;
        this.height = height;
        this.language = language;
        this.rightToLeft = rightToLeft;
    }

    /**
     * The whole file.
     *
     * @param title of the sheet
     * @param description in words
     * @param facts about the sheet, for programs
     */
    String finish(String title, String description, Map<String, String> facts) {
        var file = new StringBuilder(body.length() + definitions.length() + 4096);
        file.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
        Numbers.append(file, width * 25.4 / 72, 3).append("mm\" height=\"");
        Numbers.append(file, height * 25.4 / 72, 3).append("mm\" viewBox=\"0 0 ");
        Numbers.append(file, width).append(' ');
        Numbers.append(file, height).append("\" xml:lang=\"").append(language);
        file.append("\" direction=\"").append(rightToLeft ? "rtl" : "ltr");
        file.append(
                "\" role=\"document\" aria-labelledby=\"title\" aria-describedby=\"description\">\n<title id=\"title\">");
        escape(file, title).append("</title>\n<desc id=\"description\">");
        escape(file, description).append("</desc>\n<metadata>\n<marsad xmlns=\"https://marsad.org/ns/sheet\">");
        facts.forEach((name, value) -> {
            file.append("\n<").append(name).append('>');
            escape(file, value).append("</").append(name).append('>');
        });
        file.append("\n</marsad>\n</metadata>\n<style>.t{fill-opacity:0;stroke:none}</style>\n<defs>\n");
        file.append(definitions).append("</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        return file.append(body).append("</svg>\n").toString();
    }

    @Override
    public void fill(Shape shape, Color color) {
        body.append("<path d=\"");
        path(body, shape.getPathIterator(null), 2);
        body.append("\" ");
        paint("fill", color);
        if (shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            body.append(" fill-rule=\"evenodd\"");
        }
        body.append("/>\n");
    }

    @Override
    public void stroke(Shape shape, Pen pen, Color color) {
        body.append("<path d=\"");
        path(body, shape.getPathIterator(null), 2);
        body.append("\" fill=\"none\" ");
        pen(pen, color);
        body.append("/>\n");
    }

    private void pen(Pen pen, Color color) {
        paint("stroke", color);
        body.append(" stroke-width=\"");
        Numbers.append(body, pen.width()).append("\" stroke-linejoin=\"round\"");
        if (pen.round()) {
            body.append(" stroke-linecap=\"round\"");
        }
        if (pen.dash().length > 0) {
            body.append(" stroke-dasharray=\"");
            for (int i = 0; i < pen.dash().length; i++) {
                Numbers.append(i == 0 ? body : body.append(' '), pen.dash()[i]);
            }
            body.append('"');
        }
    }

    private void paint(String what, Color color) {
        body.append(what).append("=\"").append(hex(color)).append('"');
        if (color.getAlpha() < 255) {
            body.append(' ').append(what).append("-opacity=\"");
            Numbers.append(body, color.getAlpha() / 255.0, 3).append('"');
        }
    }

    static String hex(Color color) {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }

    @Override
    public void text(TextLine line, double x, double y, double size, Color color) {
        if (line.text().isBlank()) {
            return;
        }
        glyphs(line, x, y, size, () -> paint("fill", color));
        double total = line.width(size);
        body.append("<text class=\"t\" font-size=\"");
        Numbers.append(body, size)
                .append("\" direction=\"")
                .append(line.rightToLeft() ? "rtl" : "ltr")
                .append("\" x=\"");
        // The start of a right-to-left line is its right end.
        Numbers.append(body, line.rightToLeft() ? x + total : x).append("\" y=\"");
        Numbers.append(body, y).append("\" textLength=\"");
        Numbers.append(body, total).append("\" lengthAdjust=\"spacingAndGlyphs\">");
        escape(body, line.text()).append("</text>\n");
    }

    @Override
    public void halo(TextLine line, double x, double y, double size, Color color, double width) {
        // The width is in the glyphs' units here.
        glyphs(line, x, y, size, () -> pen(Pen.round(width / size * Face.UNITS), color));
    }

    private void glyphs(TextLine line, double x, double y, double size, Runnable style) {
        body.append("<g aria-hidden=\"true\" transform=\"translate(");
        Numbers.append(body, x).append(' ');
        Numbers.append(body, y).append(")scale(");
        Numbers.append(body, size / Face.UNITS, 6).append(")\" ");
        style.run();
        body.append('>');
        for (var glyph : line.glyphs()) {
            int number = outline(glyph);
            if (number < 0) {
                continue; // a space
            }
            body.append("<use href=\"#g").append(number).append("\" x=\"");
            Numbers.append(body, glyph.x() * Face.UNITS, 0);
            if (glyph.y() != 0) {
                Numbers.append(body.append("\" y=\""), -glyph.y() * Face.UNITS, 0);
            }
            body.append("\"/>");
        }
        body.append("</g>\n");
    }

    private int outline(Glyph glyph) {
        return outlines.computeIfAbsent(glyph.face().name() + glyph.id(), key -> {
            var data = new StringBuilder();
            path(data, glyph.face().outline(glyph.id()).getPathIterator(null), 0);
            if (data.isEmpty()) {
                return -1;
            }
            definitions.append("<path id=\"g").append(outlines.size()).append("\" d=\"");
            definitions.append(data).append("\"/>\n");
            return outlines.size();
        });
    }

    private static void path(StringBuilder into, PathIterator path, int decimals) {
        double[] at = new double[6];
        for (; !path.isDone(); path.next()) {
            int pairs = switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> pairs(into, 'M', 1);
                case PathIterator.SEG_LINETO -> pairs(into, 'L', 1);
                case PathIterator.SEG_QUADTO -> pairs(into, 'Q', 2);
                case PathIterator.SEG_CUBICTO -> pairs(into, 'C', 3);
                default -> pairs(into, 'Z', 0);
            };
            for (int i = 0; i < 2 * pairs; i++) {
                Numbers.append(i == 0 ? into : into.append(' '), at[i], decimals);
            }
        }
    }

    private static int pairs(StringBuilder into, char command, int pairs) {
        into.append(command);
        return pairs;
    }

    @Override
    public void clipped(Shape shape, Runnable drawing) {
        int id = clips++;
        definitions.append("<clipPath id=\"c").append(id).append("\"><path d=\"");
        path(definitions, shape.getPathIterator(null), 2);
        definitions.append("\"/></clipPath>\n");
        body.append("<g clip-path=\"url(#c").append(id).append(")\">\n");
        drawing.run();
        body.append("</g>\n");
    }

    @Override
    public void tagged(Tag tag, String alternative, Runnable drawing) {
        body.append("<g");
        if (tag == Tag.FIGURE) {
            body.append(" role=\"img\" aria-label=\"");
            escape(body, alternative).append('"');
        } else if (tag == Tag.TITLE || tag == Tag.HEADING) {
            body.append(" role=\"heading\" aria-level=\"")
                    .append(tag == Tag.TITLE ? 1 : 2)
                    .append('"');
        } else if (tag == Tag.TABLE) {
            body.append(" role=\"table\"");
        } else if (tag == Tag.TR) {
            body.append(" role=\"row\"");
        } else if (tag == Tag.CELL || tag == Tag.HEADER_CELL) {
            body.append(tag == Tag.CELL ? " role=\"cell\"" : " role=\"columnheader\"");
        }
        body.append(">\n");
        drawing.run();
        body.append("</g>\n");
    }

    @Override
    public void link(Rectangle2D area, String address) {
        body.append("<a href=\"");
        escape(body, address).append("\" aria-label=\"");
        escape(body, address).append("\"><path fill-opacity=\"0\" d=\"");
        path(body, area.getPathIterator(null), 2);
        body.append("\"/></a>\n");
    }

    /** Characters that XML 1.0 cannot hold are left out. */
    private static StringBuilder escape(StringBuilder into, String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> into.append("&amp;");
                case '<' -> into.append("&lt;");
                case '>' -> into.append("&gt;");
                case '"' -> into.append("&quot;");
                default -> {
                    boolean allowed = c >= 0x20 && c < 0xD800 || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
                    if (allowed || c == '\n' || c == '\t') {
                        into.appendCodePoint(c);
                    }
                }
            }
        });
        return into;
    }
}
