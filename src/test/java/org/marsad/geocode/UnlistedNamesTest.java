package org.marsad.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.geocode.Parsing.mention;
import static org.marsad.geocode.Parsing.parse;
import static org.marsad.geocode.Parsing.place;
import static org.marsad.geocode.Parsing.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.gazetteer.EditedPlace;
import org.marsad.gazetteer.PlaceId;
import org.marsad.text.Language;

/** Names in Arabic letters that no row of the gazetteer gives. */
class UnlistedNamesTest {
    private static final String MALI = "marsad:mali,Mali,country,PCLI,ML,,17.6,-4,0,مالي,,,مالي";

    @ParameterizedTest
    @CsvSource({
        "Diboli, ديبولي",
        "Gossi, غوسي",
        "Gossi, قوسي",
        "Ansongo, انسونقو",
        "Ansongo, أنسونغو",
        "Aguelhok, أجلهوك",
        "Aguelhok, أغيلهوك",
        "Tessalit, تيساليت",
        "Tessalit, تساليت",
        "Tchintabaraden, تشينتابارادن",
        "Bandiagara, باندياغارا",
        "Diourbel, جوربل",
        "Ouallam, والام",
        "Chinagodrar, شيناغودرار",
        "Kpendjal, كبندجال",
        "Kaya, كايا",
        "Ouahigouya, واهيغويا",
        "Al Qaim, القايم",
        "Er Rachidia, الرشيدية"
    })
    void findsATownThoughNoSourceSpellsIt(String latin, String arabic) {
        var geoparser = Parsing.knowing(MALI, "marsad:town," + latin + ",settlement,PPL,ML,,15,-2,3000,,,,");
        var mentions = parse(geoparser, "هاجم مسلحون قرية " + arabic + " في مالي.", Language.AR);
        assertThat(place(mentions, arabic).id().value()).isEqualTo("marsad:town");
        assertThat(mentions.getFirst().because()).anyMatch(b -> b.contains("sounds like"));
    }

    @Test
    void prefersTheAttestedName() {
        var geoparser = Parsing.knowing(
                MALI,
                "marsad:attested,Gosi,settlement,PPL,ML,,15,-2,3000,غوسي,,,",
                "marsad:other,Goussi,settlement,PPL,ML,,13,-8,3000,,,,");
        var mentions = parse(geoparser, "هاجم مسلحون قرية غوسي في مالي.", Language.AR);
        assertThat(place(mentions, "غوسي").id().value()).isEqualTo("marsad:attested");
    }

    @Test
    void leavesWordsOfTheDictionaryAlone() {
        var geoparser = Parsing.knowing(
                MALI,
                "marsad:a,Bayan,settlement,PPL,ML,,15,-2,3000,,,,",
                "marsad:b,Madani,settlement,PPL,ML,,15,-2,3000,,,,");
        assertThat(texts(parse(geoparser, "جاء في بيان مدني في مالي أن الوضع هادئ.", Language.AR)))
                .containsExactly("مالي");
    }

    @Test
    void staysWithTheCountriesOfTheArticle() {
        var geoparser = Parsing.knowing(MALI, "marsad:far,Dibouli,settlement,PPL,PH,,10,120,3000,,,,");
        var mentions = parse(geoparser, "هاجم مسلحون قرية ديبولي في مالي.", Language.AR);
        assertThat(mention(mentions, "ديبولي").place()).isNull();
    }

    @Test
    void findsATownBySoundInTheCountryThatItWasMovedTo() {
        var text = "هاجم مسلحون قرية ديبولي في مالي.";
        var far = Parsing.gazetteer(MALI, "marsad:far,Dibouli,settlement,PPL,PH,,10,120,3000,,,,");
        assertThat(mention(parse(new Geoparser(far), text, Language.AR), "ديبولي")
                        .place())
                .isNull();
        var near = far.with(List.of(moved("marsad:far", "ML", -11, 14)));
        assertThat(place(parse(new Geoparser(near), text, Language.AR), "ديبولي")
                        .id()
                        .value())
                .isEqualTo("marsad:far");

        var here = Parsing.gazetteer(MALI, "marsad:here,Dibouli,settlement,PPL,ML,,14,-11,3000,,,,");
        var away = here.with(List.of(moved("marsad:here", "PH", 120, 10)));
        assertThat(mention(parse(new Geoparser(away), text, Language.AR), "ديبولي")
                        .place())
                .isNull();
    }

    private static EditedPlace moved(String id, String country, double lon, double lat) {
        return new EditedPlace(
                new PlaceId(id), null, null, null, country, null, lon, lat, -1, List.of(), List.of(), List.of(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "هاجم مسلحون قرية ثليجان في مالي., AR, ثليجان",
        "Ils ont brûlé le village de Déguessagou au Mali., FR, Déguessagou",
        "Six airstrikes near Gandarshe killed 62 in Mali., EN, Gandarshe"
    })
    void givesNoPlaceToAVillageThatNoGazetteerHas(String text, Language language, String name) {
        assertThat(mention(parse(Parsing.knowing(MALI), text, language), name).place())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Il a été condamné à la peine capitale Fawaz au Mali., FR",
        "Un proche d'Iyad Ag Ghali a été tué au Mali., FR",
        "وقع الهجوم في قرية حدودية في مالي., AR"
    })
    void makesNoVillageOfOtherWords(String text, Language language) {
        assertThat(texts(parse(Parsing.knowing(MALI), text, language)))
                .containsExactly(language == Language.AR ? "مالي" : "Mali");
    }

    @ParameterizedTest
    @CsvSource({
        "وتبعد تيسيت عن المدينة خمسين كيلومترا في مالي., تيسيت, Tessit",
        "ارتفعت حصيلة هجوم تيسيت في مالي., تيسيت, Tessit",
        "أحرق المسلحون أغيلهوك ليلا في مالي., أغيلهوك, Aguelhok"
    })
    void needsNoNounOfPlaceBeforeAKnownTown(String text, String arabic, String latin) {
        var geoparser = Parsing.knowing(MALI, "marsad:town," + latin + ",settlement,PPL,ML,,15,-2,30000,,,,");
        assertThat(place(parse(geoparser, text, Language.AR), arabic).id().value())
                .isEqualTo("marsad:town");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "قال أغيلهوك إن الوضع هادئ في مالي.",
                "التقى الوزير عثمان أغيلهوك في مالي.",
                "عثمان أغيلهوك رجل معروف في مالي. نفى أغيلهوك ذلك."
            })
    void takesNoPersonForATownOfThatSound(String text) {
        var geoparser = Parsing.knowing(MALI, "marsad:town,Aguelhok,settlement,PPL,ML,,15,-2,9000,,,,");
        assertThat(texts(parse(geoparser, text, Language.AR))).containsExactly("مالي");
    }

    @Test
    void aDivisionsArabicNameIsThatOfItsTown() {
        var geoparser = Parsing.knowing(
                MALI,
                "marsad:region,Kidal Region,admin1,ADM1,ML,Kidal,19,1,0,كيدال,,,",
                "marsad:town,Kidal,settlement,PPLA,ML,Kidal,18.4,1.4,25000,,,,");
        assertThat(place(parse(geoparser, "وصلت القافلة إلى مدينة كيدال في مالي.", Language.AR), "كيدال")
                        .id()
                        .value())
                .isEqualTo("marsad:town");
    }

    @Test
    void hearsLatinSpellingsToo() {
        var geoparser = Parsing.knowing(
                "marsad:uae,United Arab Emirates,country,PCLI,AE,,24,54,0,,Émirats arabes unis,,",
                "marsad:ad,Abu Dhabi,settlement,PPLC,AE,,24.5,54.4,1800000,,,,");
        var mentions = parse(geoparser, "Les Émirats arabes unis ont reçu le ministre à Abou Dhabi.", Language.FR);
        assertThat(place(mentions, "Abou Dhabi").id().value()).isEqualTo("marsad:ad");
    }
}
