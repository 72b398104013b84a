package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    private static List<String> sentences(String text) {
        var article = new ArticleText(1, "", null, List.of(new Span(0, text.length())), Language.EN, null);
        return Sentences.list(text, article).stream().map(s -> s.in(text)).toList();
    }

    /** The boundaries expected stand as | in the text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "قتل جنديان في غاو. |وأصيب ثلاثة! |هل من مزيد؟ |نعم",
                "قال الوزير.|وأضاف أن الوضع هادئ.",
                "الساحل.. بين الضرورات والتحديات",
                "أعلن د. محمد ولد سيدي ذلك في 3.5 دقيقة؛ |ثم غادر.",
                "و.م.ع نقلت الخبر.",
                "Le gén. Sadio Camara est à Gao. |M. Diop aussi.",
                "« Nous partons ! » |Il est parti.",
                "« Nous partons ! » a-t-il dit.",
                "J. P. Diallo et le Dr. Ba ont vu 3.5 km. |Puis rien…",
                "Le 12 août 2023. |L'armée a fui.",
                "The U.S. Army left. |Gen. Smith, of the U.N. mission, stayed at St. Louis.",
                "See reuters.com for more.|The end.",
                "He said: \"They fled.\" |Nobody knows.",
                "1. The first point. |2 men died.",
                "It began at 5 p.m. |Soldiers fired.",
                "It began at 5 p.m. on Saturday.",
                "قضت المحكمة العليا في\nنواكشوط بسجنهم. |ثم رفعت الجلسة.",
                "A court in\nGao jailed them. |They appealed.",
                "Attack in Gao\n|Dozens fled the town.\n|Map: AFP",
            })
    void endsSentencesWhereAReaderWould(String marked) {
        var expected = List.of(marked.split("\\|")).stream().map(String::strip).toList();
        assertThat(sentences(marked.replace("|", ""))).isEqualTo(expected);
    }

    @Test
    void givesARepeatedTitleOnce() {
        var text = "هجوم في غاو\n\nهجوم في غاو\n\nقتل جنديان.";
        var article = new ArticleText(
                1, "هجوم في غاو", new Span(0, 11), List.of(new Span(0, text.length())), Language.AR, null);
        assertThat(Sentences.list(text, article))
                .extracting(s -> s.in(text))
                .containsExactly("هجوم في غاو", "قتل جنديان.");
    }

    @Test
    void cutsATextWithoutStopsSoThatASentenceStaysBounded() {
        var text = "مالي والنيجر ".repeat(400_000);
        assertThat(sentences(text)).hasSizeGreaterThan(1000).allMatch(s -> s.length() <= 2 * Sentences.LONGEST);
    }

    @Test
    void leavesNoWordOutAndNeverOverlaps() {
        var random = new Random(5);
        for (int round = 0; round < 1000; round++) {
            var text = RandomText.of(random, 120);
            var whole = new ArticleText(1, "", null, List.of(new Span(0, text.length())), Language.EN, null);
            int at = 0;
            for (var sentence : Sentences.list(text, whole)) {
                assertThat(sentence.begin()).isGreaterThanOrEqualTo(at);
                assertThat(text.substring(at, sentence.begin()).chars().noneMatch(Character::isLetterOrDigit))
                        .isTrue();
                at = sentence.end();
            }
            assertThat(text.substring(at).chars().noneMatch(Character::isLetterOrDigit))
                    .isTrue();
        }
    }
}
