package org.marsad.geocode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.Folding;

class TransliterationTest {
    private final Transliteration transliteration = new Transliteration();

    @ParameterizedTest
    @CsvSource({
        "diboli, ديبولي",
        "gao, غاو",
        "gao, جاو",
        "gao, قاو",
        "ouagadougou, واغادوغو",
        "pissila, بيسيلا",
        "tchirozerine, تشيروزيرين",
        "bignona, بيغنونا",
        "djibo, جيبو",
        "djibo, دجيبو",
        "kouakourou, كواكورو"
    })
    void theUsualSpellingsCostNextToNothing(String latin, String arabic) {
        assertThat(transliteration.cost(latin, Folding.key(arabic))).isLessThan(0.2);
    }

    @ParameterizedTest
    @CsvSource({"mopti, موتي", "gao, باو", "sikasso, سيكاسون", "kidal, كيدان"})
    void aConsonantThatDoesNotFitCostsALot(String latin, String arabic) {
        assertThat(transliteration.cost(latin, Folding.key(arabic))).isGreaterThan(0.6);
    }

    @Test
    void finalAMayBeTaMarbuta() {
        assertThat(transliteration.cost("sebha", Folding.key("سبهة"))).isLessThan(0.3);
    }
}
