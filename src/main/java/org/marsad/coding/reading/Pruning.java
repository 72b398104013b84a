package org.marsad.coding.reading;

import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** Takes out of a sentence what was found in it and does not say what it looks like: datelines, May, states that state nothing. */
public final class Pruning {
    private Pruning() {}

    /** Call when all is placed. */
    public static void prune(Sentence sentence) {
        cutDateline(sentence);
        sentence.cues.removeIf(cue -> cue.value().kind() == Lexicon.CueKind.MODAL && isMonth(sentence, cue));
        // "on 8 November, a Friday": the weekday is said of the date, and is no other.
        sentence.dates.removeIf(item -> item.end() - item.begin() == 1
                && item.value().basis() == DateExpression.Basis.RELATIVE
                && sentence.isAt(item.begin() - 1, "a", "un")
                && sentence.dates.size() > 1);
        // « un an et un jour après l'avoir annoncé »: reckoned from what nobody knows yet. But "on 30 July, four days
        // after soldiers had ousted": the date before says when they did.
        for (int i = sentence.dates.size() - 1; i >= 0; i--) {
            var item = sentence.dates.get(i);
            if (isReckonedFromNext(sentence, item)) {
                sentence.dates.remove(i);
                if (i > 0 && sentence.dates.get(i - 1).value().precision() == DatePrecision.DAY) {
                    sentence.dates.add(i, new Sentence.Item<>(item.value(), item.end() - 1, item.end()));
                }
            }
        }
        // "the United States" states nothing, nor does "Kebbi State".
        sentence.sayings.removeIf(at -> sentence.mentions.stream()
                        .anyMatch(item -> item.begin() <= at && at < item.end()
                                || item.end() == at
                                        && Character.isUpperCase(
                                                sentence.word(at).source().codePointAt(0))
                                        && !sentence.title)
                || sentence.actors.stream().anyMatch(item -> item.begin() <= at && at < item.end()));
        // « ont été passés par les armes »: no summer.
        sentence.dates.removeIf(item -> sentence.isAt(item.begin(), "ete")
                && sentence.isAt(item.begin() - 1, "a", "ont", "avait", "avaient", "ait", "aient"));
    }

    /** Drops what belongs to a dateline, which must begin with a place. */
    private static void cutDateline(Sentence sentence) {
        if (sentence.mentions.stream().noneMatch(item -> item.begin() < Math.min(sentence.start(), 3))) {
            sentence.startWithoutDateline();
        }
        int start = sentence.start();
        sentence.dateline = sentence.mentions.stream()
                .filter(item -> item.begin() < start && item.value().place() != null)
                .map(item -> item.value().place())
                .findFirst()
                .orElse(null);
        sentence.dates.removeIf(item -> item.begin() < start);
        sentence.mentions.removeIf(item -> item.begin() < start);
        sentence.actors.removeIf(item -> item.begin() < start);
    }

    /** "On 3 May, …", "by May": a month, and no doubt. */
    private static boolean isMonth(Sentence sentence, Phrases.Hit<Lexicon.Cue> cue) {
        return sentence.dates.stream().anyMatch(item -> item.begin() <= cue.begin() && cue.end() <= item.end())
                || cue.begin() > sentence.start()
                        && sentence.word(cue.begin()).source().equals("May")
                        && !sentence.title;
    }

    private static boolean isReckonedFromNext(Sentence sentence, Sentence.Item<DateExpression> item) {
        // «بعد أربعة أيام من اختطافه».
        if (sentence.isAt(item.begin(), "بعد")
                && sentence.isAt(item.end(), "من", "علي")
                && item.end() - item.begin() > 1) {
            return true;
        }
        return item.end() < sentence.size()
                && item.end() - item.begin() > 1
                && sentence.isAt(item.end() - 1, "apres", "after", "بعد")
                && sentence.word(item.end()).before() == Word.Gap.NONE;
    }
}
