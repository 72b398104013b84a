package org.marsad.ui.curation;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.ActorEdit;
import org.marsad.curation.ActorLabel;
import org.marsad.curation.ActorState;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditRefused;
import org.marsad.curation.Problem;
import org.marsad.text.Language;

/** An actor, and what can be done to it: one edit at a time, checked as it is written. */
final class ActorPanel extends Div {
    private static final long serialVersionUID = 1;

    private enum Act {
        CREATE,
        NAMES,
        DESCRIBE,
        RETIRE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the panel asks of the page. */
    interface Host {
        void rehearse(ActorEdit edit, Why why);

        void open(String actor);

        void close();
    }

    private final transient CurationDesk desk;
    private final transient GazetteerWords words;
    private final transient Host host;
    private final H2 title = new H2();
    private final Div facts = Rows.div("m-place-facts");
    private final Div acts = Rows.div("m-choices");
    private final transient Map<Act, NativeButton> buttons = new EnumMap<>(Act.class);
    private final Paragraph about = Rows.note("");
    private final ActorFields fields;
    private final ActorNamesEditor names;
    private final Problems problems;
    private final WhyFields why;
    private Act act = Act.CREATE;
    private transient @Nullable ActorState actor;

    ActorPanel(CurationDesk desk, GazetteerWords words, Host host) {
        this.desk = desk;
        this.words = words;
        this.host = host;
        addClassNames("m-place-panel", "m-actor-panel");
        fields = new ActorFields(desk.lexicography(), words, this::changed);
        names = new ActorNamesEditor(words, this::changed);
        problems = new Problems(words);
        why = new WhyFields(words, this::rehearse);
        acts.getElement().setAttribute("role", "group").setAttribute("aria-label", words.say("actors.acts"));
        for (var each : List.of(Act.NAMES, Act.DESCRIBE, Act.RETIRE)) {
            var button = Rows.choice(words.say("act." + each.word()), () -> show(each));
            button.getElement().setAttribute("data-act", each.word());
            buttons.put(each, button);
            acts.add(button);
        }
        var back = Rows.link(words.say("places.back"), host::close);
        back.addClassName("m-back");
        add(
                Rows.div("m-panel-head", title, back),
                Rows.div("m-panel-body", facts, acts, about, fields, names, problems, why));
    }

    /** An actor as it is. */
    void show(ActorState shown) {
        actor = shown;
        title.setText(words.actor(shown));
        title.getElement().setAttribute("dir", "auto");
        facts.removeAll();
        var what = Stream.of(
                        words.actorKind(shown.kind()),
                        shown.country() == null ? "" : words.country(shown.country()),
                        GazetteerWords.period(shown))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(words.say("list.comma")));
        var id = Rows.span(shown.id(), "m-code");
        id.getElement().setAttribute("dir", "ltr");
        facts.add(
                Rows.span(what),
                id,
                new Anchor(
                        "gazetteer/history?actor=" + shown.id(),
                        shown.version() == 0
                                ? words.say("places.unedited")
                                : words.say("places.version", shown.version())));
        var parent = shown.parent();
        if (parent != null) {
            var name = desk.lexicography().findActor(parent).map(words::actor).orElse(parent);
            facts.add(Rows.link(words.say("actors.partOf", name), () -> host.open(parent)));
        }
        if (shown.retired()) {
            facts.add(Rows.span(words.say("places.retired"), "m-tag", "m-tag-withdrawn"));
        }
        facts.setVisible(true);
        acts.setVisible(!shown.retired());
        show(Act.NAMES);
    }

    /** An actor that is not there yet. */
    void create(String name) {
        actor = null;
        title.setText(words.say("actors.new"));
        facts.setVisible(false);
        acts.setVisible(false);
        boolean latin =
                name.isEmpty() || Character.UnicodeScript.of(name.codePointAt(0)) == Character.UnicodeScript.LATIN;
        show(Act.CREATE);
        fields.clear(latin ? name : "");
        // The display name is in Latin script: what was read is the first of the names.
        names.show(latin ? List.of() : List.of(new ActorLabel(Language.AR, name)));
        fields.setNameFocused();
    }

    private void show(Act next) {
        act = next;
        buttons.forEach(
                (each, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(each == next)));
        var shown = actor;
        boolean retired = shown != null && shown.retired();
        about.setText(words.say(retired ? "actors.retiredHow" : "actors." + next.word() + "How"));
        fields.setVisible(!retired && (next == Act.CREATE || next == Act.DESCRIBE));
        names.setVisible(!retired && (next == Act.CREATE || next == Act.NAMES));
        if (shown != null) {
            fields.show(shown);
            names.show(shown.names());
        }
        why.setVisible(!retired);
        changed();
    }

    private void changed() {
        problems.show(List.of());
        if (actor != null && actor.retired()) {
            return;
        }
        try {
            edit().ifPresent(edit -> problems.show(desk.curation().check(edit).stream()
                    .filter(problem -> problem.code() != Problem.Code.NO_CHANGE)
                    .toList()));
        } catch (EditRefused e) {
            problems.show(e.problems());
        }
    }

    /** What is written now as an edit; empty where something is missing. */
    private Optional<ActorEdit> edit() {
        var seen = actor;
        if (seen == null) {
            return fields.name().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ActorEdit.CreateActor(fields.draft(names.names())));
        }
        return switch (act) {
            case CREATE -> Optional.empty();
            case NAMES -> Optional.of(names(seen));
            case DESCRIBE -> Optional.of(fields.described(seen));
            case RETIRE -> Optional.of(new ActorEdit.RetireActor(seen.id(), seen.version()));
        };
    }

    /** One more name is an edit of its own, which two admins can make at once. */
    private ActorEdit names(ActorState seen) {
        var now = names.names();
        var added = now.stream().filter(name -> !seen.names().contains(name)).toList();
        return added.size() == 1 && now.size() == seen.names().size() + 1
                ? new ActorEdit.AddActorAlias(seen.id(), seen.version(), added.getFirst())
                : new ActorEdit.EditActorNames(seen.id(), seen.version(), now);
    }

    private void rehearse() {
        if (names.isVisible() && names.isWriting()) {
            problems.say(words.say("names.unfinished"));
            return;
        }
        var edit = edit();
        if (edit.isEmpty()) {
            problems.say(words.say("actors.nameMissing"));
        } else if (why.isSaid()) {
            host.rehearse(edit.get(), why.get());
        }
    }
}
