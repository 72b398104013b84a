package org.marsad.coding.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.marsad.coding.reading.LemmaParts.Slot;
import org.marsad.text.Language;

class LemmaPartsTest {
    @Test
    void takesEveryWordOfTheTableApartAndPutsItTogetherAgain() {
        assertThat(TriggerWord.builtIn()).allSatisfy(word -> {
            var parts = LemmaParts.of(word);
            assertThat(parts.words()).isEqualTo(word.words());
            assertThat(parts.first()).doesNotContainPattern("[;~]");
        });
    }

    @Test
    void showsAWordByItsFirstForm() {
        assertThat(of(Language.EN, "verb", "blow;blew;blown himself up").shown())
                .isEqualTo("blow himself up");
        assertThat(of(Language.EN, "verb", "slit+ … throats").shown()).isEqualTo("slit … throats");
        assertThat(of(Language.FR, "verb", "se rendre;rendu;rend;rendent à").shown())
                .isEqualTo("se rendre à");
        assertThat(of(Language.AR, "verb", "قضى/قضوا~قضي نحبهم").shown()).isEqualTo("قضى نحبهم");
        assertThat(of(Language.AR, "noun", "هجوم انتحاري;هجمات انتحارية").shown())
                .isEqualTo("هجوم انتحاري");
    }

    @Test
    void hasASlotForEachIrregularForm() {
        var parts = of(Language.EN, "verb", "take;took;taken … hostage");
        assertThat(parts.others())
                .containsExactly(
                        new Slot("past", false, List.of("took")), new Slot("participle", false, List.of("taken")));
        assertThat(parts.rest()).isEqualTo("… hostage");
        assertThat(of(Language.EN, "verb", "kidnap+").doubled()).isTrue();
        assertThat(of(Language.EN, "verb", "open fire").others())
                .allSatisfy(slot -> assertThat(slot.texts()).isEmpty());
        var arabic = of(Language.AR, "verb", "استولى/استولت/استولوا~ستولي");
        assertThat(arabic.others().getFirst().texts()).containsExactly("استولت", "استولوا");
        assertThat(arabic.others().getLast().texts()).containsExactly("ستولي");
    }

    private static LemmaParts of(Language language, String form, String words) {
        return LemmaParts.of(new TriggerWord(language, "attack", form, words));
    }
}
