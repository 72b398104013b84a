package org.marsad.snapshot.render;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.sheet.Sheet;

/** The foot of a sheet: sources, who made it, and how to check it. */
final class SheetFoot {
    private final Sheet sheet;
    private final Words words;
    private final double scale;

    SheetFoot(Sheet sheet, Words words, double scale) {
        this.sheet = sheet;
        this.words = words;
        this.scale = scale;
    }

    /**
     * @param missing whether to explain the box for characters that no font has
     * @return the height taken
     */
    double draw(Page page, Rectangle2D content, double top, boolean missing) {
        var issue = sheet.issue();
        double qr = 40 * scale;
        double gap = 12 * scale;
        var box = SheetLayout.across(page, content, 0, content.getWidth() - qr - gap, top, 0);
        var small = new Page.Style(Weight.REGULAR, 6.1 * scale, Palette.SOFT);
        var strong = new Page.Style(Weight.SEMIBOLD, 6.6 * scale, Palette.INK);
        page.canvas()
                .stroke(
                        new Line2D.Double(content.getMinX(), top, content.getMaxX(), top),
                        Pen.of(0.6 * scale),
                        Palette.RULE);
        double y = top + 4 * scale;
        var texts = texts();
        var lines = page.fit(texts.getFirst(), box.getWidth(), 4, small);
        double from = y;
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.lines(lines, box, from, small));
        y += lines.size() * small.leading();
        var made = texts.get(1);
        if (missing) {
            made += " · " + words.say("missing");
        }
        var madeLines = page.fit(made, box.getWidth(), 2, small);
        double madeAt = y;
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.lines(madeLines, box, madeAt, small));
        y += madeLines.size() * small.leading() + 1.5 * scale;
        double codeAt = y + 6.5 * scale;
        var codeText = page.fit(texts.get(2), box.getWidth(), strong);
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.start(codeText, box, codeAt, strong));
        y += strong.leading();
        double checkAt = y + 6.2 * scale;
        var check = page.fit(texts.get(3), box.getWidth(), small);
        page.canvas().tagged(Tag.PARAGRAPH, "", () -> page.start(check, box, checkAt, small));
        y += small.leading();
        if (!issue.link().isBlank()) {
            var square = SheetLayout.across(page, content, content.getWidth() - qr, qr, top + 5 * scale, qr);
            page.canvas().tagged(Tag.FIGURE, issue.link(), () -> QrBlock.draw(page.canvas(), issue.link(), square));
            page.canvas().link(square, issue.link());
        }
        return Math.max(y - top, qr + 6 * scale);
    }

    /** Sources; who made it with what; page, code and seal; where to check it. */
    List<String> texts() {
        var issue = sheet.issue();
        var sources = words.say(
                "sources.list",
                sheet.sources().stream()
                        .map(source -> Words.isolated(
                                source.licence().isBlank()
                                        ? source.attribution()
                                        : source.attribution() + " (" + words.asIs(source.licence()) + ")"))
                        .collect(Collectors.joining(" · ")));
        var made = words.say("issue.made", Words.isolated(words.moment(issue.at())), Words.isolated(by(issue.by())))
                + " · " + words.say("issue.with", words.asIs(issue.software()), words.asIs(issue.gazetteer()));
        var code = new StringBuilder(words.say(
                "issue.page",
                words.number(sheet.page().number()),
                words.number(sheet.page().of())));
        code.append(" · ")
                .append(
                        issue.code().isBlank()
                                ? words.say("issue.preview")
                                : words.say("issue.code", words.asIs(SnapshotCode.printed(issue.code()))));
        if (issue.refreshes() != null) {
            code.append(" (")
                    .append(words.say("issue.refreshes", words.asIs(SnapshotCode.printed(issue.refreshes()))))
                    .append(")");
        }
        if (!issue.seal().isBlank()) {
            code.append(" · ").append(words.say("issue.seal", words.asIs("SHA-256 " + issue.seal())));
        }
        return List.of(
                sources,
                made,
                code.toString(),
                issue.link().isBlank() ? "" : words.say("issue.check", words.asIs(issue.link())));
    }

    private String by(String name) {
        return name.equals(Signer.COMMAND_LINE.name()) ? words.say("issue.commandLine") : name;
    }
}
