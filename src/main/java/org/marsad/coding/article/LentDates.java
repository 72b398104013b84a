package org.marsad.coding.article;

import java.util.List;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.Generalities;
import org.marsad.text.Patterns;

/** Lends an event whose own words name no day that of another which the text tells of with it. */
final class LentDates {
    private static final int HOURS_REACH = 3;

    private LentDates() {}

    /** The day of the event that this one came hours before or after, where it is told so. */
    static void lendOfMain(List<Draft> drafts, Draft draft) {
        if (isHoursAfter(draft)) {
            dateOfMain(drafts, draft);
        }
    }

    /** The date of the event told just before in the same paragraph, where the text goes on telling of that day. */
    static void lend(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        boolean sameDay = Patterns.matches(
                draft.sentence.text(0, draft.sentence.size()),
                ".*\\b(same day|meme jour|meme journee)\\b.*|.*يوم (نفسه|ذاته).*|.*(نفس|ذات) اليوم.*");
        sameDay |= draft.sentence.isLaterThatDay();
        for (int i = Math.min(drafts.size() - 1, at + 2); i >= 0; i--) {
            var other = drafts.get(i);
            // What a meeting decides is of its day, though the title told it first.
            boolean together = other.sentence == draft.sentence
                    || other.kind.family().equals("meeting")
                            && !draft.kind.isViolence()
                            && draft.mentions.contains(other.sentence);
            if (i > at && !together || other.date == null || other.dateInherited && !sameDay) {
                continue;
            }
            // What is released on a day was taken on another.
            if (draft.kind.family().equals("release") && other.kind.mode().equals("abduct") && !sameDay) {
                continue;
            }
            boolean reproach = other.kind.key().equals("condemnation") && draft.kind.isViolence();
            if (reproach
                    || other.kind.family().equals("release")
                            && draft.kind.mode().equals("abduct")) {
                // "were freed on Saturday, weeks after they had been taken".
                continue;
            }
            boolean near = other.mentions.stream()
                    .anyMatch(one -> one.paragraph == draft.sentence.paragraph
                            && draft.sentence.index - one.index <= 2
                            && draft.sentence.index >= one.index);
            boolean violent = other.kind.isViolence() == draft.kind.isViolence()
                    || other.kind.isViolence()
                            && !other.kind.mode().equals("abduct")
                            && Patterns.matches(draft.kind.family(), "release|arrest|surrender");
            boolean beside = together
                    && !other.dateInherited
                    && !Generalities.isYearOfOther(draft, other)
                    && draft.told
                    && !draft.earlier
                    && draft.tense != Tense.PARTICIPLE
                    && (!other.sentence.isRelative(other.at)
                            || other.sentence == draft.sentence && draft.sentence.isRelative(draft.at))
                    && (other.sentence != draft.sentence
                            || draft.sentence.island(draft.at) == draft.sentence.island(other.at));
            if (beside
                    || SummitDecisions.areOf(other, draft)
                    || sameDay && draft.sentence.index - other.mentions.getLast().index <= 2
                    || near && violent && draft.told) {
                draft.date = other.date;
                draft.dateInherited = true;
                return;
            }
        }
    }

    /** "attacked A, hours after a raid on B": the raid was on that day too. */
    private static boolean isHoursAfter(Draft draft) {
        var sentence = draft.sentence;
        for (int i = draft.at - 1; i >= Math.max(1, draft.at - 8); i--) {
            if (sentence.isAt(i, "after", "before", "apres", "avant", "بعد", "قبل", "من")
                    && (sentence.isAt(i - 1, "hours", "minutes", "heures", "بساعات", "ساعات")
                            || sentence.isAt(i + 1, "ساعات"))) {
                return true;
            }
            // "The strike was carried out in response to an attack by".
            if (sentence.isAt(i, "to") && sentence.isAt(i - 1, "response") && i - 1 > sentence.start() + 1) {
                return true;
            }
        }
        return false;
    }

    /** "Hours before the jailbreak, gunmen shot at a convoy": of what the article leads with. */
    private static boolean opensWithHours(Sentence sentence) {
        int from = sentence.start();
        for (int i = from; i < Math.min(sentence.size(), from + HOURS_REACH); i++) {
            if (sentence.isAt(i, "hours", "heures", "ساعات", "بساعات")) {
                return true;
            }
        }
        return false;
    }

    private static void dateOfMain(List<Draft> drafts, Draft draft) {
        drafts.stream()
                .filter(one -> one != draft && one.date != null && one.mentions.contains(draft.sentence))
                .findFirst()
                .or(() -> drafts.stream()
                        .filter(one -> one != draft
                                && one.date != null
                                && one.isLead()
                                && one.kind.isViolence()
                                && one.sentence.index < draft.sentence.index
                                && opensWithHours(draft.sentence))
                        .findFirst())
                .ifPresent(one -> draft.date = one.date);
    }
}
