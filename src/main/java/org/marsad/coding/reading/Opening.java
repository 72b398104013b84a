package org.marsad.coding.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;

/** What stands before the telling: a dateline, a heading of day and place, a place and a colon. */
public final class Opening {
    /** Words of a line that is a heading, at most. */
    private static final int HEADING = 8;

    /** A few words, mostly a town, a date and an agency, and a dash. */
    private static final Pattern DATELINE = Pattern.compile(
            "\\p{L}[\\p{L}'’-]*(?: [\\p{L}'’-]+){0,3}(?:(?:\\s*[,،/(]|\\s+\\d)[^—–\\n]{0,45})? ?(?: -|—|–|ـ) ?(?=\\S)"
                    + "|\\([^)\\n]{2,40}\\)\\s*|\\p{InArabic}+ في \\d{1,2} \\p{InArabic}+ ?/[^/\\n]{2,30}/ ?"
                    + "|\\p{Lu}[\\p{Lu}'’ -]{2,30}(?:, \\p{Lu}[\\p{L} ]{0,20})?: ");

    private Opening() {}

    /** The first word after a dateline; 0 where a sentence begins with none. */
    static int dateline(Sentence sentence) {
        var matcher = DATELINE.matcher(sentence.span.in(sentence.source()));
        if (sentence.index > 4 || !matcher.lookingAt()) {
            return 0;
        }
        int after = 0;
        while (after < sentence.words.size()
                && sentence.words.get(after).span().begin() < sentence.span.begin() + matcher.end()) {
            after++;
        }
        return after;
    }

    /** A place before the colon that the sentence begins with: "• Geidam: fighters entered". */
    public static Optional<Sentence.Item<Mention>> topic(Sentence sentence) {
        int colon = -1;
        for (int i = 1; i < Math.min(sentence.size(), 7) && colon < 0; i++) {
            colon = isAfterColon(sentence, i) ? i : -1;
        }
        if (colon < 0 && isPlacesOnly(sentence)) {
            // "Mali, Tessit. Three units fell into an ambush": a heading on the line itself.
            return sentence.mentions.stream().min(java.util.Comparator.comparingInt(Opening::rank));
        }
        int end = colon;
        return sentence.mentions.stream()
                .filter(item -> item.begin() <= 1
                        && item.end() <= end
                        && item.value().kind() == MentionKind.LITERAL
                        && item.value().place() != null)
                .findFirst();
    }

    private static int rank(Sentence.Item<Mention> item) {
        var place = item.value().place();
        return place == null ? Integer.MAX_VALUE : Where.rank(place);
    }

    private static boolean isPlacesOnly(Sentence sentence) {
        if (sentence.title || sentence.size() > 6 || sentence.mentions.isEmpty()) {
            return false;
        }
        for (int i = 0; i < sentence.size(); i++) {
            int at = i;
            if (sentence.mentions.stream()
                    .noneMatch(item -> item.begin() <= at
                            && at < item.end()
                            && item.value().kind() == MentionKind.LITERAL
                            && item.value().place() != null)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a day and a place only: "> Gabon, 30 August 2023." */
    public static boolean isHeading(Sentence sentence) {
        return sentence.size() <= HEADING
                && !sentence.title
                && !isDatelineOnly(sentence)
                && sentence.index > 1
                && sentence.dates.size() == 1
                && sentence.mentions.stream().anyMatch(item -> item.value().place() != null)
                && sentence.sayings.isEmpty();
    }

    /** Whether it says where and when a statement was given out: "Niamey/Geneva, 25 March 2019". */
    public static boolean isDatelineOnly(Sentence sentence) {
        var today = sentence.published;
        return sentence.index <= 3
                && !sentence.title
                && sentence.size() <= HEADING
                && !sentence.isClosed()
                && today != null
                && sentence.dates.size() == 1
                && sentence.dates.getFirst().value().start().equals(today);
    }

    private static boolean isAfterColon(Sentence sentence, int at) {
        var before = sentence.words.get(at - 1).span();
        return sentence.source()
                .substring(before.end(), sentence.words.get(at).span().begin())
                .contains(":");
    }
}
