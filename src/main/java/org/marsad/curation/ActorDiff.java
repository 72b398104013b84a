package org.marsad.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset.FieldChange;

/** What is different between two states of an actor, and what three-way merging makes of two changes. */
final class ActorDiff implements UndoPlanner.Diff<ActorState> {
    static final ActorDiff DIFF = new ActorDiff();

    private ActorDiff() {}

    private static Map<String, @Nullable String> fields(@Nullable ActorState actor) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("name", actor == null ? null : actor.name());
        fields.put("nameAr", actor == null ? null : actor.nameAr());
        fields.put("nameFr", actor == null ? null : actor.nameFr());
        fields.put("actorKind", actor == null ? null : actor.kind());
        fields.put("inter", actor == null ? null : Integer.toString(actor.inter()));
        fields.put("sector", actor == null ? null : actor.sector());
        fields.put("country", actor == null ? null : actor.country());
        fields.put("parent", actor == null ? null : actor.parent());
        fields.put("from", actor == null ? null : actor.from());
        fields.put("to", actor == null ? null : actor.to());
        fields.put("retired", actor == null ? null : "" + actor.retired());
        return fields;
    }

    @Override
    public List<FieldChange> between(@Nullable ActorState before, @Nullable ActorState after) {
        var changes = new ArrayList<FieldChange>();
        var id = Objects.requireNonNull(after == null ? before : after).id();
        var old = fields(before);
        fields(after).forEach((field, value) -> {
            if (!Objects.equals(old.get(field), value)) {
                changes.add(new FieldChange(id, field, old.get(field), value));
            }
        });
        names(before).stream()
                .filter(name -> !names(after).contains(name))
                .forEach(name -> changes.add(new FieldChange(id, "names", words(name), null)));
        names(after).stream()
                .filter(name -> !names(before).contains(name))
                .forEach(name -> changes.add(new FieldChange(id, "names", null, words(name))));
        return changes;
    }

    private static List<ActorLabel> names(@Nullable ActorState actor) {
        return actor == null ? List.of() : actor.names();
    }

    private static String words(ActorLabel name) {
        return name.text() + " (" + name.language().tag() + ")";
    }

    @Override
    public List<String> clashes(ActorState base, ActorState theirs, ActorState mine) {
        var now = fields(theirs);
        var wanted = fields(mine);
        var clashes = new ArrayList<String>();
        fields(base).forEach((field, value) -> {
            boolean both = !Objects.equals(value, now.get(field)) && !Objects.equals(value, wanted.get(field));
            if (both && !Objects.equals(now.get(field), wanted.get(field))) {
                clashes.add(field);
            }
        });
        return clashes;
    }

    @Override
    public List<String> lostNames(ActorState made, ActorState was, ActorState now) {
        return made.names().stream()
                .filter(name -> !was.names().contains(name) && !now.names().contains(name))
                .map(ActorLabel::text)
                .toList();
    }

    @Override
    public boolean hasName(ActorState actor, String text) {
        return actor.names().stream().anyMatch(name -> name.text().equals(text));
    }

    @Override
    public ActorState merge(ActorState base, ActorState theirs, ActorState mine) {
        var names = new ArrayList<>(theirs.names());
        names.removeIf(name -> base.names().contains(name) && !mine.names().contains(name));
        mine.names().stream()
                .filter(name -> !base.names().contains(name) && !names.contains(name))
                .forEach(names::add);
        names.sort(java.util.Comparator.comparingInt(name -> {
            int at = mine.names().indexOf(name);
            return at < 0 ? Integer.MAX_VALUE : at;
        }));
        return new ActorState(
                theirs.id(),
                theirs.version(),
                Objects.requireNonNull(pick(base.name(), theirs.name(), mine.name())),
                Objects.requireNonNull(pick(base.nameAr(), theirs.nameAr(), mine.nameAr())),
                Objects.requireNonNull(pick(base.nameFr(), theirs.nameFr(), mine.nameFr())),
                Objects.requireNonNull(pick(base.kind(), theirs.kind(), mine.kind())),
                Objects.requireNonNull(pick(base.inter(), theirs.inter(), mine.inter())),
                Objects.requireNonNull(pick(base.sector(), theirs.sector(), mine.sector())),
                pick(base.country(), theirs.country(), mine.country()),
                pick(base.parent(), theirs.parent(), mine.parent()),
                pick(base.from(), theirs.from(), mine.from()),
                pick(base.to(), theirs.to(), mine.to()),
                names,
                Objects.requireNonNull(pick(base.retired(), theirs.retired(), mine.retired())));
    }

    private static <T> @Nullable T pick(@Nullable T base, @Nullable T theirs, @Nullable T mine) {
        return Objects.equals(base, mine) ? theirs : mine;
    }
}
