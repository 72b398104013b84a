package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionTextsTest {
    @Test
    void theSentenceBeginsAfterTheLastStopAndEndsAtTheNext() {
        assertThat(MentionTexts.lastSentence("It rained. Gunmen attacked ")).isEqualTo("Gunmen attacked ");
        assertThat(MentionTexts.lastSentence("العنوان\nهاجم مسلحون قرية ")).isEqualTo("هاجم مسلحون قرية ");
        assertThat(MentionTexts.lastSentence("At 3.5 km from ")).isEqualTo("At 3.5 km from ");
        assertThat(MentionTexts.firstSentence(" on Monday. Nobody knows why.")).isEqualTo(" on Monday.");
        assertThat(MentionTexts.firstSentence(" متى؟ لا أحد يعرف")).isEqualTo(" متى؟");
        assertThat(MentionTexts.firstSentence(" at 3.5 km")).isEqualTo(" at 3.5 km");
    }
}
