package org.marsad.curation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different between two states of a place, and what three-way merging makes of two changes. */
final class PlaceDiff extends StateDiff<PlaceState, PlaceLabel> {
    static final PlaceDiff DIFF = new PlaceDiff();

    private PlaceDiff() {}

    @Override
    Map<String, @Nullable String> fields(@Nullable PlaceState place) {
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

    @Override
    String id(PlaceState place) {
        return place.id();
    }

    @Override
    List<PlaceLabel> names(PlaceState place) {
        return place.names();
    }

    @Override
    String text(PlaceLabel name) {
        return name.text();
    }

    @Override
    String words(PlaceLabel name) {
        return name.text() + " (" + (name.language() == null ? "?" : name.language()) + ", "
                + name.kind().name().toLowerCase(Locale.ROOT) + ")";
    }

    @Override
    public PlaceState merge(PlaceState base, PlaceState theirs, PlaceState mine) {
        boolean position = mine.lon() != base.lon() || mine.lat() != base.lat();
        boolean standing = mine.retired() != base.retired() || !Objects.equals(mine.mergedInto(), base.mergedInto());
        return new PlaceState(
                theirs.id(),
                theirs.version(),
                pick(base.name(), theirs.name(), mine.name()),
                pick(base.level(), theirs.level(), mine.level()),
                pick(base.feature(), theirs.feature(), mine.feature()),
                pick(base.country(), theirs.country(), mine.country()),
                pick(base.admin1(), theirs.admin1(), mine.admin1()),
                position ? mine.lon() : theirs.lon(),
                position ? mine.lat() : theirs.lat(),
                pick(base.population(), theirs.population(), mine.population()),
                mergedNames(base, theirs, mine),
                standing ? mine.retired() : theirs.retired(),
                standing ? mine.mergedInto() : theirs.mergedInto());
    }
}
