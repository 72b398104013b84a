package org.marsad.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void agreesWithTheLibraryAtEveryIndexOfATextWithSurrogatePairs() {
        var text = "أ😀ب😀😀c\uD83Dd";
        var points = new CodePoints(text);
        for (int i = 0; i <= text.length(); i++) {
            if (i == 0 || i == text.length() || !Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                assertThat(points.of(i)).as("index %d", i).isEqualTo(text.codePointCount(0, i));
            }
        }
    }
}
