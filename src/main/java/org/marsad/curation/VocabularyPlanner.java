package org.marsad.curation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.Problem.Code;
import org.marsad.store.LiveGazetteer;
import org.marsad.text.Folding;
import org.marsad.text.Language;

/** Turns an edit of actors or of words for events into what it makes of them. Reads only. */
final class VocabularyPlanner {
    private final ActorStates states;
    private final LiveGazetteer live;

    VocabularyPlanner(ActorStates states, LiveGazetteer live) {
        this.states = states;
        this.live = live;
    }

    /**
     * @throws EditRefused where the actor is not there, or both this edit and another since the admin saw it changed the
     *     same of it
     */
    EditPlan plan(ActorEdit edit) {
        return switch (edit) {
            case ActorEdit.CreateActor(ActorState actor) -> EditPlan.ofActor(null, made(actor));
            case ActorEdit.AddActorAlias(String id, long version, ActorLabel name) ->
                change(id, version, actor -> actor.called(with(actor.names(), List.of(name))));
            case ActorEdit.EditActorNames(String id, long version, List<ActorLabel> names) ->
                change(id, version, actor -> actor.called(names));
            case ActorEdit.DescribeActor describe ->
                change(describe.actor(), describe.version(), actor -> described(actor, describe));
            case ActorEdit.RetireActor(String id, long version) -> change(id, version, actor -> actor.retired(true));
        };
    }

    EditPlan plan(TriggerEdit edit) {
        return EditPlan.ofTriggers(
                switch (edit) {
                    case TriggerEdit.AddTrigger add -> List.of(change(add.word(), true));
                    case TriggerEdit.RetireTrigger retire -> List.of(change(retire.word(), false));
                    case TriggerEdit.ReplaceTrigger replace ->
                        replace.word().equals(replace.by())
                                ? List.of(change(replace.by(), true))
                                : List.of(change(replace.word(), false), change(replace.by(), true));
                });
    }

    private EditPlan.TriggerChange change(TriggerWord word, boolean is) {
        return new EditPlan.TriggerChange(
                word, live.refresh().vocabulary().triggers().contains(word), is);
    }

    private interface Change {
        ActorState of(ActorState actor);
    }

    private EditPlan change(String id, long version, Change change) {
        var now = states.find(id)
                .orElseThrow(() -> new EditRefused(List.of(new Problem(
                        Code.BAD_VALUE, true, "there is no actor " + id, List.of("actor", id), List.of()))));
        if (now.version() == version) {
            return EditPlan.ofActor(now, change.of(now));
        }
        var seen = states.findAt(id, version).or(() -> states.findInSources(id)).orElse(now);
        var mine = change.of(seen);
        var clashes = ActorDiff.DIFF.clashes(seen, now, mine);
        if (!clashes.isEmpty()) {
            throw new EditRefused(List.of(new Problem(
                    Code.CHANGED_MEANWHILE,
                    true,
                    now.name() + " was changed by another, in change " + now.version() + ", in what this changes too ("
                            + String.join(", ", clashes) + "): open it again",
                    List.of(now.name(), Long.toString(now.version())),
                    List.of())));
        }
        return EditPlan.ofActor(now, ActorDiff.DIFF.merge(seen, now, mine));
    }

    private static ActorState described(ActorState actor, ActorEdit.DescribeActor to) {
        var name = to.name().strip();
        return new ActorState(
                actor.id(),
                actor.version(),
                name,
                orElse(to.nameAr(), name),
                orElse(to.nameFr(), name),
                to.actorKind(),
                to.inter(),
                to.sector(),
                blank(to.country()),
                blank(to.parent()),
                blank(to.from()),
                blank(to.to()),
                with(
                        actor.names(),
                        displayNames(
                                actor, name, to.nameAr().strip(), to.nameFr().strip())),
                actor.retired());
    }

    /** Display names that are other than they were are names by which articles may call it. */
    private static List<ActorLabel> displayNames(@Nullable ActorState was, String name, String nameAr, String nameFr) {
        var names = new ArrayList<ActorLabel>();
        add(names, Language.AR, nameAr, was == null ? "" : was.nameAr(), name);
        add(names, Language.FR, nameFr, was == null ? "" : was.nameFr(), name);
        add(names, Language.EN, name, was == null ? "" : was.name(), "");
        return names;
    }

    private static void add(List<ActorLabel> names, Language language, String name, String was, String fallback) {
        if (!name.isEmpty() && !name.equals(was) && !name.equals(fallback) && name.length() <= ActorLabel.LONGEST) {
            names.add(new ActorLabel(language, name));
        }
    }

    private ActorState made(ActorState draft) {
        var name = draft.name().strip();
        return new ActorState(
                draft.id().isBlank() ? freeId(name) : draft.id().strip(),
                0,
                name,
                orElse(draft.nameAr(), name),
                orElse(draft.nameFr(), name),
                draft.kind(),
                draft.inter(),
                draft.sector(),
                blank(draft.country()),
                blank(draft.parent()),
                blank(draft.from()),
                blank(draft.to()),
                with(
                        displayNames(
                                null,
                                name,
                                draft.nameAr().strip(),
                                draft.nameFr().strip()),
                        draft.names()),
                false);
    }

    private String freeId(String name) {
        var slug = Folding.key(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = slug.isEmpty()
                ? "actor"
                : slug.substring(0, Math.min(60, slug.length())).replaceAll("-$", "");
        var id = base;
        for (int i = 2; isTaken(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    boolean isTaken(String id) {
        return states.find(id).isPresent() || !states.listVersionsAfter(id, -1).isEmpty();
    }

    private static List<ActorLabel> with(List<ActorLabel> names, List<ActorLabel> more) {
        var all = new ArrayList<>(names);
        more.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return all;
    }

    private static String orElse(String value, String other) {
        return value.isBlank() ? other : value.strip();
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
