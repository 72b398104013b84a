package org.marsad.coding.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.coding.Coder;
import org.marsad.coding.event.CodedEvent;
import org.marsad.text.SourceDocument;

/** Sentences in which no word of {@code triggers.csv} names what they tell, behind one in which a word does. */
class SecondChanceTest {
    private static final Coder CODER = Coder.builtIn();
    private static final LocalDate PUBLISHED = LocalDate.parse("2024-06-10");

    private static List<CodedEvent> code(String text) {
        return CODER.code(new SourceDocument("case", text, null, PUBLISHED)).stream()
                .flatMap(article -> article.events().stream())
                .toList();
    }

    private static CodedEvent second(String text) {
        var events = code(text);
        assertThat(events).hasSize(2);
        return events.get(1);
    }

    static List<Arguments> guesses() {
        var english = "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\n";
        var french = "Des hommes armés ont attaqué Djibo le 3 juin 2024, tuant 12 soldats.\n\n";
        var arabic = "هاجم مسلحون بلدة جيبو يوم 3 يونيو 2024 وقتلوا 12 جنديا.\n\n";
        return List.of(
                Arguments.of(
                        english + "On 5 June JNIM put bullets into two shopkeepers at Aribinda.",
                        "ASSAULT",
                        "2024-06-05",
                        "Arbinda"),
                Arguments.of(
                        english + "On 6 June a lawyer pleaded for the four prisoners before the judges at Ouagadougou.",
                        "SANCTION",
                        "2024-06-06",
                        "Ouagadougou"),
                Arguments.of(
                        french + "Le Pam a fait poser quarante sacs de farine à Arbinda le 5 juin.",
                        "AID",
                        "2024-06-05",
                        "Arbinda"),
                Arguments.of(
                        arabic + "ونصبت في واغادوغو يوم 6 يونيو خيام الأدوية وأكياس الدقيق.",
                        "AID",
                        "2024-06-06",
                        "Ouagadougou"));
    }

    @ParameterizedTest
    @MethodSource("guesses")
    void aDayAndATownOrPartyAreAnEventOfTheKindThatTheWordsSuggest(
            String text, String plover, LocalDate day, String town) {
        var event = second(text);
        assertThat(event.type().plover()).isEqualTo(plover);
        assertThat(event.date().start()).isEqualTo(day);
        assertThat(event.places()).extracting(place -> place.name()).containsExactly(town);
    }

    @Test
    void aGuessIsLessSureThanWhatAWordNames() {
        var events = code("Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\n"
                + "On 5 June JNIM put bullets into two shopkeepers at Aribinda.");
        assertThat(events.get(0).confidence()).isGreaterThan(0.9);
        assertThat(events.get(1).confidence()).isLessThan(0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 5 June JNIM put bullets into two shopkeepers at Aribinda.",
                "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\nDid JNIM put bullets into two shopkeepers at Aribinda on 5 June?",
                "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\nMourning for the soldiers was ordered by the government in Ouagadougou on 5 June.",
                "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\nSome 4,000 refugees were registered in Dori by 7 June.",
                "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\nJNIM may put bullets into shopkeepers at Aribinda on 9 June.",
                "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\nJNIM has put bullets into shopkeepers of many towns.",
                "Gunmen attacked Djibo on 3 June 2024, killing 12 soldiers.\n\nThe bodies of the soldiers of Djibo lay in the sand on 3 June."
            })
    void whatIsAloneAskedSupposedUndatedOrToldAlreadyIsNoGuess(String text) {
        assertThat(code(text)).hasSize(text.startsWith("Gunmen") ? 1 : 0);
    }
}
