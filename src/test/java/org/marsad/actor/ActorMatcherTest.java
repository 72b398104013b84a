package org.marsad.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.ArticleText;
import org.marsad.text.Language;
import org.marsad.text.Span;
import org.marsad.text.Table;

class ActorMatcherTest {
    private static final ActorRegistry REGISTRY = ActorRegistry.of(
            Table.rows("/org/marsad/actor/actors.csv"),
            Table.rows("/org/marsad/actor/institutions.csv"),
            Table.rows("/gazetteer/countries.csv"));
    private static final ActorMatcher MATCHER = new ActorMatcher(REGISTRY);

    private static List<String> found(String text) {
        return found(MATCHER, text);
    }

    /** By the actors that Marsad comes with. */
    private static List<String> known(String text) {
        return found(new ActorMatcher(ActorRegistry.builtIn()), text);
    }

    private static List<String> found(ActorMatcher matcher, String text) {
        var article = new ArticleText(1, "", null, List.of(new Span(0, text.length())), Language.AR, null);
        return matcher.list(text, article).stream()
                .map(mention -> mention.text() + "=" + mention.actor().id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
                    وقالت جماعة "نصرة الإسلام والمسلمين" في بيان => جماعة "نصرة الإسلام والمسلمين=jnim
                    تهديدات جماعة نصرة الإسلام المسلمين => جماعة نصرة الإسلام المسلمين=jnim
                    أعلن الجيش السنغالي أمس => الجيش السنغالي=senegal-army
                    بالجيش المالي => الجيش المالي=mali-army
                    إلى جانب القوات المسلحة المالية => القوات المسلحة المالية=mali-army
                    التقى وزير الدفاع السنغالي بنظيره => وزير الدفاع السنغالي=senegal-government
                    رحبت حكومة السنغال => حكومة السنغال=senegal-government
                    les forces armées maliennes ont tué => forces armées maliennes=mali-army
                    l'armée du Burkina Faso a dit => armée du Burkina Faso=burkina-faso-army
                    The Malian army said => Malian army=mali-army
                    Niger's army killed => Niger's army=niger-army
                    the army of Mali => army of Mali=mali-army
                    US troops left => US troops=united-states-army
                    """)
    void readsAnInstitutionWithItsCountry(String text, String expected) {
        assertThat(found(text)).containsExactly(expected);
    }

    @Test
    void givesEachCountryOfAListItsInstitution() {
        assertThat(found("انسحاب القوات الفرنسية والأمريكية"))
                .containsExactly("القوات الفرنسية=france-army", "الأمريكية=united-states-army");
        assertThat(found("les forces françaises et américaines"))
                .containsExactly("forces françaises=france-army", "américaines=united-states-army");
        assertThat(found("Malian and Senegalese troops"))
                .containsExactlyInAnyOrder(
                        "Malian and Senegalese troops=mali-army", "Malian and Senegalese troops=senegal-army");
    }

    @Test
    void givesEachCountryNamedAfterAnInstitutionItsOwn() {
        assertThat(known("The foreign ministers of Senegal, Mauritania and Mali met in Dakar."))
                .extracting(mention -> mention.substring(mention.indexOf('=') + 1))
                .containsExactlyInAnyOrder("senegal-government", "mauritania-government", "mali-government");
        assertThat(known("Les armées du Mali et du Burkina Faso"))
                .containsExactly("armées du Mali=mali-army", "Burkina Faso=burkina-faso-army");
        assertThat(known("نفذت جيوش مالي والنيجر وبوركينا فاسو عملية"))
                .containsExactly("جيوش مالي=mali-army", "النيجر=niger-army", "بوركينا فاسو=burkina-faso-army");
        assertThat(known("According to the army of Mali, Niger has closed the road."))
                .containsExactly("army of Mali=mali-army");
    }

    @Test
    void givesABareInstitutionTheCountryOfItsOwnSentence() {
        assertThat(known("In Guinea-Bissau, police in Buba seized drugs. In Burkina Faso, soldiers came."))
                .contains("police=guinea-bissau-police");
    }

    @Test
    void givesABareInstitutionTheCountryThatTheTextAroundItSpeaksOf() {
        assertThat(found("وقع الهجوم في مالي. وقال الجيش إنه صد المهاجمين")).containsExactly("الجيش=mali-army");
        assertThat(found("In Niger, rebels attacked. The army fought back.")).containsExactly("army=niger-army");
        assertThat(found("The army fought back.")).isEmpty();
    }

    @Test
    void readsTheGroupAsTheOneNamedBefore() {
        assertThat(found("تبنت جماعة نصرة الإسلام والمسلمين الهجوم. وقالت الجماعة إنها أسرت جنودا"))
                .contains("الجماعة=jnim");
        assertThat(found("JNIM attacked. The group said so; the group of experts did not."))
                .containsExactly("JNIM=jnim", "The group=jnim");
        assertThat(found("The group said so.")).isEmpty();
    }

    @Test
    void ofTwoActorsOfOneNameItIsTheOneThatIsThereOnThatDay() {
        var front = named("front-of-2012", null, "2015-06");
        var later = named("front-of-2024", "2024-11-30", null);
        var matcher = new ActorMatcher(REGISTRY.with(List.of(front, later)));
        assertThat(idOn(matcher, LocalDate.of(2013, 3, 1))).isEqualTo("front-of-2012");
        assertThat(idOn(matcher, LocalDate.of(2015, 6, 30))).isEqualTo("front-of-2012");
        assertThat(idOn(matcher, LocalDate.of(2025, 1, 2))).isEqualTo("front-of-2024");
        assertThat(idOn(matcher, null)).isEqualTo("front-of-2012");
        // Neither is there: a name is found in articles of any time.
        assertThat(idOn(matcher, LocalDate.of(2020, 1, 1))).isEqualTo("front-of-2012");
        var alone = new ActorMatcher(REGISTRY.with(List.of(later)));
        assertThat(idOn(alone, LocalDate.of(2013, 3, 1))).isEqualTo("front-of-2024");
    }

    private static EditedActor named(String id, @Nullable String from, @Nullable String to) {
        var actor = new Actor(new ActorId(id), id, id, id, "rebel", 2, "REB", "ML", null);
        var names = Map.of(Language.FR, List.of("Front du Désert"));
        return new EditedActor(null, new ActorEntry(actor, names, from, to), false);
    }

    private static String idOn(ActorMatcher matcher, @Nullable LocalDate day) {
        var text = "Le Front du Désert a attaqué le poste.";
        var article = new ArticleText(1, "", null, List.of(new Span(0, text.length())), Language.FR, day);
        return matcher.list(text, article).getFirst().actor().id().value();
    }

    @Test
    void takesMoneyForMoney() {
        assertThat(found("اجتمع وزير المالية لبحث الموارد المالية في السنغال"))
                .noneMatch(mention -> mention.contains("mali"));
    }

    @Test
    void matchesAbbreviationsInCapitalsOnly() {
        assertThat(found("Un soldat au camp")).isEmpty();
        assertThat(found("The UN said")).containsExactly("UN=united-nations");
    }

    /** A president or "forces" may be anybody's; beside a country they are the state's. */
    @Test
    void takesAFormThatNeedsACountryOnlyBesideOne() {
        var text = "Au Mali, le président de la fédération. Le président malien, des forces maliennes";
        var article = new ArticleText(1, "", null, List.of(new Span(0, text.length())), Language.FR, null);
        assertThat(new ActorMatcher(ActorRegistry.builtIn()).list(text, article))
                .extracting(ActorMention::text)
                .containsExactly("président malien", "forces maliennes");
    }

    @Test
    void findsAComposedActorByItsId() {
        assertThat(REGISTRY.find(new ActorId("senegal-army"))).isPresent();
        assertThat(REGISTRY.find(new ActorId("atlantis-army"))).isEmpty();
        assertThat(REGISTRY.find(new ActorId("mali-army")).orElseThrow().name())
                .isEqualTo("Malian Armed Forces (FAMa)");
    }
}
