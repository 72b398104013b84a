package org.marsad.ui.curation;

import java.util.List;
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
final class ActorPanel extends ActPanel<ActorPanel.Act> {
    private static final long serialVersionUID = 1;

    /** What can be done to an actor. */
    enum Act {
        CREATE,
        NAMES,
        DESCRIBE,
        RETIRE
    }

    /** What the panel asks of the page. */
    interface Host {
        void rehearse(ActorEdit edit, Why why);

        void open(String actor);

        void close();
    }

    private final transient Host host;
    private final ActorFields fields;
    private final ActorNamesEditor names;
    private Act act = Act.CREATE;
    private transient @Nullable ActorState actor;

    ActorPanel(CurationDesk desk, GazetteerWords words, Host host) {
        super(desk, words, words.say("actors.acts"), Act.class, List.of(Act.NAMES, Act.DESCRIBE, Act.RETIRE));
        this.host = host;
        addClassName("m-actor-panel");
        fields = new ActorFields(desk.lexicography(), words, this::changed);
        names = new ActorNamesEditor(words, this::changed);
        lay(host::close, fields, names, problems);
    }

    /** An actor as it is. */
    void show(ActorState shown) {
        actor = shown;
        var what = Stream.of(
                        words.actorKind(shown.kind()),
                        shown.country() == null ? "" : words.country(shown.country()),
                        GazetteerWords.period(shown))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(words.say("list.comma")));
        showFacts(words.actor(shown), what, "actor", shown.id(), shown.version(), shown.retired());
        var parent = shown.parent();
        if (parent != null) {
            var name = desk.lexicography().findActor(parent).map(words::actor).orElse(parent);
            facts.add(Rows.link(words.say("actors.partOf", name), () -> host.open(parent)));
        }
        show(Act.NAMES);
    }

    /** An actor that is not there yet. */
    void create(String name) {
        actor = null;
        showNew(words.say("actors.new"));
        show(Act.CREATE);
        fields.clear(isLatin(name) ? name : "");
        names.show(isLatin(name) ? List.of() : List.of(new ActorLabel(Language.AR, name)));
        fields.setNameFocused();
    }

    @Override
    void show(Act next) {
        act = next;
        mark(next);
        var shown = actor;
        boolean retired = shown != null && shown.retired();
        about.setText(words.say(retired ? "actors.retiredHow" : "actors." + word(next) + "How"));
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

    @Override
    void rehearse() {
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
