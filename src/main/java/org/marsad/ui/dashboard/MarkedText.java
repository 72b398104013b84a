package org.marsad.ui.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventDetail.ActorMention;
import org.marsad.mapview.EventDetail.PlaceMention;
import org.marsad.mapview.EventDetail.Source;
import org.marsad.mapview.EventDetail.TextSpan;

/**
 * A source's text cut where evidence, places and actors begin and end, in paragraphs. The pieces put together are the
 * text; each goes to the page as a text node, so nothing in a source can become markup.
 */
record MarkedText(List<Paragraph> paragraphs) {

    /** A line of the text; its pieces are never empty. */
    record Paragraph(List<Piece> pieces) {
        boolean hasEvidence() {
            return pieces.stream().anyMatch(Piece::evidence);
        }
    }

    /**
     * @param evidence whether the event was read from here
     * @param place the place named here, or null
     * @param actor id of the actor named here, or null
     */
    record Piece(
            String text,
            boolean evidence,
            @Nullable PlaceMention place,
            @Nullable String actor) {}

    static MarkedText of(Source source) {
        var text = source.text();
        var cuts = new TreeSet<>(List.of(0, text.length()));
        var evidence = source.evidence().stream().map(span -> span(text, span)).toList();
        var places = source.mentions().stream()
                .filter(mention -> !mention.kind().equals("nested"))
                .map(mention -> new Marked<>(span(text, mention.span()), mention))
                .toList();
        var actors = source.actorMentions().stream()
                .map(mention -> new Marked<>(span(text, mention.span()), mention))
                .toList();
        evidence.forEach(span -> cut(cuts, span));
        places.forEach(mark -> cut(cuts, mark.span()));
        actors.forEach(mark -> cut(cuts, mark.span()));
        for (int newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
            cuts.add(newline);
            cuts.add(newline + 1);
        }
        var paragraphs = new ArrayList<Paragraph>();
        var line = new ArrayList<Piece>();
        int begin = 0;
        for (int end : cuts) {
            var piece = text.substring(begin, end);
            int at = begin;
            if (piece.equals("\n")) {
                finish(paragraphs, line);
            } else if (!piece.isEmpty()) {
                line.add(new Piece(
                        piece,
                        evidence.stream().anyMatch(span -> span.begin() <= at && at < span.end()),
                        first(places, at),
                        actorId(first(actors, at))));
            }
            begin = end;
        }
        finish(paragraphs, line);
        return new MarkedText(List.copyOf(paragraphs));
    }

    private static void finish(List<Paragraph> paragraphs, List<Piece> line) {
        if (line.stream().anyMatch(piece -> !piece.text().isBlank())) {
            paragraphs.add(new Paragraph(List.copyOf(line)));
        }
        line.clear();
    }

    private record Marked<T>(TextSpan span, T mention) {}

    private static <T> @Nullable T first(List<Marked<T>> marks, int at) {
        return marks.stream()
                .filter(mark -> mark.span().begin() <= at && at < mark.span().end())
                .map(Marked::mention)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String actorId(@Nullable ActorMention mention) {
        return mention == null ? null : mention.actor();
    }

    private static void cut(TreeSet<Integer> cuts, TextSpan span) {
        cuts.add(span.begin());
        cuts.add(span.end());
    }

    /** From code points to indexes of the string; what lies outside the text is cut off. */
    private static TextSpan span(String text, TextSpan codePoints) {
        int length = text.codePointCount(0, text.length());
        int begin = Math.clamp(codePoints.begin(), 0, length);
        int end = Math.clamp(codePoints.end(), begin, length);
        int first = text.offsetByCodePoints(0, begin);
        return new TextSpan(first, text.offsetByCodePoints(first, end - begin));
    }
}
