package org.marsad.text;

import java.util.ArrayList;
import java.util.List;

/** Sentence boundaries. */
public final class Sentences {
    /** A text without stops is cut at a blank after so many characters, so that work on a sentence stays bounded. */
    static final int LONGEST = 3000;

    private Sentences() {}

    /**
     * The sentences of an article in order; none crosses the end of a line, but for one that ends in a word such as "of",
     * nor a gap between two stretches of its body. A
     * title that the page repeats is given once.
     */
    public static List<Span> list(String text, ArticleText article) {
        var sentences = new ArrayList<Span>();
        for (var stretch : article.body()) {
            for (int at = stretch.begin(); at < stretch.end(); ) {
                int end = end(text, at, stretch.end());
                add(sentences, text, at, end, article);
                at = end;
            }
        }
        return sentences;
    }

    private static void add(List<Span> sentences, String text, int begin, int end, ArticleText article) {
        var sentence = Lines.trim(text, begin, end);
        if (Lines.hasWord(text, sentence) && !isRepeatedTitle(text, sentence, article)) {
            sentences.add(sentence);
        }
    }

    private static boolean isRepeatedTitle(String text, Span sentence, ArticleText article) {
        var title = article.titleSpan();
        return title != null
                && !title.overlaps(sentence)
                && title.length() == sentence.length()
                && text.regionMatches(title.begin(), text, sentence.begin(), sentence.length());
    }

    /** The end of the sentence that begins at an index: after its stop and what closes with it. */
    private static int end(String text, int begin, int limit) {
        int first = begin;
        while (first < limit && Lines.isBlank(text.charAt(first))) {
            first++;
        }
        for (int at = first; at < limit; at++) {
            char c = text.charAt(at);
            if (Lines.isLineEnd(c)) {
                if (!Lines.isOpen(text, first, at)) {
                    return at + 1;
                }
                continue;
            }
            if (Stops.isStop(c)) {
                int after = Stops.afterGroup(text, at, limit);
                if (Stops.ends(text, first, at, after, limit)) {
                    return Stops.afterClosing(text, after, limit);
                }
                at = after - 1;
            } else if (at - first >= LONGEST && (Lines.isBlank(c) || at - first >= 2 * LONGEST)) {
                return Character.isLowSurrogate(c) ? at + 1 : Math.max(at, first + 1);
            }
        }
        return limit;
    }
}
