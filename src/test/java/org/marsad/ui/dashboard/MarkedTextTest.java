package org.marsad.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.marsad.mapview.EventDetail;
import org.marsad.mapview.EventDetail.ActorMention;
import org.marsad.mapview.EventDetail.PlaceMention;
import org.marsad.mapview.EventDetail.Source;
import org.marsad.mapview.EventDetail.TextSpan;
import org.marsad.ui.dashboard.MarkedText.Piece;

class MarkedTextTest {
    private static final List<String> LETTERS =
            List.of("a", "é", "ب", "ا", "\uD83D\uDE80", " ", "\n", "<", "&", "\u200F");

    @Test
    void thePiecesTogetherAreTheTextWhateverIsMarkedInIt() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var text = random.ints(random.nextInt(120), 0, LETTERS.size())
                    .mapToObj(LETTERS::get)
                    .collect(Collectors.joining());
            var source = source(text, spans(random), spans(random), spans(random));
            var lines = MarkedText.of(source).paragraphs().stream()
                    .map(paragraph ->
                            paragraph.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                    .toList();
            assertThat(lines)
                    .isEqualTo(text.lines().filter(line -> !line.isBlank()).toList());
        }
    }

    @Test
    void countsInCodePointsAsTheDatabaseDoes() {
        var text = "\uD83D\uDE80\uD83D\uDE80 ديبولي.";
        var marked = MarkedText.of(source(text, List.of(new TextSpan(3, 9)), List.of(), List.of()));
        assertThat(marked.paragraphs().getFirst().pieces().stream()
                        .filter(Piece::evidence)
                        .map(Piece::text))
                .containsExactly("ديبولي");
    }

    @Test
    void marksAPlaceWithinTheEvidence() {
        var marked = MarkedText.of(source(
                "Attack near Diboli today. Calm elsewhere.",
                List.of(new TextSpan(0, 25)),
                List.of(new TextSpan(12, 18)),
                List.of()));
        var pieces = marked.paragraphs().getFirst().pieces();
        assertThat(pieces.stream().map(Piece::text))
                .containsExactly("Attack near ", "Diboli", " today.", " Calm elsewhere.");
        assertThat(pieces.stream().map(Piece::evidence)).containsExactly(true, true, true, false);
        assertThat(pieces.get(1).place()).isNotNull();
    }

    @Test
    void spansBeyondTheTextMarkWhatThereIs() {
        var marked =
                MarkedText.of(source("abc", List.of(new TextSpan(-5, 2), new TextSpan(9, 12)), List.of(), List.of()));
        assertThat(marked.paragraphs().getFirst().pieces().stream()
                        .filter(Piece::evidence)
                        .map(Piece::text))
                .containsExactly("ab");
    }

    private static List<TextSpan> spans(Random random) {
        var spans = new ArrayList<TextSpan>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int begin = random.nextInt(130) - 5;
            spans.add(new TextSpan(begin, begin + random.nextInt(20)));
        }
        return spans;
    }

    private static Source source(String text, List<TextSpan> evidence, List<TextSpan> places, List<TextSpan> actors) {
        return new Source(
                1,
                "a.txt",
                "Title",
                "en",
                null,
                text,
                evidence,
                places.stream()
                        .map(span -> new PlaceMention(span, "literal", null, 1, List.of(), List.of(), false))
                        .toList(),
                actors.stream().map(span -> new ActorMention(span, "jnim")).toList(),
                new EventDetail.Figures(null, null, null));
    }
}
