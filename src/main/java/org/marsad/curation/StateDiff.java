package org.marsad.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset.FieldChange;

/**
 * What is different between two states of something that has fields and names: the fields one by one, each name by itself.
 *
 * @param <T> the state
 * @param <N> a name
 */
abstract class StateDiff<T, N> implements UndoPlanner.Diff<T> {
    /** The fields but the names, in words; each null for no state. */
    abstract Map<String, @Nullable String> fields(@Nullable T state);

    abstract String id(T state);

    abstract List<N> names(T state);

    /** A name's own text. */
    abstract String text(N name);

    /** A name with all that is known of it. */
    abstract String words(N name);

    private List<N> namesOf(@Nullable T state) {
        return state == null ? List.of() : names(state);
    }

    @Override
    public List<FieldChange> between(@Nullable T before, @Nullable T after) {
        var changes = new ArrayList<FieldChange>();
        var id = id(Objects.requireNonNull(after == null ? before : after));
        var old = fields(before);
        fields(after).forEach((field, value) -> {
            if (!Objects.equals(old.get(field), value)) {
                changes.add(new FieldChange(id, field, old.get(field), value));
            }
        });
        var were = namesOf(before);
        var are = namesOf(after);
        were.stream()
                .filter(name -> !are.contains(name))
                .forEach(name -> changes.add(new FieldChange(id, "names", words(name), null)));
        are.stream()
                .filter(name -> !were.contains(name))
                .forEach(name -> changes.add(new FieldChange(id, "names", null, words(name))));
        return changes;
    }

    @Override
    public List<String> clashes(T base, T theirs, T mine) {
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
    public List<String> lostNames(T made, T was, T now) {
        return names(made).stream()
                .filter(name -> !names(was).contains(name) && !names(now).contains(name))
                .map(this::text)
                .toList();
    }

    @Override
    public boolean hasName(T one, String text) {
        return names(one).stream().anyMatch(name -> text(name).equals(text));
    }

    /**
     * The names that have both changes of {@code base}, in the order of {@code mine}: so that a change taken back leaves them as
     * they stood.
     */
    List<N> mergedNames(T base, T theirs, T mine) {
        var merged = new ArrayList<>(names(theirs));
        merged.removeIf(name -> names(base).contains(name) && !names(mine).contains(name));
        names(mine).stream()
                .filter(name -> !names(base).contains(name) && !merged.contains(name))
                .forEach(merged::add);
        merged.sort(Comparator.comparingInt(name -> {
            int at = names(mine).indexOf(name);
            return at < 0 ? Integer.MAX_VALUE : at;
        }));
        return merged;
    }

    /** What {@code mine} made another than {@code base}, else as it is with them. */
    static <V extends @Nullable Object> V pick(V base, V theirs, V mine) {
        return Objects.equals(base, mine) ? theirs : mine;
    }
}
