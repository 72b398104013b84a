package org.marsad.gazetteer;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * Reads our own CSV: places and regions (columns {@code id,name,level,feature,country,admin1,admin2,lat,lon,population,
 * names_ar,names_fr,names_en}, and {@code demonyms_ar,demonyms_fr,demonyms_en} for regions) or countries
 * ({@code iso2,…}). A row that cannot be used is counted and named; the rest goes in.
 */
final class CuratedCsv {
    private static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR, Language.EN);

    /** Of places and regions. */
    static final List<String> PLACE_COLUMNS = List.of(
            "id",
            "name",
            "level",
            "feature",
            "country",
            "admin1",
            "admin2",
            "lat",
            "lon",
            "population",
            "names_ar",
            "names_fr",
            "names_en",
            "demonyms_ar",
            "demonyms_fr",
            "demonyms_en",
            "source",
            "note");

    private CuratedCsv() {}

    static LoadReport read(String file, Reader in, GazetteerBuilder into) throws IOException {
        var tally = new LoadReport.Tally(file);
        var csv = Csv.open(in);
        boolean countries = csv.hasColumn("iso2");
        if (!countries && !(csv.hasColumn("id") && csv.hasColumn("lat") && csv.hasColumn("lon"))) {
            throw new IOException(file + ": the first line must name the columns; id, name, lat and lon are needed");
        }
        for (var row = csv.next(); row != null; row = csv.next()) {
            var complaint = readRow(row, countries, into, tally);
            if (complaint != null) {
                tally.refused(row.line(), complaint);
            }
        }
        return tally.report();
    }

    /** Null, or why the row was refused. */
    static @Nullable String readRow(Csv.Row row, boolean countries, GazetteerBuilder into, LoadReport.Tally tally) {
        if (row.damage() != null) {
            return row.damage();
        }
        if (row.fields().stream().anyMatch(field -> field.indexOf(RowSource.UNREADABLE) >= 0)) {
            return RowSource.NOT_UTF_8;
        }
        try {
            var place = countries ? country(row) : place(row);
            boolean known = into.isKnown(place.id());
            addNames(row, into.addPlace(place, 2), place.level(), into);
            tally.took(known);
            return null;
        } catch (NumberFormatException e) {
            return "not a number: " + e.getMessage();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Places.Row place(Csv.Row row) {
        var level = row.get("level");
        var feature = row.get("feature");
        return new Places.Row(
                new PlaceId(row.get("id")).value(),
                row.get("name"),
                level.isEmpty() ? PlaceLevel.SETTLEMENT : level(level),
                feature.isEmpty() ? "PPL" : feature,
                row.get("country"),
                row.get("admin1"),
                number(row, "lat"),
                number(row, "lon"),
                population(row));
    }

    private static PlaceLevel level(String word) {
        try {
            return PlaceLevel.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the level is \"" + word + "\"; known: settlement, admin1, admin2, country, region, feature", e);
        }
    }

    private static Places.Row country(Csv.Row row) {
        var code = row.get("iso2");
        if (Places.countryCode(code) == Places.NO_COUNTRY) {
            throw new IllegalArgumentException("iso2 is \"" + code + "\", not two capital letters");
        }
        return new Places.Row(
                row.get("geonames"),
                row.get("name"),
                PlaceLevel.COUNTRY,
                "PCLI",
                code,
                "",
                number(row, "lat"),
                number(row, "lon"),
                population(row));
    }

    private static void addNames(Csv.Row row, int place, PlaceLevel level, GazetteerBuilder into) {
        into.addName(place, row.get("name"), NameKind.OFFICIAL, Language.EN);
        if (level == PlaceLevel.ADMIN1 || level == PlaceLevel.ADMIN2) {
            into.addBareDivision(place, row.get("name").replaceAll("\\s*\\(.*", ""));
        }
        for (var language : LANGUAGES) {
            var kind = NameKind.OFFICIAL;
            for (var name : row.variants("names_" + language.tag())) {
                into.addName(place, name, kind, language);
                if (level == PlaceLevel.ADMIN1 || level == PlaceLevel.ADMIN2) {
                    into.addBareDivision(place, name);
                }
                if (language == Language.AR) {
                    into.addClosedUp(place, name, NameKind.VARIANT);
                }
                kind = NameKind.VARIANT;
            }
            for (var demonym : row.variants("demonyms_" + language.tag())) {
                var forms = language == Language.AR ? ArabicDemonyms.forms(demonym) : List.of(demonym);
                forms.forEach(form -> into.addName(place, form, NameKind.DEMONYM, language));
            }
        }
    }

    private static double number(Csv.Row row, String column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no " + column);
        }
        return Double.parseDouble(text);
    }

    private static long population(Csv.Row row) {
        var text = row.get("population");
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
