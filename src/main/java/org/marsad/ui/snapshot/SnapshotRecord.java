package org.marsad.ui.snapshot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.seal.Manifest;
import org.marsad.text.Language;

/** What is kept of a snapshot: its picture, its files, and all that its manifest says of it. */
final class SnapshotRecord extends Div {
    private static final long serialVersionUID = 1;
    private static final long KILO = 1024;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final DescriptionList facts = new DescriptionList();

    SnapshotRecord(SnapshotDesk desk, Language reader, Snapshot snapshot) {
        this.desk = desk;
        this.reader = reader;
        addClassName("m-snap-record");
        var path = "api/v1/snapshots/" + snapshot.code() + "/files/";
        var picture = new Image(path + "thumbnail.png", say("snapshot.previewOf"));
        var large = new Anchor(path + "sheet.png", picture);
        large.getElement().setAttribute("download", true);
        large.addClassName("m-snap-picture");
        fill(snapshot);
        add(large, facts, files(snapshot, path));
    }

    private void fill(Snapshot snapshot) {
        var counts = snapshot.counts();
        fact("snapshot.code", SnapshotCard.ltr(SnapshotCode.printed(snapshot.code())));
        fact(
                "snapshot.frozen",
                new Span(desk.moment(snapshot.frozenAt(), reader) + say("list.comma") + desk.by(snapshot, reader)));
        fact(
                "list.label",
                new Span(
                        counts(counts) + (snapshot.aggregated() ? say("list.dash") + say("snapshot.aggregated") : "")));
        if (snapshot.withheldEvents() > 0) {
            fact(
                    "snapshot.leftOut",
                    new Span(say(
                            "sheet.withheld",
                            String.join(say("list.comma"), snapshot.withheld()),
                            snapshot.withheldEvents())));
        }
        if (snapshot.view() != null) {
            fact("schedule.view", auto(snapshot.view()));
        }
        if (!snapshot.note().isEmpty()) {
            fact("snapshot.note", auto(snapshot.note()));
        }
        if (!snapshot.classification().isEmpty()) {
            fact("snapshot.classification", auto(snapshot.classification()));
        }
        var before = snapshot.refreshes();
        if (before != null) {
            fact("snapshot.before", new Anchor("verify/" + SnapshotCode.printed(before), SnapshotCode.printed(before)));
        }
        fact(
                "snapshot.versions",
                new Span("\u2068" + snapshot.software() + "\u2069 · "
                        + say("snapshot.gazetteerOf", "\u2068" + snapshot.gazetteer() + "\u2069")));
        fact("snapshot.seal", SnapshotCard.ltr(snapshot.seal()));
        var filter = new Anchor("?" + snapshot.query(), say("snapshot.openFilter"));
        fact("filter.title", filter);
    }

    private String counts(Snapshot.Counts counts) {
        var text = new StringBuilder(say("events", counts.total()));
        if (counts.certain() != null && counts.possible() != null) {
            text.append(say("list.dash")).append(say("corridor.counts", counts.certain(), counts.possible()));
        }
        if (counts.undated() > 0) {
            text.append(say("list.dash")).append(say("list.undated", counts.undated()));
        }
        if (counts.nowhere() > 0) {
            text.append(say("list.dash")).append(say("list.nowhere", counts.nowhere()));
        }
        return text.toString();
    }

    private Div files(Snapshot snapshot, String path) {
        var files = new Div();
        files.addClassName("m-snap-files");
        desk.snapshots().listFiles(snapshot).forEach(name -> {
            var link = new Anchor(path + name, label(name));
            link.getElement().setAttribute("download", true);
            link.addClassName("m-choice");
            link.getElement().setAttribute("data-file", name);
            snapshot.findFile(name).ifPresent(file -> link.add(size(file.bytes())));
            files.add(link);
        });
        return files;
    }

    private String label(String name) {
        return name.equals(Manifest.FILE)
                ? say("snapshot.manifest")
                : name.substring(name.lastIndexOf('.') + 1).toUpperCase(java.util.Locale.ROOT);
    }

    private Span size(long bytes) {
        var size = new Span(bytes < KILO * KILO ? (bytes + KILO - 1) / KILO + " kB" : bytes / (KILO * KILO) + " MB");
        size.addClassName("m-fact-note");
        size.getElement().setAttribute("dir", "ltr");
        return size;
    }

    private void fact(String key, Component value) {
        facts.add(new DescriptionList.Term(say(key)), new DescriptionList.Description(value));
    }

    private static Span auto(String text) {
        var span = new Span(text);
        span.getElement().setAttribute("dir", "auto");
        return span;
    }

    private String say(String key, Object... parameters) {
        return desk.say(reader, key, parameters);
    }
}
