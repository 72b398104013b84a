package org.marsad.geocode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.marsad.geocode.Parsing.arabic;
import static org.marsad.geocode.Parsing.english;
import static org.marsad.geocode.Parsing.french;
import static org.marsad.geocode.Parsing.mention;
import static org.marsad.geocode.Parsing.place;
import static org.marsad.geocode.Parsing.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.text.Language;

/** What is a toponym and which place it means, by example, in three languages. */
class GeoparserTest {
    /** Spellings of one name: alef and hamza, qaf and ghayn and jim for g, with and without long vowels. */
    @ParameterizedTest
    @CsvSource({
        "غاو, geonames:2457163",
        "جاو, geonames:2457163",
        "أنسونغو, geonames:2461003",
        "انسونقو, geonames:2461003",
        "أجلهوك, geonames:2461247",
        "أغيلهوك, geonames:2461247",
        "تيساليت, geonames:2449893",
        "تساليت, geonames:2449893",
        "ديبولي, geonames:2458925",
    })
    void findsATownInEverySpellingOfItsName(String name, String id) {
        var mentions = arabic("قالت مصادر محلية في مالي إن مسلحين هاجموا بلدة " + name + " فجر الاثنين.");
        assertThat(place(mentions, name).id().value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"شمالي", "الصومالي", "إجمالي", "رأسمالي", "جمالي"})
    void findsNoMaliInsideOtherWords(String word) {
        assertThat(arabic("هذا نص عن " + word + " القضايا."))
                .noneMatch(m -> m.place() != null && "ML".equals(m.place().country()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"الجيش المالي", "القوات المالية", "وزارة الخارجية المالية", "الجنود الماليين", "العاصمة المالية"
            })
    void takesMalianForADemonymAfterTheStateAndItsPeople(String phrase) {
        var mentions = arabic("أكد " + phrase + " ذلك.");
        assertThat(mentions).hasSize(1);
        assertThat(mentions.getFirst().kind()).isEqualTo(MentionKind.DEMONYM);
        assertThat(place(mentions, mentions.getFirst().text()).country()).isEqualTo("ML");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "وزارة المالية", "الأزمة المالية", "الموارد المالية", "الخسائر المالية", "وزير المالية",
                "المساعدات المالية", "العقوبات المالية", "السنة المالية", "دعم مالي", "فساد إداري ومالي"
            })
    void takesFinancialForAnotherWord(String phrase) {
        assertThat(arabic("تحدث التقرير عن " + phrase + " بالتفصيل.")).isEmpty();
    }

    @Test
    void cutsClitcsOffASpanAndKeepsTheArticle() {
        assertThat(texts(arabic("وصل الوفد إلى باماكو ثم عاد للمغرب وبالكويت التقى الوزير ووقف ببغداد.")))
                .containsExactly("باماكو", "لمغرب", "الكويت", "بغداد");
    }

    @Test
    void tellsTheStateOfKuwaitFromItsCity() {
        assertThat(place(arabic("احتضنت دولة الكويت المؤتمر."), "الكويت").level())
                .isEqualTo(PlaceLevel.COUNTRY);
        assertThat(place(arabic("الكويت تدعو إلى التهدئة."), "الكويت").level()).isEqualTo(PlaceLevel.COUNTRY);
        assertThat(place(arabic("وصلت الطائرة إلى مدينة الكويت مساء."), "الكويت")
                        .level())
                .isEqualTo(PlaceLevel.SETTLEMENT);
        assertThat(place(english("The meeting was held in Kuwait City on Monday."), "Kuwait City")
                        .level())
                .isEqualTo(PlaceLevel.SETTLEMENT);
    }

    @Test
    void tellsTheNigerRiverFromNigerAndNigeria() {
        var arabic = arabic("عبر المسلحون نهر النيجر بين النيجر ونيجيريا.");
        assertThat(place(arabic, "نهر النيجر").level()).isEqualTo(PlaceLevel.FEATURE);
        assertThat(place(arabic, "النيجر").country()).isEqualTo("NE");
        assertThat(place(arabic, "نيجيريا").country()).isEqualTo("NG");
        var english = english("The Niger River flooded Niger State in Nigeria; Niger sent help.");
        assertThat(place(english, "Niger River").level()).isEqualTo(PlaceLevel.FEATURE);
        assertThat(place(english, "Niger State").country()).isEqualTo("NG");
        assertThat(place(english, "Niger").country()).isEqualTo("NE");
    }

    @Test
    void takesARegionAfterItsNounAndTheTownWithoutIt() {
        var mentions = arabic("هاجم مسلحون بلدة أنسونغو في منطقة غاو شمالي مالي، ثم انسحبوا نحو ميناكا.");
        assertThat(place(mentions, "غاو").level()).isEqualTo(PlaceLevel.ADMIN1);
        assertThat(place(mentions, "ميناكا").level()).isEqualTo(PlaceLevel.SETTLEMENT);
        assertThat(place(french("Un village du cercle de Bourem, au Mali, a été attaqué."), "Bourem")
                        .level())
                .isEqualTo(PlaceLevel.ADMIN2);
        assertThat(place(english("Gunmen struck in the Mopti region of Mali."), "Mopti")
                        .level())
                .isEqualTo(PlaceLevel.ADMIN1);
    }

    @Test
    void takesGaoForTheCityNotForTheVillagesOfThatName() {
        assertThat(place(french("Le convoi est parti de Gao lundi."), "Gao")
                        .id()
                        .value())
                .isEqualTo("geonames:2457163");
    }

    @Test
    void looksForAQuarterWhereTheCityIsTheScene() {
        var bamako =
                french("À Bamako, des tirs ont été entendus à Hamdallaye et à Niamakoro, dans la capitale malienne.");
        var hamdallaye = place(bamako, "Hamdallaye");
        assertThat(hamdallaye.lat()).isBetween(12.5, 12.8);
        assertThat(hamdallaye.lon()).isBetween(-8.2, -7.8);
        assertThat(place(bamako, "Niamakoro").lat()).isBetween(12.5, 12.7);
        var mopti =
                french("Des hommes armés ont attaqué Hamdallaye, près de Douentza, dans la région de Mopti, au Mali.");
        assertThat(place(mopti, "Hamdallaye").lat()).isGreaterThan(13.5);
    }

    @ParameterizedTest
    @CsvSource({
        "Léré, ML, 15.71, -4.91",
        "Nampala, ML, 15.28, -5.55",
        "Bafoulabé, ML, 13.81, -10.83",
    })
    void findsTheMalianTown(String name, String country, double lat, double lon) {
        var place = place(french("L'armée malienne a repris " + name + " mardi."), name);
        assertThat(place.country()).isEqualTo(country);
        assertThat(place.lat()).isCloseTo(lat, org.assertj.core.data.Offset.offset(0.1));
        assertThat(place.lon()).isCloseTo(lon, org.assertj.core.data.Offset.offset(0.1));
    }

    @Test
    void takesTheSideOfTheBorderThatTheTextSays() {
        assertThat(place(french("Au Niger, une attaque a visé Téra, près de la frontière burkinabè."), "Téra")
                        .country())
                .isEqualTo("NE");
        assertThat(place(french("Au Burkina Faso, le convoi est arrivé à Nouna."), "Nouna")
                        .country())
                .isEqualTo("BF");
        assertThat(place(french("Le poste de Moussala, au Mali, face au Sénégal, a été attaqué."), "Moussala")
                        .country())
                .isEqualTo("ML");
        assertThat(place(french("La gendarmerie sénégalaise a fermé le poste de Moussala, au Sénégal."), "Moussala")
                        .country())
                .isEqualTo("SN");
    }

    @Test
    void usesTheRegionThatHoldsAPlace() {
        var mentions = arabic("هاجم مسلحون قرية موسالا في منطقة كايس غربي مالي.");
        assertThat(place(mentions, "موسالا").country()).isEqualTo("ML");
        assertThat(mention(mentions, "موسالا").because()).anyMatch(b -> b.contains("region"));
    }

    @Test
    void usesNearnessToTheOtherPlaces() {
        var mentions = english("Fighters moved between Gao and Ansongo before crossing towards Labbezanga.");
        assertThat(texts(mentions)).containsExactly("Gao", "Ansongo", "Labbezanga");
        assertThat(mentions)
                .allMatch(m -> m.place() != null && "ML".equals(m.place().country()));
    }

    @Test
    void takesNoPersonForAPlace() {
        assertThat(arabic("قال الرئيس إبراهيم بوبكر كيتا إن الأمور بخير.")).isEmpty();
        assertThat(texts(french("Le président Ibrahim Boubacar Keïta et Salif Keita étaient à Kita.")))
                .containsExactly("Kita");
        assertThat(english("General Niger Mahamadou spoke to reporters.")).isEmpty();
        assertThat(arabic("التقى محمد الكويتي أحمد المغربي.")).isEmpty();
    }

    @Test
    void namesInsideNamesAreNested() {
        assertThat(mention(arabic("المؤتمر مرحلة من عملية دوشانبه لمكافحة الإرهاب."), "دوشانبه")
                        .kind())
                .isEqualTo(MentionKind.NESTED);
        assertThat(mention(french("Les signataires de l'accord d'Alger se sont réunis."), "Alger")
                        .kind())
                .isEqualTo(MentionKind.NESTED);
        assertThat(mention(french("Ils ont signé un accord à Alger."), "Alger").kind())
                .isEqualTo(MentionKind.LITERAL);
        assertThat(mention(english("The Economic Community of West African States met."), "West African")
                        .kind())
                .isIn(MentionKind.NESTED, MentionKind.DEMONYM);
    }

    @Test
    void aCapitalThatSpeaksIsAMetonym() {
        assertThat(mention(english("Bamako denied that its soldiers fled."), "Bamako")
                        .kind())
                .isEqualTo(MentionKind.METONYM);
        assertThat(mention(french("Niamey accuse ses voisins."), "Niamey").kind())
                .isEqualTo(MentionKind.METONYM);
        assertThat(mention(arabic("أعلنت مالي انسحابها."), "مالي").kind()).isEqualTo(MentionKind.METONYM);
        assertThat(mention(english("Shots were heard in Bamako."), "Bamako").kind())
                .isEqualTo(MentionKind.LITERAL);
    }

    @Test
    void saudiArabiaByItselfIsTheStateAndAfterANounAnAdjective() {
        assertThat(mention(arabic("أكد استمرار دعم السعودية للتحالف."), "السعودية")
                        .kind())
                .isNotEqualTo(MentionKind.DEMONYM);
        assertThat(mention(arabic("قالت السلطات السعودية إن الحدود آمنة."), "السعودية")
                        .kind())
                .isEqualTo(MentionKind.DEMONYM);
    }

    @Test
    void readsElisionPossessiveHyphensAndCapitals() {
        assertThat(texts(french(
                        "La route d'Ansongo et l'Azawad, la Guinée-Bissau, N'Djamena et Saint-Louis du Sénégal.")))
                .containsExactly("Ansongo", "Azawad", "Guinée-Bissau", "N'Djamena", "Saint-Louis", "Sénégal");
        assertThat(texts(english("BAMAKO (Reuters) - Mali’s army left Burkina\u00A0Faso.")))
                .containsExactly("BAMAKO", "Mali", "Burkina\u00A0Faso");
    }

    @Test
    void abbreviationsNeedTheirCapitals() {
        assertThat(texts(english("The UAE and the USA told us to wait."))).containsExactly("UAE", "USA");
        assertThat(place(french("La RDC a rappelé son ambassadeur."), "RDC").country())
                .isEqualTo("CD");
        assertThat(mention(english("The US military left."), "US").kind()).isEqualTo(MentionKind.DEMONYM);
    }

    @Test
    void commonWordsThatAreAlsoPlacesNeedMoreThanTheirName() {
        assertThat(texts(english("Say nothing. Many people kept reading in Bamako, Mali.")))
                .containsExactly("Bamako", "Mali");
        assertThat(arabic("بطولة دوري كرة القدم تنطلق غدا.")).isEmpty();
        assertThat(place(arabic("وقع الهجوم قرب بلدة دوري في بوركينا فاسو."), "دوري")
                        .country())
                .isEqualTo("BF");
    }

    @Test
    void continentsAndRegionsAreRegions() {
        var mentions = arabic("الأمن في منطقة الساحل وغرب أفريقيا والدول الأفريقية.");
        assertThat(texts(mentions)).containsExactly("الساحل", "غرب أفريقيا", "الأفريقية");
        assertThat(mentions).allMatch(m -> m.place() != null && m.place().level() == PlaceLevel.REGION);
        assertThat(mention(mentions, "الأفريقية").kind()).isEqualTo(MentionKind.DEMONYM);
        assertThat(arabic("دعا الاتحاد الأفريقي والاتحاد الأوروبي إلى الحوار.")).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        assertThat(arabic("ناقش المجلس مشروع قانون المالية وموارد الدولة وأزمة السكن."))
                .isEmpty();
        assertThat(french("Le conseil a adopté le projet de loi de finances après un long débat."))
                .isEmpty();
        assertThat(english("The council passed its budget after a long debate on housing."))
                .isEmpty();
        assertThat(english("")).isEmpty();
    }

    @Test
    void saysWhyAndWhatLost() {
        var mention = mention(french("Une attaque a visé Hamdallaye, près de Douentza, au Mali."), "Hamdallaye");
        assertThat(mention.because()).isNotEmpty();
        assertThat(mention.alternatives()).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(mention.confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void everydayWordsAreNoGreatCities() {
        assertThat(texts(arabic("كشف الجيش في مالي عن هوية القتلى وعقدت لجنة المتابعة اجتماعا كيف شاءت.")))
                .containsExactly("مالي");
        assertThat(place(arabic("وقع الانفجار في مدينة الخمس غربي ليبيا."), "الخمس")
                        .country())
                .isEqualTo("LY");
        assertThat(texts(arabic("شارك قادة الدول الخمس في القمة."))).isEmpty();
    }

    @Test
    void countsAccusativeAdjectivesAndPluralsAsDemonyms() {
        assertThat(mention(arabic("رحلت السلطات 28 مهاجرا مصريا."), "مصريا").kind())
                .isEqualTo(MentionKind.DEMONYM);
        assertThat(mention(arabic("عاد الوفد إلى سوريا وإلى أفريقيا."), "سوريا").kind())
                .isEqualTo(MentionKind.LITERAL);
        assertThat(mention(english("For many Nigerians the news was old."), "Nigerians")
                        .kind())
                .isEqualTo(MentionKind.DEMONYM);
    }

    @Test
    void movementsAreCalledAfterRegionsAndUnitsAfterStates() {
        assertThat(mention(arabic("تبنت كتيبة ماسينا الهجوم في مالي."), "ماسينا")
                        .kind())
                .isEqualTo(MentionKind.NESTED);
        assertThat(mention(arabic("انسحبت كتيبة السنغال من البعثة."), "السنغال").kind())
                .isEqualTo(MentionKind.LITERAL);
        assertThat(mention(french("Le Front de libération de l'Azawad a réagi."), "Azawad")
                        .kind())
                .isEqualTo(MentionKind.NESTED);
    }

    @Test
    void abstainsWhereTwoPlacesTie() {
        var geoparser = Parsing.knowing(
                "marsad:one,Kossoum,settlement,PPL,,,10,0,5000000,,,,",
                "marsad:two,Kossoum,settlement,PPL,,,-20,40,5000000,,,,");
        var mentions = Parsing.parse(geoparser, "Shots were heard in Kossoum.", org.marsad.text.Language.EN);
        assertThat(texts(mentions)).isEqualTo(List.of("Kossoum"));
        assertThat(mentions.getFirst().place()).isNull();
        assertThat(mentions.getFirst().alternatives()).hasSize(2);
    }

    /** Of two villages of one name, the one at the stated distance and on the stated side of the town. */
    @ParameterizedTest
    @CsvSource({
        "Une attaque a visé Kobé à 30 km au nord de Dori., FR, Kobé, north",
        "Une attaque a visé Kobé à 30 km au sud de Dori., FR, Kobé, south",
        "Gunmen attacked Kobé 30 km north of Dori., EN, Kobé, north",
        "Gunmen attacked Kobé 30 kilometres south of Dori., EN, Kobé, south",
        "هاجم مسلحون قرية كوبي على بعد 30 كم شمال دوري., AR, كوبي, north",
        "هاجم مسلحون قرية كوبي على بعد 30 كيلومترا جنوب دوري., AR, كوبي, south",
    })
    void choosesThePlaceAtTheStatedDistance(String text, Language language, String name, String side) {
        var geoparser = Parsing.knowing(
                "marsad:dori,Dori,settlement,PPLA,BF,,14.03,-0.03,46000,دوري,,,",
                "marsad:north,Kobé,settlement,PPL,BF,,14.30,-0.03,900,كوبي,,,",
                "marsad:south,Kobé,settlement,PPL,BF,,13.76,-0.03,900,كوبي,,,");
        var found = mention(Parsing.parse(geoparser, text, language), name);
        assertThat(found.place()).isNotNull();
        assertThat(found.place().id().value()).isEqualTo("marsad:" + side);
        assertThat(found.because()).anyMatch(reason -> reason.contains("where the text says"));
    }

    @Test
    void readsAFrameworkAsNoTown() {
        assertThat(texts(arabic("تأتي الخطوة في إطار التعاون بين موريتانيا والسنغال.")))
                .containsExactly("موريتانيا", "السنغال");
        assertThat(place(arabic("وصل الرئيس الموريتاني إلى مدينة أطار شمال موريتانيا."), "أطار")
                        .country())
                .isEqualTo("MR");
    }

    @ParameterizedTest
    @CsvSource({
        "قال مصدر في شرق تشاد إن اللاجئين وصلوا إلى أدري (شرق تشاد)., أدري, TD",
        "أفرج عن الرهائن في ليري شمال مالي., ليري, ML",
    })
    void readsTheCountryBehindATown(String text, String name, String country) {
        assertThat(place(arabic(text), name).country()).isEqualTo(country);
    }

    @Test
    void takesAStateAndItsCapitalOfOneNameApart() {
        assertThat(place(arabic("عقد الوزيران اجتماعا في تونس الأربعاء."), "تونس")
                        .level())
                .isEqualTo(PlaceLevel.SETTLEMENT);
        assertThat(place(arabic("يعيش آلاف المهاجرين في تونس منذ سنوات."), "تونس")
                        .level())
                .isEqualTo(PlaceLevel.COUNTRY);
        assertThat(texts(arabic("وصل الوفد إلى الجزائر العاصمة."))).containsExactly("الجزائر");
    }

    @Test
    void findsTownsThatStandWithoutACue() {
        assertThat(texts(arabic("شهدت منفلوط في مصر احتجاجات واسعة."))).containsExactly("منفلوط", "مصر");
        assertThat(texts(arabic("قصفت طائرات جوهر وقوريولي وبراوة في الصومال.")))
                .containsExactly("جوهر", "قوريولي", "براوة", "الصومال");
    }

    @Test
    void leavesTheNounOfAWorkOutsideTheSpan() {
        assertThat(texts(arabic("دخل الجيش معبر الكركرات."))).containsExactly("الكركرات");
        assertThat(texts(arabic("أعلن الجيش الليبي إغلاق حقل الشرارة."))).containsExactly("الليبي", "الشرارة");
        assertThat(texts(english("U.S. Africa Command said no U.S. forces were hurt.")))
                .containsExactly("U.S.", "Africa", "U.S.");
    }

    @Test
    void takesALanguageForNoDemonym() {
        assertThat(french("Le journal en français.")).isEmpty();
        assertThat(texts(french("L'armée de l'État-Major général est au Mali.")))
                .containsExactly("Mali");
    }

    @Test
    void aVillageIsNoGreatTownOfThatNameElsewhere() {
        var mentions =
                english("Attackers burned the village of Toula, south of Nara in Mali, and Santiago village in the Gao"
                        + " region of Mali. Residents of Toula fled to Nara.");
        for (var name : List.of("Toula", "Santiago")) {
            assertThat(mentions)
                    .filteredOn(m -> m.text().equals(name))
                    .isNotEmpty()
                    .allSatisfy(m -> assertThat(m.place()).isNull());
        }
        assertThat(place(mentions, "Nara").country()).isEqualTo("ML");
        assertThat(place(english("The talks in Milan, in northern Italy, ended."), "Milan")
                        .country())
                .isEqualTo("IT");
    }

    @Test
    void aNounForAKindOfPlaceIsNoTown() {
        var mentions = arabic("وصلت القافلة من ميناء داكار، ثم غادرت مدينة مينا النيجيرية.");
        assertThat(texts(mentions)).contains("داكار", "مينا").doesNotContain("ميناء");
        assertThat(place(mentions, "مينا").country()).isEqualTo("NG");
    }

    @Test
    void aVerbBehindAndIsNoTown() {
        assertThat(texts(arabic("هاجم مسلحون قرية في موريتانيا. وأدان وزير الخارجية الهجوم.")))
                .containsExactly("موريتانيا");
        assertThat(place(arabic("وصل السياح إلى مدينة وادان في موريتانيا."), "وادان")
                        .country())
                .isEqualTo("MR");
    }
}
