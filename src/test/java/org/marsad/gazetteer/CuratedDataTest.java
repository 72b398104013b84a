package org.marsad.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marsad.text.Folding;
import org.marsad.text.Table;

/** The tables written by hand hold together: {@code gazetteer/README.md} says what each column promises. */
class CuratedDataTest {
    private static final String DATE = "(\\d{4}(-\\d\\d(-\\d\\d)?)?)?";
    private static final Pattern ARABIC = Pattern.compile("[\\p{IsArabic}0-9 ()/.،-]+");
    private static final Set<String> KINDS =
            Set.of(("state-forces government rebel militia identity-militia external-forces civilians protesters"
                            + " intergovernmental company media other")
                    .split(" "));
    private static final Set<String> SECTORS =
            Set.of("GOV MIL COP SPY LEG JUD OPP PTY REB UAF CRM CVL IGO NGO MED BUS REL EDU AGR LAB HLH".split(" "));
    private static final Set<String> LEVELS = Set.of("settlement", "admin1", "admin2", "feature", "region");

    /** South, west, north, east in degrees, a little more than the country: a slip of the hand falls outside. */
    private static final Map<String, double[]> BOUNDS = Map.ofEntries(
            bounds("ML", 10.1, -12.3, 25.1, 4.3),
            bounds("SN", 12.2, -17.7, 16.8, -11.3),
            bounds("MR", 14.6, -17.2, 27.4, -4.7),
            bounds("BF", 9.3, -5.6, 15.2, 2.5),
            bounds("NE", 11.6, 0.1, 23.6, 16.1),
            bounds("TD", 7.4, 13.4, 23.5, 24.1),
            bounds("GN", 7.1, -15.2, 12.8, -7.6),
            bounds("CI", 4.2, -8.7, 10.8, -2.4),
            bounds("GH", 4.6, -3.4, 11.3, 1.3),
            bounds("TG", 6.0, -0.2, 11.2, 1.9),
            bounds("BJ", 6.1, 0.7, 12.5, 3.9),
            bounds("NG", 4.2, 2.6, 13.95, 14.8),
            bounds("CM", 1.6, 8.3, 13.2, 16.3),
            bounds("DZ", 18.9, -8.8, 37.2, 12.1),
            bounds("LY", 19.4, 9.3, 33.3, 25.3),
            bounds("MA", 27.5, -13.3, 36.0, -0.9),
            bounds("EH", 20.7, -17.2, 27.8, -8.6),
            bounds("KW", 28.5, 46.5, 30.2, 48.9),
            bounds("IQ", 29.0, 38.7, 37.5, 48.8),
            bounds("SY", 32.3, 35.6, 37.4, 42.4),
            bounds("JO", 29.1, 34.9, 33.5, 39.4),
            bounds("LB", 33.0, 35.0, 34.8, 36.7),
            bounds("SA", 16.2, 34.4, 32.3, 55.8),
            bounds("YE", 11.9, 41.7, 19.1, 54.7),
            bounds("EG", 21.9, 24.6, 31.8, 37.0),
            bounds("TN", 30.1, 7.4, 37.6, 11.7),
            bounds("SD", 8.6, 21.7, 23.2, 38.7),
            bounds("SO", -1.8, 40.9, 12.1, 51.5),
            bounds("CF", 2.1, 14.3, 11.1, 27.6),
            bounds("TR", 35.7, 25.5, 42.2, 44.9),
            bounds("IR", 25.0, 44.0, 39.9, 63.4),
            bounds("AF", 29.3, 60.4, 38.6, 75.0),
            bounds("PK", 23.6, 60.8, 37.2, 77.9));

    /** A table and the column that tells its rows apart. */
    enum File {
        COUNTRIES("/gazetteer/countries.csv", "geonames"),
        PLACES("/gazetteer/curated/places.csv", "id"),
        REGIONS("/gazetteer/curated/regions.csv", "id"),
        ACTORS("/gazetteer/actors.csv", "id"),
        INSTITUTIONS("/gazetteer/institutions.csv", "key");

        final List<Table.Row> rows;
        final String key;

        File(String resource, String key) {
            this.rows = Table.rows(resource);
            this.key = key;
        }

        /** The keys of the rows that break a rule. */
        List<String> breaking(Predicate<Table.Row> rule) {
            return rows.stream()
                    .filter(rule.negate())
                    .map(row -> row.get(key) + " " + row.get("name"))
                    .toList();
        }

        List<String> all(String column) {
            return rows.stream()
                    .map(row -> row.get(column))
                    .filter(value -> !value.isEmpty())
                    .toList();
        }

        /** The forms that rows claim together, with those rows' keys. */
        Map<String, Set<String>> sharedForms(String columns) {
            var owners = new TreeMap<String, Set<String>>();
            for (var row : rows) {
                for (var form : variants(row, columns)) {
                    owners.computeIfAbsent(Folding.key(form), folded -> new TreeSet<>())
                            .add(row.get(key));
                }
            }
            owners.values().removeIf(claims -> claims.size() < 2);
            return owners;
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsItsRowsApart(File file) {
        assertThat(file.rows).isNotEmpty();
        assertThat(file.all(file.key)).hasSameSizeAs(file.rows).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void writesArabicNamesInArabicScriptAndOthersWithoutIt(File file) {
        assertThat(file.breaking(row -> variants(row, "\\w+_ar").stream().allMatch(ARABIC.asMatchPredicate())))
                .isEmpty();
        assertThat(file.breaking(row -> variants(row, "\\w+_(fr|en)").stream().noneMatch(CuratedDataTest::hasArabic)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoVariantEmptyOrDoubled(File file) {
        var wrong = new ArrayList<String>();
        for (var row : file.rows) {
            for (var column : row.header()) {
                var variants = column.matches("\\w+_(ar|fr|en)") ? row.list(column) : List.<String>of();
                if (variants.stream().anyMatch(String::isBlank)
                        || variants.size() > Set.copyOf(variants).size()) {
                    wrong.add(row.get(file.key) + " " + column);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsEveryCountryByItsCodesAndInThreeLanguages() {
        assertThat(File.COUNTRIES.rows).hasSize(250);
        assertThat(File.COUNTRIES.breaking(row -> row.get("iso2").matches("[A-Z]{2}")
                        && row.get("iso3").matches("[A-Z]{3}")
                        && row.get("fips").matches("([A-Z]{2})?")
                        && row.get("geonames").matches("geonames:\\d+")
                        && row.get("capital").matches("(geonames:\\d+)?")
                        && row.get("population").matches("\\d+")))
                .isEmpty();
        for (var code : List.of("iso2", "iso3", "fips", "name")) {
            assertThat(File.COUNTRIES.all(code)).doesNotHaveDuplicates();
        }
        for (var column : List.of("names_ar", "names_fr", "names_en")) {
            assertThat(File.COUNTRIES.breaking(row -> !row.list(column).isEmpty()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLACES", "REGIONS"})
    void givesEveryPlaceAnIdALevelAndAName(File file) {
        var codes = Set.copyOf(File.COUNTRIES.all("iso2"));
        assertThat(file.breaking(row -> row.get("id").matches("geonames:\\d+|marsad:[a-z0-9-]+")
                        && LEVELS.contains(row.get("level"))
                        && row.get("feature").matches("[A-Z][A-Z0-9]{1,4}")
                        && !row.get("name").isBlank()
                        && row.get("population").matches("\\d*")
                        && (codes.contains(row.get("country"))
                                || file == File.REGIONS && row.get("country").isEmpty())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTRIES", "PLACES", "REGIONS"})
    void keepsEveryPointOnTheEarth(File file) {
        assertThat(file.breaking(row -> Math.abs(degrees(row, "lat")) <= 90 && Math.abs(degrees(row, "lon")) <= 180))
                .isEmpty();
    }

    @Test
    void keepsEveryPlaceInsideItsCountry() {
        assertThat(File.PLACES.breaking(row -> {
                    var box = BOUNDS.get(row.get("country"));
                    return box == null
                            || degrees(row, "lat") > box[0]
                                    && degrees(row, "lon") > box[1]
                                    && degrees(row, "lat") < box[2]
                                    && degrees(row, "lon") < box[3];
                }))
                .isEmpty();
    }

    @Test
    void putsEachDivisionNearTheTownItIsNamedAfter() {
        var towns = new HashMap<String, Table.Row>();
        for (var row : File.PLACES.rows) {
            if (row.get("level").equals("settlement")) {
                towns.put(row.get("country") + row.get("name"), row);
            }
        }
        var checked = new HashSet<String>();
        assertThat(File.PLACES.breaking(row -> {
                    var town = towns.get(row.get("country") + row.get("admin2"));
                    if (!row.get("level").equals("admin2") || town == null) {
                        return true;
                    }
                    checked.add(row.get("id"));
                    return Math.abs(degrees(row, "lat") - degrees(town, "lat")) < 2.5
                            && Math.abs(degrees(row, "lon") - degrees(town, "lon")) < 2.5;
                }))
                .isEmpty();
        assertThat(checked).hasSizeGreaterThan(150);
    }

    @Test
    void describesEveryActorInKnownCodes() {
        var ids = Set.copyOf(File.ACTORS.all("id"));
        assertThat(File.ACTORS.rows).hasSizeGreaterThan(150);
        assertThat(File.ACTORS.breaking(row -> row.get("id").matches("[a-z0-9]+(-[a-z0-9]+)*")
                        && KINDS.contains(row.get("kind"))
                        && SECTORS.contains(row.get("sector"))
                        && row.get("inter").matches("[1-8]")
                        && row.get("from").matches(DATE)
                        && row.get("to").matches(DATE)
                        && !row.get("name").isBlank()
                        && !row.get("name_ar").isBlank()
                        && !row.get("name_fr").isBlank()))
                .isEmpty();
        assertThat(ids).containsAll(File.ACTORS.all("parent"));
    }

    /** "Terrorist" is a source's word for somebody, never our name or code for an actor. */
    @Test
    void callsNoActorTerrorist() {
        assertThat(File.ACTORS.breaking(row -> row.get("sector").equals("IGO")
                        || !(row.get("name") + row.get("name_fr") + row.get("kind")).matches("(?i).*terroris.*")
                                && !row.get("name_ar").contains("إرهاب")))
                .isEmpty();
    }

    @Test
    void letsNoTwoActorsClaimOneName() {
        assertThat(File.ACTORS.sharedForms("name|name_ar|name_fr|aliases_\\w+")).isEmpty();
    }

    @Test
    void composesOneActorOfAnInstitutionAndACountry() {
        // "The military authorities" are the junta or the army, and no third.
        assertThat(File.INSTITUTIONS.breaking(row -> row.get("key").equals("authorities")
                        || File.INSTITUTIONS.all("actor_suffix").indexOf(row.get("actor_suffix"))
                                == File.INSTITUTIONS.all("key").indexOf(row.get("key"))))
                .isEmpty();
        assertThat(File.INSTITUTIONS.sharedForms("(forms|owned)_\\w+")).isEmpty();
        assertThat(File.INSTITUTIONS.breaking(row -> KINDS.contains(row.get("kind"))
                        && SECTORS.contains(row.get("sector"))
                        && row.get("actor_suffix").matches("[a-z]+(-[a-z]+)*")))
                .isEmpty();
    }

    private static Map.Entry<String, double[]> bounds(
            String country, double south, double west, double north, double east) {
        return Map.entry(country, new double[] {south, west, north, east});
    }

    private static List<String> variants(Table.Row row, String columns) {
        return row.header().stream()
                .filter(column -> column.matches(columns))
                .flatMap(column -> row.list(column).stream())
                .toList();
    }

    private static boolean hasArabic(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    private static double degrees(Table.Row row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
