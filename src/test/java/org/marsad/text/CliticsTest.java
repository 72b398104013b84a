package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.Clitics.Cut;

class CliticsTest {
    @ParameterizedTest
    @CsvSource({
        "بباماكو, باماكو, 1",
        "وبالكويت, الكويت, 2",
        "للمغرب, المغرب, 1",
        "وللمغرب, المغرب, 2",
        "لليبيا, ليبيا, 1",
        "لليبيه, الليبيه, 1",
        "فلمالي, مالي, 2",
        "كمالي, مالي, 1",
        "والنيجر, النيجر, 1",
        "وبوركينا, بوركينا, 1",
        "سيعلن, يعلن, 1",
    })
    void findsTheStemBehindItsParticles(String word, String stem, int length) {
        assertThat(Clitics.list(Folding.key(word))).anySatisfy(cut -> {
            assertThat(cut.stem()).isEqualTo(stem);
            assertThat(cut.length()).isEqualTo(length);
        });
    }

    @ParameterizedTest
    @CsvSource({"شمالي", "الصومالي", "اجمالي", "مالي", "بت", "و"})
    void cutsNothingThatIsNoParticle(String word) {
        assertThat(Clitics.list(word)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"فلل", "وول", "لللل", "بكلس"})
    void leavesTwoLettersAtLeast(String word) {
        assertThat(Clitics.list(word)).extracting(Cut::length).allMatch(length -> word.length() - length >= 2);
    }
}
