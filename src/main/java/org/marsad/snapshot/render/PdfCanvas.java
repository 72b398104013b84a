package org.marsad.snapshot.render;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;

/** Writes a page of a PDF: paths, text as glyphs with their meaning, and marks that tie both to the document's structure. */
final class PdfCanvas implements Canvas {
    private final PdfFile file;
    private final PdfFile.Page page;
    private final double height;
    private final StringBuilder out = new StringBuilder(1 << 16);
    private boolean marked;

    PdfCanvas(PdfFile file, PdfFile.Page page, double height) {
        this.file = file;
        this.page = page;
        this.height = height;
        // Points with y downwards from here on; text turns it back.
        out.append("1 0 0 -1 0 ");
        number(height).append("cm\n1 j\n");
    }

    byte[] finish() {
        endArtifact();
        return out.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private StringBuilder number(double value) {
        return Numbers.append(out, value).append(' ');
    }

    /** All that is not part of the structure is decoration, and must say so. */
    private boolean artifact;

    private void beginArtifact() {
        if (!marked && !artifact) {
            out.append("/Artifact BMC\n");
            artifact = true;
        }
    }

    private void endArtifact() {
        if (artifact) {
            out.append("EMC\n");
            artifact = false;
        }
    }

    @Override
    public void fill(Shape shape, Color color) {
        beginArtifact();
        color(color, "rg");
        var path = shape.getPathIterator(null);
        boolean evenOdd = path.getWindingRule() == PathIterator.WIND_EVEN_ODD;
        path(path);
        out.append(evenOdd ? "f*\n" : "f\n");
    }

    @Override
    public void stroke(Shape shape, Pen pen, Color color) {
        beginArtifact();
        pen(pen, color);
        path(shape.getPathIterator(null));
        out.append("S\n");
    }

    private void pen(Pen pen, Color color) {
        color(color, "RG");
        number(pen.width()).append("w ").append(pen.round() ? "1 J [" : "0 J [");
        for (float length : pen.dash()) {
            number(length);
        }
        out.append("] 0 d\n");
    }

    private void color(Color color, String operator) {
        out.append(page.transparency(color.getAlpha())).append(" gs ");
        Numbers.append(out, color.getRed() / 255.0, 4).append(' ');
        Numbers.append(out, color.getGreen() / 255.0, 4).append(' ');
        Numbers.append(out, color.getBlue() / 255.0, 4).append(' ');
        out.append(operator).append('\n');
    }

    private void path(PathIterator path) {
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    x = at[0];
                    y = at[1];
                    pairs(at, 1).append("m\n");
                }
                case PathIterator.SEG_LINETO -> {
                    x = at[0];
                    y = at[1];
                    pairs(at, 1).append("l\n");
                }
                case PathIterator.SEG_QUADTO -> {
                    double[] cubic = {
                        x + (at[0] - x) * 2 / 3,
                        y + (at[1] - y) * 2 / 3,
                        at[2] + (at[0] - at[2]) * 2 / 3,
                        at[3] + (at[1] - at[3]) * 2 / 3,
                        at[2],
                        at[3]
                    };
                    x = at[2];
                    y = at[3];
                    pairs(cubic, 3).append("c\n");
                }
                case PathIterator.SEG_CUBICTO -> {
                    x = at[4];
                    y = at[5];
                    pairs(at, 3).append("c\n");
                }
                default -> out.append("h\n");
            }
        }
    }

    private StringBuilder pairs(double[] at, int pairs) {
        for (int i = 0; i < 2 * pairs; i++) {
            number(at[i]);
        }
        return out;
    }

    @Override
    public void text(TextLine line, double x, double y, double size, Color color) {
        if (line.glyphs().isEmpty()) {
            return;
        }
        beginArtifact();
        color(color, "rg");
        out.append("BT 0 Tr ");
        glyphs(line, x, y, size);
        out.append("ET\n");
    }

    @Override
    public void halo(TextLine line, double x, double y, double size, Color color, double width) {
        if (line.glyphs().isEmpty()) {
            return;
        }
        beginArtifact();
        // Stands for no text: the letters themselves come after.
        out.append("/Span <</ActualText <>>> BDC\n");
        pen(Pen.round(width), color);
        out.append("BT 1 Tr ");
        glyphs(line, x, y, size);
        out.append("0 Tr ET\nEMC\n");
    }

    private void glyphs(TextLine line, double x, double y, double size) {
        PdfFont font = null;
        double rise = 0;
        double at = 0; // where the viewer stands, in thousandths of an em from the line's left end
        boolean open = false;
        for (var glyph : line.glyphs()) {
            var its = file.font(glyph.face());
            boolean fresh = its != font;
            if (open && (fresh || glyph.y() != rise)) {
                out.append(">] TJ\n");
                open = false;
            }
            if (fresh) {
                font = its;
                out.append(page.fontName(font)).append(' ');
                number(size).append("Tf 1 0 0 -1 ");
                at = glyph.x() * 1000;
                number(x + glyph.x() * size);
                number(y).append("Tm\n");
            }
            if (fresh ? rise != 0 || glyph.y() != 0 : glyph.y() != rise) {
                rise = glyph.y();
                number(rise * size).append("Ts\n");
            }
            if (!open) {
                out.append("[<");
                open = true;
            }
            long back = Math.round(at - glyph.x() * 1000);
            if (back != 0) {
                out.append('>').append(back).append('<');
                at -= back;
            }
            int code = font.code(glyph);
            append4(code);
            at += font.advance(code);
        }
        if (open) {
            out.append(">] TJ\n");
        }
        if (rise != 0) {
            out.append("0 Ts\n");
        }
    }

    private void append4(int code) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.toUpperCase(Character.forDigit((code >> shift) & 15, 16)));
        }
    }

    @Override
    public void clipped(Shape shape, Runnable drawing) {
        endArtifactOrKeep();
        out.append("q\n");
        path(shape.getPathIterator(null));
        out.append("W n\n");
        drawing.run();
        endArtifactOrKeep();
        out.append("Q\n");
    }

    /** A mark must not begin inside what is saved and end outside. */
    private void endArtifactOrKeep() {
        if (!marked) {
            endArtifact();
        }
    }

    @Override
    public void tagged(Tag tag, String alternative, Runnable drawing) {
        if (marked) {
            drawing.run(); // inside a figure all is the figure
            return;
        }
        endArtifact();
        if (tag.isGroup()) {
            page.begin(tag, alternative);
            drawing.run();
            endArtifact();
            page.end();
            return;
        }
        int mark = page.leaf(tag, alternative);
        out.append('/').append(tag.pdf()).append(" <</MCID ").append(mark).append(">> BDC\n");
        marked = true;
        drawing.run();
        marked = false;
        out.append("EMC\n");
    }

    @Override
    public void link(Rectangle2D area, String address) {
        page.link(
                new Rectangle2D.Double(area.getX(), height - area.getMaxY(), area.getWidth(), area.getHeight()),
                address);
    }
}
