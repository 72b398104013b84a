package org.marsad.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Problem.Code;
import org.marsad.gazetteer.EditedPlace;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.PlaceName;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.geo.Countries;
import org.marsad.geo.Placement;
import org.marsad.geocode.CommonWords;
import org.marsad.store.EditedPlaces;
import org.marsad.store.StoredArticles;

/** What is wrong with places as they are to be. */
final class PlaceChecks {
    private static final double DUPLICATE_KM = 5;
    private static final double NAMESAKE_KM = 300;
    private static final int MOST_NAMESAKES = 5;

    private final PlaceLookup lookup;
    private final StoredArticles articles;
    private @Nullable CommonWords words;

    PlaceChecks(PlaceLookup lookup, StoredArticles articles) {
        this.lookup = lookup;
        this.articles = articles;
    }

    List<Problem> check(PlaceEdit edit, EditPlan plan) {
        var problems = new ArrayList<Problem>();
        plan.after().forEach((id, after) -> {
            if (after != null) {
                check(plan.before().get(id), after, edit, problems);
            }
        });
        if (edit instanceof PlaceEdit.Merge merge) {
            checkMerge(merge, plan, problems);
        }
        if (edit instanceof PlaceEdit.Decide decide
                && SurfaceForms.key(decide.surface()).isEmpty()) {
            problems.add(emptyName(decide.surface()));
        }
        if (edit instanceof PlaceEdit.Decide decide
                && decide.place() != null
                && lookup.find(decide.place()).filter(place -> !place.retired()).isEmpty()) {
            problems.add(badValue("place", decide.place(), "there is no place " + decide.place()));
        }
        if (problems.stream().noneMatch(Problem::refused) && plan.changes().isEmpty()) {
            problems.add(new Problem(Code.NO_CHANGE, true, "this changes nothing", List.of(), List.of()));
        }
        return problems;
    }

    private void check(@Nullable PlaceState before, PlaceState after, PlaceEdit edit, List<Problem> problems) {
        if (before == null) {
            checkId(after, problems);
        }
        boolean state = after.level() == PlaceLevel.COUNTRY;
        boolean standing = before == null || before.retired() != after.retired() || before.level() != after.level();
        if (standing && (state || before != null && before.level() == PlaceLevel.COUNTRY)) {
            problems.add(new Problem(
                    Code.STATE,
                    true,
                    "states are neither made, merged nor retired here: they come with Marsad",
                    List.of(),
                    List.of(after.id())));
        }
        if (after.retired()) {
            if (before != null && before.retired() && after.mergedInto() == null) {
                problems.add(badValue("retired", after.name(), after.name() + " is retired already"));
            }
            return;
        }
        if (before == null
                || before.lon() != after.lon()
                || before.lat() != after.lat()
                || !Objects.equals(before.country(), after.country())) {
            checkPosition(after, problems);
        }
        if (before == null
                || before.lon() != after.lon()
                || before.lat() != after.lat()
                || !Objects.equals(before.admin1(), after.admin1())) {
            checkDivision(after, problems);
        }
        checkFields(after, problems);
        checkNames(before, after, problems);
        if (!(edit instanceof PlaceEdit.Merge)) {
            checkNamesakes(before, after, problems);
        }
    }

    private void checkId(PlaceState after, List<Problem> problems) {
        try {
            new PlaceId(after.id());
        } catch (IllegalArgumentException e) {
            problems.add(
                    badValue("id", after.id(), "\"" + after.id() + "\" is no id: letters, a colon, letters or digits"));
            return;
        }
        if (lookup.isTaken(after.id())) {
            problems.add(new Problem(
                    Code.TAKEN, true, "the id " + after.id() + " is taken", List.of(after.id()), List.of(after.id())));
        }
    }

    private void checkFields(PlaceState after, List<Problem> problems) {
        if (after.name().isBlank() || after.name().length() > PlaceLabel.LONGEST) {
            problems.add(new Problem(Code.NO_NAME, true, "a place has a name", List.of(), List.of(after.id())));
        }
        if (!after.feature().matches("[A-Z0-9]{1,10}")) {
            problems.add(
                    badValue("feature", after.feature(), "\"" + after.feature() + "\" is no feature code of GeoNames"));
        }
        var country = after.country();
        if (country != null && Countries.builtIn().findArea(country).isEmpty()) {
            problems.add(badValue("country", country, "\"" + country + "\" is no country's ISO 3166-1 code"));
        }
        if (after.population() < 0) {
            problems.add(badValue("population", "" + after.population(), "a population below 0"));
        }
    }

    private static Problem badValue(String field, String value, String message) {
        return new Problem(Code.BAD_VALUE, true, message, List.of(field, value), List.of());
    }

    private void checkPosition(PlaceState place, List<Problem> problems) {
        double lon = place.lon();
        double lat = place.lat();
        var country = place.country();
        switch (Placement.of(lon, lat, country)) {
            case Placement.Fits() -> {}
            case Placement.NotOnEarth(boolean swapped) ->
                problems.add(new Problem(
                        swapped ? Code.SWAPPED : Code.NOT_ON_EARTH,
                        true,
                        position(lat, lon) + " is not on Earth" + (swapped ? "; the other way round it is" : ""),
                        swapped ? List.of(position(lon, lat)) : List.of(position(lat, lon)),
                        List.of()));
            case Placement.NullIsland() ->
                problems.add(new Problem(
                        Code.NULL_ISLAND,
                        true,
                        "latitude and longitude are both 0, which stands for unknown",
                        List.of(),
                        List.of()));
            case Placement.Swapped() ->
                problems.add(new Problem(
                        Code.SWAPPED,
                        true,
                        position(lat, lon) + " is not in " + country
                                + "; latitude and longitude the other way round it is: " + position(lon, lat),
                        List.of(position(lon, lat)),
                        List.of()));
            case Placement.AtSea(boolean atCoast) -> {
                boolean refused = !atCoast && place.level() != PlaceLevel.FEATURE && place.level() != PlaceLevel.REGION;
                problems.add(new Problem(
                        Code.AT_SEA,
                        refused,
                        position(lat, lon)
                                + (refused ? " is at sea" : " is at sea, or on a coast that the map simplifies"),
                        List.of(),
                        List.of()));
            }
            case Placement.Elsewhere(String found, boolean atBorder) ->
                problems.add(new Problem(
                        Code.OUTSIDE_COUNTRY,
                        !atBorder,
                        position(lat, lon) + " is in " + found + ", not in " + country
                                + (atBorder ? ", or so near the border that the map cannot tell" : ""),
                        List.of(String.valueOf(country), found),
                        List.of()));
        }
    }

    private void checkDivision(PlaceState place, List<Problem> problems) {
        var country = place.country();
        boolean divided = place.level() == PlaceLevel.SETTLEMENT || place.level() == PlaceLevel.ADMIN2;
        if (!divided || country == null || problems.stream().anyMatch(Problem::refused)) {
            return;
        }
        var gazetteer = lookup.gazetteer();
        var stated = place.admin1();
        DivisionGuess.of(gazetteer, country, place.lon(), place.lat(), place.id())
                .filter(guess -> stated == null || !guess.allows(gazetteer, country, stated))
                .ifPresent(guess -> problems.add(new Problem(
                        Code.DIVISION,
                        false,
                        "by the places nearest to it, it is in " + guess.division() + " (a guess); "
                                + (stated == null ? "no division is stated" : "stated is " + stated),
                        List.of(stated == null ? "—" : stated, guess.division()),
                        List.of())));
    }

    private static String position(double lat, double lon) {
        return String.format(Locale.ROOT, "%.5f, %.5f", lat, lon);
    }

    private void checkNames(@Nullable PlaceState before, PlaceState after, List<Problem> problems) {
        // An unedited place without names is one whose names are not in the database yet.
        if (after.names().isEmpty() && (before == null || !before.names().isEmpty())) {
            problems.add(new Problem(
                    Code.NO_NAME,
                    true,
                    "no name would be left by which articles call it",
                    List.of(),
                    List.of(after.id())));
        }
        for (var name : after.names()) {
            if (before != null && before.names().stream().anyMatch(name::isSameNameAs)) {
                continue;
            }
            if ("=+@\t\r".indexOf(name.text().charAt(0)) >= 0
                    || name.text().chars().anyMatch(c -> c < ' ')) {
                problems.add(
                        badValue("name", name.text(), "\"" + name.text() + "\" is a formula or has controls in it"));
                continue;
            }
            var keys = EditedPlace.keys(
                    new PlaceName(
                            new PlaceId("marsad:x"), name.text(), EditedPlaces.language(name.language()), name.kind()),
                    after.level());
            if (keys.isEmpty()) {
                problems.add(emptyName(name.text()));
            }
            keys.stream()
                    .filter(key -> key.indexOf(' ') < 0 && words().isCommon(key))
                    .findFirst()
                    .ifPresent(key -> problems.add(new Problem(
                            Code.COMMON_WORD,
                            false,
                            "\"" + name.text() + "\" is a common word: it stands in " + articles.countWithWords(key)
                                    + " stored articles; rehearse before you apply it",
                            List.of(name.text(), Integer.toString(articles.countWithWords(key))),
                            List.of())));
        }
    }

    private synchronized CommonWords words() {
        if (words == null) {
            words = new CommonWords();
        }
        return words;
    }

    private static Problem emptyName(String name) {
        return new Problem(
                Code.EMPTY_NAME,
                true,
                "nothing that could be found in a text is left of \"" + name + "\"",
                List.of(name),
                List.of());
    }

    private void checkNamesakes(@Nullable PlaceState before, PlaceState after, List<Problem> problems) {
        var names = after.names().stream()
                .filter(name -> before == null
                        || before.lon() != after.lon()
                        || before.lat() != after.lat()
                        || before.names().stream().noneMatch(name::isSameNameAs))
                .map(PlaceLabel::text)
                .toList();
        int namesakes = 0;
        for (var found : lookup.listNamesakes(names, after.lon(), after.lat(), after.id(), 20)) {
            double km = Objects.requireNonNull(found.km());
            var other = found.place();
            boolean duplicate = km <= DUPLICATE_KM && other.level() == after.level();
            if (duplicate) {
                problems.add(new Problem(
                        Code.DUPLICATE,
                        false,
                        String.format(
                                Locale.ROOT,
                                "%s (%s), %.1f km away, is called %s too",
                                other.name(),
                                other.id(),
                                km,
                                found.matched()),
                        List.of(other.name(), String.format(Locale.ROOT, "%.1f", km)),
                        List.of(other.id())));
            } else if (km <= NAMESAKE_KM && namesakes++ < MOST_NAMESAKES) {
                problems.add(new Problem(
                        Code.NAMESAKE,
                        false,
                        String.format(
                                Locale.ROOT,
                                "%s (%s, %s), %.0f km away, is called %s too",
                                other.name(),
                                other.id(),
                                other.country(),
                                km,
                                found.matched()),
                        List.of(other.name(), String.valueOf(other.country())),
                        List.of(other.id())));
            }
        }
    }

    private static void checkMerge(PlaceEdit.Merge merge, EditPlan plan, List<Problem> problems) {
        var into = plan.before().get(merge.into());
        boolean same = merge.place().equals(merge.into());
        if (same || into == null || into.retired()) {
            problems.add(new Problem(
                    Code.MERGE_CYCLE,
                    true,
                    same
                            ? "a place is not merged into itself"
                            : merge.into() + " is retired"
                                    + (into != null && into.mergedInto() != null ? " into " + into.mergedInto() : "")
                                    + "; merge into that which took its names over",
                    List.of(merge.place(), merge.into()),
                    List.of(merge.into())));
        }
        var from = plan.before().get(merge.place());
        if (from != null && from.names().isEmpty() && !same) {
            problems.add(new Problem(
                    Code.NO_NAME,
                    true,
                    "the names of " + from.name()
                            + " are not in the database yet: the gazetteer is still being written into it",
                    List.of(),
                    List.of(from.id())));
        }
    }
}
