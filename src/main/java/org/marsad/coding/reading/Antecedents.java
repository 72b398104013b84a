package org.marsad.coding.reading;

import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/** The place right before "where": "40 km from the Yirgou road, where 39 workers died". */
public final class Antecedents {
    private static final int REACH = 4;

    private Antecedents() {}

    /** Whether a trigger stands in the clause that such a "where" begins behind a place. */
    public static boolean isScene(Sentence sentence, Trigger trigger, Sentence.Item<Mention> item) {
        if (item.end() > trigger.begin() || item.value().kind() != MentionKind.LITERAL) {
            return false;
        }
        for (int i = item.end(); i < Math.min(trigger.begin(), item.end() + REACH); i++) {
            if (sentence.isAt(i, "where", "حيث") || sentence.word(i).source().equals("où")) {
                int where = i;
                return sentence.clause(i) == sentence.clause(trigger.begin())
                        && sentence.mentions.stream()
                                .noneMatch(other -> other.begin() >= item.end() && other.end() <= where);
            }
        }
        return false;
    }
}
