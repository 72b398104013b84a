package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.MentionTexts.Excerpt;
import org.marsad.curation.MentionTexts.Stretch;
import org.marsad.curation.Rehearsal;
import org.marsad.curation.Rehearsal.ActorEffect;
import org.marsad.curation.Rehearsal.BorderEffect;
import org.marsad.curation.Rehearsal.EventEffect;
import org.marsad.curation.Rehearsal.Fate;
import org.marsad.curation.Rehearsal.MentionEffect;
import org.marsad.curation.Rehearsal.TouchedSnapshot;
import org.marsad.curation.Rehearsal.Whereabouts;

/** What an edit does, or did: in figures, by corridor, event by event and mention by mention. */
final class RehearsalReport extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 40;

    private final transient GazetteerWords words;
    private final transient Rehearsal rehearsal;
    private final transient CurationDesk desk;
    private final transient Map<MentionEffect, Excerpt> texts;
    private final transient Map<Stretch, Excerpt> actorTexts;
    private final transient Map<String, String> actorNames = new HashMap<>();

    RehearsalReport(CurationDesk desk, GazetteerWords words, Rehearsal rehearsal) {
        this.desk = desk;
        this.words = words;
        this.rehearsal = rehearsal;
        texts = desk.mentions().list(rehearsal.mentions());
        actorTexts = desk.mentions()
                .listStretches(rehearsal.ofActors().mentions().stream()
                        .limit(SHOWN)
                        .map(Stretch::of)
                        .toList());
        addClassName("m-report-of");
        add(figures(), summary());
        if (rehearsal.mentionsChanged() == 0 && rehearsal.ofActors().changed() == 0 && rehearsal.eventsChanged() == 0) {
            add(Rows.note(words.say("rehearsal.nothing")));
        }
        addPart(words.say("rehearsal.borders"), borders());
        addPart(words.say("rehearsal.snapshots"), snapshots(rehearsal.snapshots()));
        addPart(words.say("rehearsal.events"), events());
        addPart(words.say("rehearsal.actors"), actors());
        addPart(words.say("rehearsal.mentions"), mentions());
    }

    private void addPart(String heading, List<? extends Component> rows) {
        if (!rows.isEmpty()) {
            var part = Rows.div("m-part", new H3(heading));
            part.add(rows.toArray(Component[]::new));
            add(part);
        }
    }

    private Div figures() {
        var figures = Rows.div("m-figures-row");
        int speakers = rehearsal.ofActors().changed();
        if (speakers == 0 || rehearsal.mentionsChanged() > 0) {
            figures.add(figure("mentions", rehearsal.mentionsChanged()));
        }
        if (speakers > 0) {
            figures.add(figure("actors", speakers));
        }
        var byFate =
                rehearsal.events().stream().collect(Collectors.groupingBy(EventEffect::fate, Collectors.counting()));
        if (rehearsal.eventsChanged() > rehearsal.events().size()) {
            figures.add(figure("events", rehearsal.eventsChanged()));
        } else {
            for (var fate : Fate.values()) {
                if (byFate.containsKey(fate)) {
                    figures.add(figure(word(fate), byFate.get(fate)));
                }
            }
            if (byFate.isEmpty()) {
                figures.add(figure("events", 0));
            }
        }
        return figures;
    }

    private Div figure(String what, long count) {
        var figure = Rows.figure(words.number(count), words.say("rehearsal.of." + what, count));
        figure.getElement().setAttribute("data-figure", what);
        return figure;
    }

    private static String word(Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    private Component summary() {
        var seconds = words.number(Math.max(1, Math.round(rehearsal.took().toMillis() / 100.0)) / 10.0);
        return Rows.note(
                rehearsal.exact()
                        ? words.say("rehearsal.exact", rehearsal.recoded(), seconds)
                        : words.say("rehearsal.sample", rehearsal.recoded(), rehearsal.affected(), seconds));
    }

    /** A row a border, a column a width. */
    private List<NativeTable> borders() {
        if (rehearsal.borders().isEmpty()) {
            return List.of();
        }
        var widths = rehearsal.borders().stream()
                .map(BorderEffect::km)
                .distinct()
                .sorted()
                .toList();
        var table = new NativeTable();
        table.addClassNames("m-figures", "m-corridors");
        var head = new NativeTableRow(new NativeTableHeaderCell(words.say("rehearsal.border")));
        widths.forEach(km -> head.add(new NativeTableHeaderCell(words.say("rehearsal.km", km))));
        table.getHead().add(head);
        var byBorder = new LinkedHashMap<String, Map<Integer, BorderEffect>>();
        rehearsal
                .borders()
                .forEach(effect -> byBorder.computeIfAbsent(effect.border(), _ -> new LinkedHashMap<>())
                        .put(effect.km(), effect));
        byBorder.forEach((border, effects) -> {
            var row = new NativeTableRow(new NativeTableHeaderCell(words.border(border)));
            row.getElement().setAttribute("data-border", border);
            widths.forEach(km -> {
                var effect = effects.get(km);
                var cell = new NativeTableCell(
                        effect == null
                                ? ""
                                : "\u2066" + words.number(effect.before()) + " → " + words.number(effect.after())
                                        + "\u2069");
                row.add(cell);
            });
            table.getBody().add(row);
        });
        return List.of(table);
    }

    private List<Anchor> snapshots(List<TouchedSnapshot> touched) {
        return touched.stream()
                .map(snapshot -> {
                    var link = new Anchor("verify/" + snapshot.code(), snapshot.title());
                    link.getElement().setAttribute("dir", "auto");
                    link.add(Rows.span(snapshot.code(), "m-fact-note"));
                    link.addClassName("m-touched");
                    return link;
                })
                .toList();
    }

    private List<Component> events() {
        var rows = new ArrayList<Component>();
        rehearsal.events().stream().limit(SHOWN).forEach(effect -> rows.add(event(effect)));
        more(rehearsal.eventsChanged(), rows);
        return rows;
    }

    private void more(int all, List<Component> rows) {
        if (all > rows.size() && !rows.isEmpty()) {
            rows.add(Rows.note(words.say("rehearsal.more", all - rows.size())));
        }
    }

    private Div event(EventEffect effect) {
        var row = Rows.div(
                "m-effect",
                Rows.div(
                        "m-effect-head",
                        Rows.span(words.say("fate." + word(effect.fate())), "m-tag", "m-tag-" + word(effect.fate())),
                        Rows.span(
                                words.type(effect.type()) + words.say("list.dash") + words.day(effect.start()),
                                "m-strong")),
                way(effect));
        row.getElement().setAttribute("data-event", Long.toString(effect.event()));
        difference(effect.before(), effect.after()).ifPresent(row::add);
        if (effect.into() != null) {
            row.add(Rows.span(words.say("rehearsal.into", Long.toString(effect.into())), "m-fact-note"));
        }
        excerpt(effect).map(Rows::sentence).ifPresent(row::add);
        return row;
    }

    /** Who takes part otherwise than before. */
    private Optional<Div> difference(@Nullable Whereabouts before, @Nullable Whereabouts after) {
        if (before == null || after == null || before.actors() == null || after.actors() == null) {
            return Optional.empty();
        }
        var gone = before.actors().stream()
                .filter(one -> !after.actors().contains(one))
                .toList();
        var come = after.actors().stream()
                .filter(one -> !before.actors().contains(one))
                .toList();
        if (gone.isEmpty() && come.isEmpty()) {
            return Optional.empty();
        }
        var row = Rows.div("m-difference m-actor-difference");
        gone.forEach(one -> row.add(Rows.own(participant(one), "m-was")));
        if (!gone.isEmpty() && !come.isEmpty()) {
            row.add(Rows.span("→", "m-arrow"));
        }
        come.forEach(one -> row.add(Rows.own(participant(one), "m-after")));
        return Optional.of(row);
    }

    /** {@code jnim perpetrator} in words. */
    private String participant(String actorAndRole) {
        int at = actorAndRole.lastIndexOf(' ');
        return actor(actorAndRole.substring(0, at)) + " (" + words.say("role." + actorAndRole.substring(at + 1)) + ")";
    }

    private String actor(String id) {
        return actorNames.computeIfAbsent(
                id, one -> desk.lexicography().findActor(one).map(words::actor).orElse(one));
    }

    private Div way(EventEffect effect) {
        var way = Rows.div("m-difference");
        var before = effect.before();
        var after = effect.after();
        if (before != null && (effect.fate() != Fate.CORRECTED)) {
            way.add(Rows.own(words.where(before), effect.fate() == Fate.VANISHED ? "m-was" : "m-before"));
        }
        if (before != null && after != null && effect.fate() != Fate.CORRECTED) {
            way.add(Rows.span("→", "m-arrow"));
        }
        if (after != null) {
            way.add(Rows.own(words.where(after), "m-after"));
        }
        return way;
    }

    /** Of a mention of one of its places, where one is among those that change. */
    private Optional<Excerpt> excerpt(EventEffect effect) {
        var places = Stream.of(effect.after(), effect.before())
                .filter(Objects::nonNull)
                .map(Whereabouts::places)
                .flatMap(List::stream)
                .toList();
        return rehearsal.mentions().stream()
                .filter(mention -> places.contains(mention.after()) || places.contains(mention.before()))
                .map(texts::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<Component> mentions() {
        var rows = new ArrayList<Component>();
        rehearsal.mentions().stream().limit(SHOWN).forEach(mention -> rows.add(mention(mention)));
        more(rehearsal.mentionsChanged(), rows);
        return rows;
    }

    private List<Component> actors() {
        var rows = new ArrayList<Component>();
        rehearsal.ofActors().mentions().stream().limit(SHOWN).forEach(mention -> rows.add(actor(mention)));
        more(rehearsal.ofActors().changed(), rows);
        return rows;
    }

    private Div actor(ActorEffect mention) {
        var key = mention.before() == null
                ? "mention.appeared"
                : mention.after() == null ? "mention.vanished" : "mention.changed";
        var row = Rows.div(
                "m-effect",
                Rows.div(
                        "m-effect-head",
                        Rows.span(words.say(key), "m-tag"),
                        Rows.own(mention.text(), "m-strong"),
                        Rows.own(actors(mention.before()) + " → " + actors(mention.after()), "m-fact-note")),
                Rows.own(mention.title(), "m-fact-note"));
        var excerpt = actorTexts.get(Stretch.of(mention));
        if (excerpt != null) {
            row.add(Rows.sentence(excerpt));
        }
        return row;
    }

    private String actors(@Nullable String ids) {
        return ids == null
                ? words.say("mention.nobody")
                : Stream.of(ids.split(", ")).map(this::actor).collect(Collectors.joining(words.say("list.comma")));
    }

    private Div mention(MentionEffect mention) {
        var row = Rows.div("m-effect");
        var key = mention.appeared() ? "mention.appeared" : mention.vanished() ? "mention.vanished" : "mention.changed";
        row.add(Rows.div(
                "m-effect-head",
                Rows.span(words.say(key), "m-tag"),
                Rows.own(mention.text(), "m-strong"),
                Rows.span(place(mention.before()) + " → " + place(mention.after()), "m-fact-note")));
        row.add(Rows.own(mention.title(), "m-fact-note"));
        var excerpt = texts.get(mention);
        if (excerpt != null) {
            row.add(Rows.sentence(excerpt));
        }
        return row;
    }

    private String place(@Nullable String id) {
        return id == null ? words.say("mention.nowhere") : id;
    }
}
