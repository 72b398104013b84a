package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "أنسونغو, انسونغو",
        "إيكواس, آيكواس",
        "مالى, مالي",
        "تمبكتة, تمبكته",
        "صنعاء, صنعا",
        "مسؤول, مسوول",
        "رئيس, رييس",
        "مـــالـي, مالي",
        "مَالِيّ, مالي",
        "الأمم المتحدة لمکافحة, الامم المتحده لمكافحه",
        "ﻣﺎﻟﻲ, مالي",
        "ﻻ, لا",
        "أڭادير, اكادير",
        "ڨفصة, قفصه",
        "٢٠ فبراير ٢٠٢٥, 20 فبراير 2025",
        "۱۴۰۳, 1403",
        "Ménaka, menaka",
        "ME\u0301NAKA, menaka",
        "Sœur, soeur",
        "Straße, strasse",
        "Niono–Léré, niono-lere",
        "d’Ansongo, d'ansongo",
        "Soo\u200Dmaa, soomaa",
        "Ɗori, dori",
    })
    void spellingsOfOneWordMeet(String spelling, String other) {
        assertThat(Folding.key(spelling)).isEqualTo(Folding.key(other));
    }

    @Test
    void makesOneOfEachKindOfSpaceQuoteAndPunctuation() {
        assertThat(Folding.key("«أ»\u00A0“b”\u202F؟،؛\tx\r")).isEqualTo("\"ا\" \"b\" ?,; x\n");
    }

    @Test
    void keepsApartWhatMeansDifferentThings() {
        assertThat(Folding.key("غاو")).isNotEqualTo(Folding.key("جاو"));
        assertThat(Folding.key("نيجر")).isNotEqualTo(Folding.key("نيجير"));
    }

    @Test
    void spansOfTheSourceTakeVanishedMarksInAndLeaveControlsOut() {
        var text = "\u200Fفي صَنْعَاءَ\u200F اليوم";
        var folded = Folding.fold(text);
        int at = folded.text().indexOf("صنعا");
        assertThat(folded.source(at, at + 4).in(text)).isEqualTo("صَنْعَاءَ");
        assertThat(folded.source(0, 2).in(text)).isEqualTo("في");
    }

    @Test
    void aCharacterThatBecameSeveralIsGivenBackWhole() {
        var text = "cœur ﻻ";
        var folded = Folding.fold(text);
        assertThat(folded.text()).isEqualTo("coeur لا");
        assertThat(folded.source(1, 2).in(text)).isEqualTo("œ");
        assertThat(folded.source(2, 4).in(text)).isEqualTo("œu");
        assertThat(folded.toFolded(2)).isEqualTo(3);
        assertThat(folded.toFolded(1)).isEqualTo(1);
    }

    @Test
    void aStretchCountsInTheWholeText() {
        var text = "Mali. Gào.";
        var folded = Folding.fold(text, new Span(6, 9));
        assertThat(folded.text()).isEqualTo("gao");
        assertThat(folded.source(0, 3)).isEqualTo(new Span(6, 9));
        assertThat(folded.toFolded(9)).isEqualTo(3);
    }

    @Test
    void everyCodePointFoldsToSomethingThatFoldsToItself() {
        for (int codePoint = 0; codePoint <= 0x1FFFF; codePoint++) {
            var once = Folding.key(Character.toString(codePoint));
            assertThat(Folding.key(once)).as("U+%04X", codePoint).isEqualTo(once);
        }
    }

    @Test
    void theWayBackIsMonotoneAndLosesNothingVisible() {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            var text = RandomText.of(random, 1 + random.nextInt(60));
            var folded = Folding.fold(text);
            assertThat(folded.text()).as(text).isEqualTo(Folding.key(text)).isEqualTo(Folding.key(folded));
            int previous = 0;
            for (int at = 0; at < folded.length(); at++) {
                var span = folded.source(at, at + 1);
                assertThat(span.begin()).isBetween(previous, text.length() - 1);
                assertThat(span.end()).isBetween(span.begin() + 1, text.length());
                assertThat(Folding.key(span.in(text))).contains(folded.text().substring(at, at + 1));
                assertThat(folded.toFolded(span.begin())).isLessThanOrEqualTo(at);
                previous = span.begin();
            }
            assertThat(Folding.key(folded.source(0, folded.length()).in(text))).isEqualTo(folded.text());
            int from = random.nextInt(folded.length() + 1);
            int to = from + random.nextInt(folded.length() - from + 1);
            assertThat(Folding.key(folded.source(from, to).in(text)))
                    .contains(folded.text().substring(from, to));
        }
    }
}
