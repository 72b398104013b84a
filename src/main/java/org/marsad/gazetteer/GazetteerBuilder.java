package org.marsad.gazetteer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * Gathers places and names from several sources into a {@link Gazetteer}. The first source to name a place gives its
 * attributes; later ones add names and fill gaps. Not safe for several threads.
 */
final class GazetteerBuilder {
    /** Letters and blanks of an Arabic name that is also looked for in one word. */
    static final int LONGEST_CLOSED_UP = 16;

    private final Places.Builder places = new Places.Builder();
    private final NameIndexBuilder names = new NameIndexBuilder();
    private final Set<String> divisions = new HashSet<>();
    private final List<LoadReport> reports = new ArrayList<>();
    private final NameSink sink;

    GazetteerBuilder() {
        this((_, _, _, _) -> {});
    }

    GazetteerBuilder(NameSink sink) {
        this.sink = sink;
    }

    /**
     * @param rank 0 for a dump, 1 for the shipped cities, 2 for a curated file
     * @return the place's ordinal
     */
    int addPlace(Places.Row row, int rank) {
        if (rank == 2 && (row.level() == PlaceLevel.ADMIN1 || row.level() == PlaceLevel.ADMIN2)) {
            for (var key : NameKeys.list(row.name())) {
                var bare = DivisionNames.bare(row.name());
                divisions.add(row.country() + row.level() + (bare == null ? key : bare));
            }
        }
        return places.add(row, rank);
    }

    boolean isKnown(String id) {
        return find(id) >= 0;
    }

    /** The ordinal of a place, or below 0. */
    int find(String id) {
        return places.find(id);
    }

    /** Whether our own files have a division of this name and level in a country. */
    boolean hasDivision(String country, PlaceLevel level, String name) {
        return divisions.contains(country + level + name);
    }

    void nameAdmin1(String country, String code, String name) {
        places.nameAdmin1(country, code, name);
    }

    void addName(int place, String name, NameKind kind, @Nullable Language language) {
        sink.accept(place, name, kind, language);
        boolean capitalsOnly = isAbbreviation(name);
        for (var key : NameKeys.list(name)) {
            if (isUsable(key)) {
                names.add(key, Posting.of(place, kind, language, capitalsOnly));
            }
        }
    }

    /** "Région de Gao" is also found as "Gao", and "Sahel (Burkina Faso)" by the part outside the brackets. */
    void addBareDivision(int place, String name) {
        var bare = DivisionNames.bare(name);
        addName(place, bare == null ? name : bare, NameKind.VARIANT, null);
    }

    /** Arabic names of several words are also written as one: «بوركينافاسو». */
    void addClosedUp(int place, String name, NameKind kind) {
        var key = NameKeys.list(name).getFirst();
        if (key.indexOf(' ') > 0 && key.length() <= LONGEST_CLOSED_UP) {
            names.add(key.replace(" ", ""), Posting.of(place, kind, Language.AR, false));
        }
    }

    void addReport(LoadReport report) {
        reports.add(report);
    }

    Gazetteer build() {
        return new Gazetteer(places.build(), names.build(), reports);
    }

    /** A letter by itself or a bare number names no place that a scan could find. */
    static boolean isUsable(String key) {
        return key.length() >= 2 && key.length() <= 80 && key.chars().anyMatch(Character::isLetter);
    }

    /** US, RDC, UAE: in small letters another word. */
    static boolean isAbbreviation(String name) {
        return name.length() <= 6
                && name.chars().allMatch(c -> Character.isUpperCase(c) || c == '.' || c == ' ')
                && name.chars().filter(Character::isUpperCase).count() <= 4;
    }
}
