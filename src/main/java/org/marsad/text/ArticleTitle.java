package org.marsad.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which line of an article is its title. */
final class ArticleTitle {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 150;

    private ArticleTitle() {}

    /** The first line before the text that is long enough for a title, else the first that looks like one, or null. */
    static @Nullable Span find(String text, List<PageLine> lines, int firstParagraph) {
        int end = firstParagraph < 0 ? lines.size() : firstParagraph;
        @Nullable Span first = null;
        for (var line : lines.subList(0, end)) {
            if (line.isTitle()) {
                if (words(text, line.span()) >= FEWEST_WORDS) {
                    return line.span();
                }
                first = first == null ? line.span() : first;
            }
        }
        return first == null && end == 0 ? stopped(text, lines) : first;
    }

    /** Some papers end their titles with a full stop: a short sentence with a whole paragraph behind it. */
    private static @Nullable Span stopped(String text, List<PageLine> lines) {
        if (lines.size() < 2) {
            return null;
        }
        var line = lines.getFirst().span();
        boolean one = line.length() <= LONGEST && line.in(text).indexOf(". ") < 0;
        return one && lines.get(1).span().length() > LONGEST ? line : null;
    }

    static int words(String text, Span line) {
        int words = 0;
        boolean inside = false;
        for (int at = line.begin(); at < line.end(); at++) {
            boolean letter = !Lines.isBlank(text.charAt(at));
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }
}
