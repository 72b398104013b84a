package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AR|هجوم في غاو",
                "AR|اجتماع مع شركة Rheinmetall Landsysteme في برلين اليوم",
                "FR|Attaque à Gao",
                "FR|Mali : dix soldats tués",
                "FR|L'armée riposte",
                "FR|Les Forces armées maliennes (FAMa) et « Africa Corps » ont repris Ber",
                "EN|Gunmen storm Malian town",
                "EN|Mali army says it killed 12 fighters near Ménaka",
                "EN|The Coordination des mouvements de l'Azawad (CMA) said on Monday that it was leaving the accord",
                "EN|Niger: attack in Téra",
                "EN|12345",
            })
    void tellsTheLanguageOfShortTexts(Language language, String text) {
        assertThat(Languages.guess(text)).isEqualTo(language);
    }
}
