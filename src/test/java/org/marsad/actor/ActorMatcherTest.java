package org.marsad.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
