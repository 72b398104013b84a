package org.marsad.curation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset.FieldChange;

/** What is different between two states of a place, and what three-way merging makes of two changes. */
final class PlaceDiff {
    /** The same as one of several kinds of diffs. */
    static final UndoPlanner.Diff<PlaceState> DIFF = new UndoPlanner.Diff<>() {
        @Override
        public List<FieldChange> between(@Nullable PlaceState before, @Nullable PlaceState after) {
            return PlaceDiff.between(before, after);
        }

        @Override
        public List<String> clashes(PlaceState base, PlaceState theirs, PlaceState mine) {
            return PlaceDiff.clashes(base, theirs, mine);
        }

        @Override
        public List<String> lostNames(PlaceState made, PlaceState was, PlaceState now) {
            return made.names().stream()
                    .filter(name -> !was.names().contains(name) && !now.names().contains(name))
                    .map(PlaceLabel::text)
                    .toList();
        }

        @Override
        public boolean hasName(PlaceState one, String text) {
            return one.names().stream().anyMatch(name -> name.text().equals(text));
        }

        @Override
        public PlaceState merge(PlaceState base, PlaceState theirs, PlaceState mine) {
            return PlaceDiff.merge(base, theirs, mine);
        }
    };

    private PlaceDiff() {}

    /** The fields but the names, in words. */
    private static Map<String, @Nullable String> fields(@Nullable PlaceState place) {
        var fields = new LinkedHashMap<String, @Nullable String>();
        fields.put("name", place == null ? null : place.name());
        fields.put("level", place == null ? null : place.level().word());
        fields.put("feature", place == null ? null : place.feature());
        fields.put("country", place == null ? null : place.country());
        fields.put("admin1", place == null ? null : place.admin1());
        fields.put("position", place == null ? null : place.lat() + ", " + place.lon());
        fields.put("population", place == null ? null : Long.toString(place.population()));
        fields.put(
                "retired",
                place == null
                        ? null
                        : place.mergedInto() == null ? "" + place.retired() : "into " + place.mergedInto());
        return fields;
    }

    /** Null stands for no place. */
    static List<FieldChange> between(@Nullable PlaceState before, @Nullable PlaceState after) {
        var changes = new ArrayList<FieldChange>();
        var id = Objects.requireNonNull(after == null ? before : after).id();
        var old = fields(before);
        fields(after).forEach((field, value) -> {
            if (!Objects.equals(old.get(field), value)) {
                changes.add(new FieldChange(id, field, old.get(field), value));
            }
        });
        for (var name : names(before)) {
            if (names(after).stream().noneMatch(name::equals)) {
                changes.add(new FieldChange(id, "names", words(name), null));
            }
        }
        for (var name : names(after)) {
            if (names(before).stream().noneMatch(name::equals)) {
                changes.add(new FieldChange(id, "names", null, words(name)));
            }
        }
        return changes;
    }

    private static List<PlaceLabel> names(@Nullable PlaceState place) {
        return place == null ? List.of() : place.names();
    }

    private static String words(PlaceLabel name) {
        return name.text() + " (" + (name.language() == null ? "?" : name.language()) + ", "
                + name.kind().name().toLowerCase(java.util.Locale.ROOT) + ")";
    }

    /** The fields that two changes of one state make different, each in its way. */
    static List<String> clashes(PlaceState base, PlaceState theirs, PlaceState mine) {
        var was = fields(base);
        var now = fields(theirs);
        var wanted = fields(mine);
        var clashes = new TreeSet<String>();
        was.forEach((field, value) -> {
            boolean both = !Objects.equals(value, now.get(field)) && !Objects.equals(value, wanted.get(field));
            if (both && !Objects.equals(now.get(field), wanted.get(field))) {
                clashes.add(field);
            }
        });
        return List.copyOf(clashes);
    }

    /**
     * The state that has both the change from {@code base} to {@code mine} and that from {@code base} to {@code theirs};
     * names are added and taken away each by itself. To be asked only where nothing {@linkplain #clashes clashes}.
     */
    static PlaceState merge(PlaceState base, PlaceState theirs, PlaceState mine) {
        var names = new ArrayList<>(theirs.names());
        names.removeIf(name -> base.names().contains(name) && !mine.names().contains(name));
        mine.names().stream()
                .filter(name -> !base.names().contains(name))
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        boolean position = mine.lon() != base.lon() || mine.lat() != base.lat();
        boolean standing = mine.retired() != base.retired() || !Objects.equals(mine.mergedInto(), base.mergedInto());
        return new PlaceState(
                theirs.id(),
                theirs.version(),
                Objects.requireNonNull(pick(base.name(), theirs.name(), mine.name())),
                Objects.requireNonNull(pick(base.level(), theirs.level(), mine.level())),
                Objects.requireNonNull(pick(base.feature(), theirs.feature(), mine.feature())),
                pick(base.country(), theirs.country(), mine.country()),
                pick(base.admin1(), theirs.admin1(), mine.admin1()),
                position ? mine.lon() : theirs.lon(),
                position ? mine.lat() : theirs.lat(),
                Objects.requireNonNull(pick(base.population(), theirs.population(), mine.population())),
                inOrderOf(mine.names(), names),
                standing ? mine.retired() : theirs.retired(),
                standing ? mine.mergedInto() : theirs.mergedInto());
    }

    /** So that a change taken back leaves the names as they stood. */
    private static List<PlaceLabel> inOrderOf(List<PlaceLabel> order, List<PlaceLabel> names) {
        return names.stream()
                .sorted(java.util.Comparator.comparingInt(name -> {
                    int at = order.indexOf(name);
                    return at < 0 ? Integer.MAX_VALUE : at;
                }))
                .toList();
    }

    private static <T> @Nullable T pick(@Nullable T base, @Nullable T theirs, @Nullable T mine) {
        return Objects.equals(base, mine) ? theirs : mine;
    }
}
