package org.marsad.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.text.ArticleText;
import org.marsad.text.Language;
import org.marsad.text.Span;

/** Short texts through the whole geoparser. The built-in gazetteer is read once. */
final class Parsing {
    private static final Geoparser BUILT_IN = new Geoparser(Gazetteer.builtIn());

    private Parsing() {}

    static List<Mention> arabic(String text) {
        return parse(BUILT_IN, text, Language.AR);
    }

    static List<Mention> french(String text) {
        return parse(BUILT_IN, text, Language.FR);
    }

    static List<Mention> english(String text) {
        return parse(BUILT_IN, text, Language.EN);
    }

    static List<Mention> parse(Geoparser geoparser, String text, Language language) {
        var article = new ArticleText(1, "", null, List.of(new Span(0, text.length())), language, null);
        var mentions = geoparser.parse(text, article);
        assertThat(mentions)
                .allSatisfy(m -> assertThat(m.text()).isEqualTo(m.span().in(text)));
        return mentions;
    }

    /** A geoparser that knows nothing but the rows of a CSV file in our format. */
    static Geoparser knowing(String... csvRows) {
        return new Geoparser(gazetteer(csvRows));
    }

    /** Of rows of a CSV file in our format. */
    static Gazetteer gazetteer(String... csvRows) {
        try {
            var file = Files.createTempFile("places", ".csv");
            Files.writeString(
                    file,
                    "id,name,level,feature,country,admin1,lat,lon,population,names_ar,names_fr,names_en,demonyms_ar\n"
                            + String.join("\n", csvRows) + "\n");
            var gazetteer = Gazetteer.of(List.of(file));
            Files.delete(file);
            return gazetteer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The only mention with this text; any of several equal ones. */
    static Mention mention(List<Mention> mentions, String text) {
        return mentions.stream()
                .filter(m -> m.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mention " + text + " among " + texts(mentions)));
    }

    static Place place(List<Mention> mentions, String text) {
        var place = mention(mentions, text).place();
        if (place == null) {
            throw new AssertionError(text + " was not resolved");
        }
        return place;
    }

    static List<String> texts(List<Mention> mentions) {
        return mentions.stream().map(Mention::text).toList();
    }
}
