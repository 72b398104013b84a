package org.marsad.coding.merge;

import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.text.Patterns;

/** Tolls that tell one incident by themselves: "7 killed and 26 hurt" twice in an article is one attack, wherever it is said to be. */
final class SameTolls {
    /** Fewer people are killed and hurt in more than one incident alike. */
    private static final int FEWEST = 4;

    private static final int FAR = 6;

    private static final int LEAD = 2;
    /** Dead of whom no two incidents of an article have as many. */
    private static final int MANY = 15;

    private SameTolls() {}

    /** Whether both the dead and the hurt of two drafts of an article are as many. */
    static boolean agree(Draft one, Draft draft) {
        if (one.sentence == draft.sentence
                || !one.kind.isViolence()
                || draft.another
                || draft.sentence.index - one.mentions.getLast().index > FAR) {
            return false;
        }
        var killed = of(draft, Lexicon.Harm.KILLED);
        var hurt = of(draft, Lexicon.Harm.INJURED);
        return killed != null
                && hurt != null
                && killed + hurt >= FEWEST
                && killed.equals(of(one, Lexicon.Harm.KILLED))
                && hurt.equals(of(one, Lexicon.Harm.INJURED));
    }

    /** "47 fighters and 5 soldiers were killed" twice: so many are of one incident, whatever is said of the hurt. */
    static boolean areOfMany(Draft one, Draft draft) {
        var killed = most(draft);
        return one.sentence != draft.sentence
                && one.kind.isViolence()
                && draft.kind.isViolence()
                && !draft.another
                && !draft.series
                && draft.sentence.index - one.mentions.getLast().index <= FAR
                && killed >= MANY
                && killed == most(one);
    }

    private static int most(Draft draft) {
        return draft.counts.stream()
                .filter(count -> count.harm() == Lexicon.Harm.KILLED)
                .mapToInt(Casualties.Count::low)
                .max()
                .orElse(0);
    }

    /** What makes two drafts one incident by itself, where it says both; null where it says less. */
    static @Nullable String key(Draft draft) {
        var killed = of(draft, Lexicon.Harm.KILLED);
        var hurt = of(draft, Lexicon.Harm.INJURED);
        if (draft.kind.isViolence() && !draft.another && most(draft) >= MANY) {
            return String.valueOf(most(draft));
        }
        return draft.kind.isViolence() && !draft.another && killed != null && hurt != null && killed + hurt >= FEWEST
                ? killed + "/" + hurt
                : null;
    }

    /** Whether two drafts tell of as many dead. */
    static boolean ofSameDead(Draft one, Draft draft) {
        var killed = of(draft, Lexicon.Harm.KILLED);
        return killed != null && killed.equals(of(one, Lexicon.Harm.KILLED));
    }

    /** The title's dead are those of the first lines, wherever each says that it was. */
    static boolean areOfTitle(Draft one, Draft draft) {
        return one.isHeadline()
                && one.kind.isViolence()
                && draft.sentence.index <= LEAD
                && !draft.another
                && ofSameDead(one, draft);
    }

    /** "The army had said earlier that two were killed": a count of the same incident that is out of date. */
    static boolean isEarlierCount(Sentence sentence) {
        return Patterns.matches(
                sentence.text(0, sentence.size()),
                ".*(في وقت سابق|سابقا|حصيله (سابقه|اولي|اوليه)|earlier (toll|count|said|reported|that)|(said|reported) earlier"
                        + "|(previously|initially) (said|reported|announced|put)"
                        + "|plus tot|precedent bilan|bilan precedent|premier bilan|(precedemment|auparavant|d abord) (declare|annonce|indique|fait etat|fait|evoque)).*");
    }

    private static @Nullable Integer of(Draft draft, Lexicon.Harm harm) {
        return draft.counts.stream()
                .filter(count -> count.harm() == harm && count.exact())
                .map(Casualties.Count::low)
                .max(Integer::compare)
                .orElse(null);
    }
}
