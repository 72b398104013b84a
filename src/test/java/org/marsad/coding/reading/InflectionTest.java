package org.marsad.coding.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.Language;

class InflectionTest {
    @ParameterizedTest
    @CsvSource({
        "prendre;pris;prend;prennent, prirent",
        "recevoir;recu;recoit;recoivent, recut",
        "rendre;rendu;rend;rendent, rendirent",
        "ouvrir;ouvert;ouvre;ouvrent, ouvrit",
        "tenir;tenu;tient;tiennent, tint",
        "combattre;combattu;combat;combattent, combattirent"
    })
    void knowsTheSimplePastOfIrregularVerbs(String lemma, String form) {
        assertThat(Inflection.verb(Language.FR, lemma)).containsEntry(form, Tense.PAST);
    }

    @ParameterizedTest
    @CsvSource({"deployer, deploient", "rejeter, rejette", "appeler, appellent"})
    void changesTheStemBeforeAMuteE(String lemma, String form) {
        assertThat(Inflection.verb(Language.FR, lemma)).containsEntry(form, Tense.PRESENT);
    }

    @ParameterizedTest
    @CsvSource({"mow;mowed;mown down, mown", "slay;slew;slain, slain"})
    void readsEnglishParticiples(String lemma, String form) {
        assertThat(Inflection.verb(Language.EN, lemma.replaceFirst(" .*", ""))).containsEntry(form, Tense.PARTICIPLE);
    }
}
