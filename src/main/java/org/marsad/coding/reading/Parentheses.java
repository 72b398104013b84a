package org.marsad.coding.reading;

import java.util.Set;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** Words between two commas that count some of the people named before: ", including five women,". */
public final class Parentheses {
    private static final Set<String> SUBSET = WordSets.get("subset");
    private static final int LONGEST = 12;
    /** Characters that an opening bracket may stand before a word. */
    private static final int FARTHEST = 120;

    private Parentheses() {}

    /** The index after the one that begins at a word or soon behind it, or that word where none does. */
    public static int end(Sentence sentence, int from, int to) {
        for (int i = from; i <= Math.min(to - 1, from + 2); i++) {
            if (sentence.word(i).before() == Word.Gap.COMMA && isSubset(sentence, i)) {
                for (int j = i + 2; j <= Math.min(to, i + LONGEST); j++) {
                    if (sentence.word(j).before() == Word.Gap.COMMA) {
                        return j;
                    }
                }
            }
        }
        return from;
    }

    /** «عناصر من الحركة (التي أسست عام 1982) أوقفت»: a year in brackets is of the words in them. */
    public static boolean part(Trigger trigger, Sentence.Item<DateExpression> item) {
        return item.value().precision() == DatePrecision.YEAR
                && holds(trigger.sentence(), item.begin())
                && !holds(trigger.sentence(), trigger.begin());
    }

    /** Whether a word stands between round brackets. */
    private static boolean holds(Sentence sentence, int at) {
        var text = sentence.source();
        int from = sentence.word(at).span().begin();
        int least = Math.max(sentence.span.begin(), from - FARTHEST);
        for (int i = from - 1; i >= least; i--) {
            if (text.charAt(i) == ')') {
                return false;
            }
            if (text.charAt(i) == '(') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSubset(Sentence sentence, int at) {
        return sentence.word(at).readings().stream().anyMatch(reading -> SUBSET.contains(reading.stem()))
                || sentence.isAt(at, "among") && sentence.isAt(at + 1, "them");
    }
}
