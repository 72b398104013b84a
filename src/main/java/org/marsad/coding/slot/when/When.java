package org.marsad.coding.slot.when;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Parentheses;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Generalities;
import org.marsad.coding.trigger.Pronounced;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/** Chooses the date of a trigger among those of its sentence. */
public final class When {
    private static final Set<String> SINCE = WordSets.get("since");
    private static final Set<String> TRIAL = WordSets.get("trial");
    private static final Set<String> WHEN = WordSets.get("when");
    private static final Set<String> UNTIL = WordSets.get("until");
    private static final Set<String> DECISIONS =
            Set.of("agreement", "sanction", "severance", "expulsion", "restriction", "lifting", "exit", "postponement");
    private static final int FAR = 60;
    /** What a day that opens the sentence costs, however far the verb is. */
    private static final double OPENING = 20;

    /** Words between a noun and the day in its relative clause, at most. */
    private static final int RELATIVE_REACH = 9;

    private When() {}

    /** The date that a sentence states for its trigger, or null. */
    public static @Nullable DateExpression of(Lexicon lexicon, Trigger trigger, List<Trigger> others) {
        var choice = choose(lexicon, trigger, others);
        return choice == null ? null : choice.date();
    }

    /**
     * A date for a trigger.
     *
     * @param cost words between them and penalties; less is better
     */
    public record Choice(DateExpression date, double cost) {}

    /** The best date that the sentence states for its trigger, or null. */
    public static @Nullable Choice choose(Lexicon lexicon, Trigger trigger, List<Trigger> others) {
        var sentence = trigger.sentence();
        DateExpression best = null;
        double bestCost = FAR;
        for (var item : sentence.dates) {
            boolean sameIsland = sentence.island(item.begin()) == sentence.island(trigger.begin());
            double cost = cost(sentence, trigger, item);
            if (!sameIsland && (isSubordinate(sentence, item.begin()) || isSubordinate(sentence, trigger.begin()))) {
                cost += isLent(lexicon, trigger, item, others) ? 12 : FAR;
            }
            if (isBeginning(sentence, item)
                    && !governs(sentence, trigger, item)
                    && !isThen(sentence, trigger, item)
                    && !Generalities.lasts(trigger, item)) {
                cost += FAR;
            }
            // "announced on Monday their withdrawal": there the word is the deed.
            boolean performed = trigger.isNoun()
                            && !trigger.kind().isViolence()
                            && sentence.clause(trigger.begin()) == sentence.clause(item.begin())
                    || isDecided(sentence, trigger, item)
                    || isToldOf(sentence, trigger, item, others)
                    || Pronounced.is(trigger);
            // "announced on Wednesday the arrest of seven from 13 to 19 November".
            if (performed && item.end() <= trigger.begin() && StatementDays.isDatedAfter(sentence, trigger, others)) {
                cost += FAR;
            }
            if (StatementDays.isOfNews(trigger, item.value())
                    && StatementDays.isDatedAfter(sentence, trigger, others)) {
                cost += FAR;
            }
            if (!performed && StatementDays.isOfReport(sentence, item, others)) {
                cost += FAR;
            }
            if (trigger.isNoun()
                    && sentence.isRelative(item.begin())
                    && sentence.clause(trigger.begin()) != sentence.clause(item.begin())
                    && !carries(lexicon, sentence, item)) {
                cost += FAR;
            }
            if (!trigger.isNoun()
                    && sentence.isRelative(trigger.begin())
                    && sentence.clause(trigger.begin()) != sentence.clause(item.begin())
                    && !Pronounced.is(trigger)
                    && !isCleft(sentence, item.end(), trigger.begin())) {
                cost += FAR;
            }
            if (Careers.date(sentence, trigger, item)) {
                cost += FAR;
            }
            if (Generalities.isCounted(sentence, item)) {
                cost += FAR;
            }
            if (isOfRelease(trigger, item, others)) {
                cost += FAR;
            }
            if (isEnd(sentence, item) || Parentheses.part(trigger, item)) {
                cost += FAR;
            }
            if (isOfClaim(lexicon, trigger, item)) {
                cost += FAR;
            }
            if (cost >= FAR && opens(sentence, trigger, item, others)) {
                cost = OPENING;
            }
            // "tore up the 2012 pact": its object is of that year.
            if (item.begin() > trigger.begin()
                    && item.end() < trigger.end()
                    && !trigger.isNoun()
                    && item.value().precision() == DatePrecision.YEAR) {
                cost += FAR;
            }
            if (isOfDeedCondemned(lexicon, trigger, item)) {
                cost += FAR;
            }
            if (isOfTrial(trigger, item) || Generalities.isOfJourney(trigger, item)) {
                cost += FAR;
            }
            if (isTaken(sentence, trigger, item, others) || isOfDeedBefore(trigger, item.begin(), others)) {
                cost += FAR;
            }
            // "… on 18 January, they were freed on 3 August": a comma ends what the first date belongs to.
            if (item.end() <= trigger.begin()) {
                boolean closed = item.end() < sentence.size()
                        && sentence.word(item.end()).before() == Word.Gap.COMMA
                        && item.begin() > sentence.start() + 3;
                cost += closed ? later(sentence, trigger, others) ? 12 : 2.5 : 0.5;
            }
            // A day beats a year that stands nearer: "in 2023" beside "on Monday" belongs to something else.
            cost += switch (item.value().precision()) {
                case DAY -> 0;
                case WEEK -> 2;
                case MONTH -> 3;
                case YEAR, UNKNOWN -> 6;
            };
            if (cost < bestCost) {
                bestCost = cost;
                best = item.value();
            }
        }
        return best == null ? null : new Choice(finer(sentence, trigger, best), bestCost);
    }

    /** « Samedi 24 août, alors que des habitants creusaient …, des hommes ont ouvert le feu »: the day frames all of it. */
    private static boolean opens(
            Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item, List<Trigger> others) {
        return item.begin() <= sentence.start() + 2
                && sentence.dates.size() == 1
                && item.value().precision() == DatePrecision.DAY
                && !trigger.isNoun()
                && trigger.tense() == Tense.PAST
                && item.end() < sentence.size()
                && sentence.word(item.end()).before() == Word.Gap.COMMA
                && !sentence.isRelative(trigger.begin())
                && !isBeginning(sentence, item)
                && !StatementDays.isOfReport(sentence, item, others)
                && others.stream().noneMatch(other -> sentence.island(other.begin()) == 0);
    }

    /** "a year after an attack on the town in February 2008": of two dates behind a noun that agree, the finer one. */
    private static DateExpression finer(Sentence sentence, Trigger trigger, DateExpression wide) {
        if (wide.precision() != DatePrecision.YEAR || !trigger.isNoun()) {
            return wide;
        }
        return sentence.dates.stream()
                .filter(item -> item.begin() > trigger.begin()
                        && sentence.island(item.begin()) == sentence.island(trigger.begin())
                        && item.value().precision() != DatePrecision.YEAR
                        && !item.value().start().isBefore(wide.start())
                        && !item.value().end().isAfter(wide.end()))
                .map(Sentence.Item::value)
                .findFirst()
                .orElse(wide);
    }

    /** Whether a date follows the trigger with no other trigger between: then it needs none before. */
    private static boolean later(Sentence sentence, Trigger trigger, List<Trigger> others) {
        return sentence.dates.stream()
                .anyMatch(item -> item.begin() >= trigger.end()
                        && sentence.clause(item.begin()) == sentence.clause(trigger.begin())
                        && others.stream()
                                .noneMatch(other -> other.begin() >= trigger.end() && other.begin() < item.begin()));
    }

    /** «الهدنة التي أعلنتها أديس أبابا في 24 مارس», "sanctions that the bloc announced on 9 January": they began by it. */
    private static boolean isToldOf(
            Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item, List<Trigger> others) {
        return trigger.isNoun()
                && !trigger.kind().isViolence()
                && sentence.isRelative(item.begin())
                && !sentence.isRelative(trigger.begin())
                && item.begin() >= trigger.end()
                && item.begin() - trigger.end() <= RELATIVE_REACH
                && others.stream().noneMatch(other -> other.begin() >= trigger.end() && other.begin() < item.begin());
    }

    /** "closed its borders, a spokesman said on Thursday": what a state decides happens by being said. */
    private static boolean isDecided(Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item) {
        return DECISIONS.contains(trigger.kind().family())
                && !trigger.isNoun()
                && item.value().precision() == DatePrecision.DAY
                && sentence.dates.stream()
                        .noneMatch(other -> other != item && other.value().precision() == DatePrecision.DAY);
    }

    /** "freed on Tuesday hostages seized in Djibo", «أفرج الثلاثاء عن رهائن خطفوا في جيبو»: the day of the release. */
    private static boolean isOfRelease(Trigger trigger, Sentence.Item<DateExpression> item, List<Trigger> others) {
        return trigger.kind().mode().equals("abduct")
                && !trigger.isNoun()
                && item.end() <= trigger.begin()
                && others.stream()
                        .anyMatch(other -> other.kind().family().equals("release")
                                && other.begin() < item.begin()
                                && trigger.begin() > item.end());
    }

    /** "until 9 November": when it ends. */
    private static boolean isEnd(Sentence sentence, Sentence.Item<DateExpression> item) {
        return UNTIL.contains(sentence.word(Math.max(0, item.begin() - 1)).text())
                || item.begin() > 1
                        && sentence.isAt(item.begin() - 1, "au", "a", "en", "يوم", "تاريخ", "the")
                        && UNTIL.contains(sentence.word(item.begin() - 2).text());
    }

    /** « Mardi, c'est le détachement qui a été visé »: the relative clause is the main one. */
    private static boolean isCleft(Sentence sentence, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (sentence.isAt(i, "c", "it") && sentence.isAt(i + 1, "est", "was", "etait", "is")) {
                return true;
            }
        }
        return false;
    }

    /** "claimed the attack two days later": the day of the claim, if it does not stand right behind the deed. */
    private static boolean isOfClaim(Lexicon lexicon, Trigger trigger, Sentence.Item<DateExpression> item) {
        if (!trigger.isNoun()) {
            return false;
        }
        var support = Support.find(lexicon, trigger);
        if (support == null
                || support.voice() != Lexicon.Voice.CLAIM && !trigger.sentence().isAt(support.at(), "claimed")
                || item.value().precision() == DatePrecision.MONTH) {
            return false;
        }
        var sentence = trigger.sentence();
        boolean later = sentence.isAt(item.begin(), "بعد", "after")
                || sentence.isAt(item.end() - 1, "later", "tard", "after", "apres", "lendemain");
        boolean beside = item.begin() >= trigger.end() || trigger.begin() - item.end() <= 1;
        return later || !beside;
    }

    /** "they had fled on Sunday 5 March, after an operation that killed two": the one day of a sentence that tells one thing. */
    private static boolean isLent(
            Lexicon lexicon, Trigger trigger, Sentence.Item<DateExpression> item, List<Trigger> others) {
        var sentence = trigger.sentence();
        // "had in July ordered a shutdown after pupils were burnt alive".
        boolean month = lexicon.language == org.marsad.text.Language.EN
                && item.value().precision() == DatePrecision.MONTH
                && sentence.isAt(trigger.sentence().start(), "he", "she", "it", "they", "the");
        return sentence.dates.size() == 1
                && (item.value().precision() == DatePrecision.DAY || month)
                && sentence.island(item.begin()) == 0
                && (sentence.sayings.stream()
                                .allMatch(saying -> StatementDays.isSaidBefore(sentence, saying, item.begin()))
                        || trigger.kind().family().equals("release")
                                && sentence.sayings.stream().allMatch(saying -> saying > trigger.begin()))
                && (!trigger.isNoun() || Support.find(lexicon, trigger) != null)
                && others.stream().noneMatch(other -> sentence.island(other.begin()) == 0);
    }

    /** Whether an event of another kind stands between the trigger and the date: "met to discuss the coup of 26 July". */
    private static boolean isTaken(
            Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item, List<Trigger> others) {
        boolean before = item.begin() < trigger.begin();
        // "Two days later the army returned, recovered weapons and killed fifteen": all of it was then.
        boolean opens = item.begin() <= sentence.start() + 1
                && sentence.dates.size() == 1
                && !trigger.isNoun()
                && trigger.tense() == Tense.PAST;
        for (var other : others) {
            boolean between = before
                    ? other.begin() >= item.end()
                            && other.end() <= trigger.begin()
                            && sentence.clause(other.begin()) == sentence.clause(item.begin())
                            && item.begin() > 3
                    : other.begin() >= trigger.end() && other.end() <= item.begin();
            // "protested later on Tuesday, demanding a probe": the day stands with what was told first.
            boolean along = other.tense() == Tense.GERUND
                    && item.begin() >= trigger.end()
                    && other.begin() >= item.end()
                    && sentence.word(other.begin()).before() == Word.Gap.COMMA;
            // "were shot on 6 January 2018, the talk was of rosewood": a comma ends what the day belongs to.
            boolean parted = trigger.kind().isViolence()
                    && item.begin() >= trigger.end()
                    && other.begin() >= item.end()
                    && item.end() < sentence.size()
                    && sentence.word(item.end()).before() == Word.Gap.COMMA;
            boolean nearer = !opens
                    && !along
                    && !parted
                    && !isOfNext(sentence, trigger, item, other, others)
                    && sentence.clause(other.begin()) == sentence.clause(item.begin())
                    && cost(sentence, other, item) + 3 <= cost(sentence, trigger, item);
            // "kidnapped in May in Nkum were freed, the last of them on 27 June".
            nearer |= item.begin() >= other.end()
                    && item.begin() - other.end() <= 1
                    && item.end() <= trigger.begin()
                    && !other.isNoun()
                    && later(sentence, trigger, others);
            // "Three nuns, taken on the road a fortnight earlier, walked free".
            nearer |= other.begin() < item.begin()
                    && item.end() == trigger.begin()
                    && sentence.word(other.begin()).before() == Word.Gap.COMMA
                    && sentence.word(trigger.begin()).before() == Word.Gap.COMMA;
            boolean ended = DECISIONS.contains(trigger.kind().family())
                    && other.kind().family().equals("agreement");
            // "brought down a drone that had strayed over the border on Tuesday": the main verb's day.
            boolean background = sentence.isRelative(other.begin())
                    && !sentence.isRelative(trigger.begin())
                    && !trigger.isNoun()
                    && sentence.isAt(other.begin() - 1, "had");
            if ((between || nearer)
                    && !ended
                    && !background
                    && !isOfDeedBefore(other, item.begin(), others)
                    && !other.kind().key().equals("crowd")
                    && !other.kind().family().equals(trigger.kind().family())) {
                return true;
            }
        }
        return false;
    }

    /** "seized the bank on 6 March, abducted its head on Saturday": the next verb has a day of its own behind it. */
    private static boolean isOfNext(
            Sentence sentence,
            Trigger trigger,
            Sentence.Item<DateExpression> item,
            Trigger other,
            List<Trigger> others) {
        return item.begin() >= trigger.end()
                && other.begin() >= item.end()
                && !trigger.isNoun()
                && !other.isNoun()
                && later(sentence, other, others);
    }

    /**
     * "arrested a man in Gao on Saturday in connection with the attack": what stands between a verb and a deed that it only
     * points back at belongs to the verb.
     */
    public static boolean isOfDeedBefore(Trigger trigger, int at, List<Trigger> others) {
        var sentence = trigger.sentence();
        return trigger.isNoun()
                && trigger.isDefinite()
                && at < trigger.begin()
                && others.stream()
                        .anyMatch(other -> !other.isNoun()
                                && !other.kind().family().equals(trigger.kind().family())
                                && other.begin() < at
                                && sentence.clause(other.begin()) == sentence.clause(trigger.begin()));
    }

    /** "condemns the attacks of 17 September": the day of the attacks. */
    private static boolean isOfDeedCondemned(Lexicon lexicon, Trigger trigger, Sentence.Item<DateExpression> item) {
        var sentence = trigger.sentence();
        int before = item.begin() - 1;
        if (!trigger.kind().family().equals("accusation") || before <= trigger.end()) {
            return false;
        }
        int noun = sentence.isAt(before, "of", "on", "du", "de", "le") ? before - 1 : before;
        return lexicon.triggers.at(sentence.words, noun).stream()
                .anyMatch(hit ->
                        hit.value().tense().isNoun() && hit.value().kind().isViolence());
    }

    /** « Le procès des auteurs de l'attaque de Bassam s'est ouvert lundi »: the day is not that of the deed. */
    private static boolean isOfTrial(Trigger trigger, Sentence.Item<DateExpression> item) {
        var sentence = trigger.sentence();
        // «تعود أطوار القضية إلى هجوم …»: the day is that of the deed.
        if (!trigger.isNoun() || !trigger.kind().isViolence() || sentence.isAt(trigger.begin() - 1, "الي")) {
            return false;
        }
        for (int i = trigger.begin() - 1; i >= Math.max(0, trigger.begin() - 6); i--) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> TRIAL.contains(reading.stem()))) {
                // "the trial over the attack of 13 March" still dates the attack.
                boolean beside = item.begin() >= trigger.end() && item.begin() - trigger.end() <= 2;
                return !beside && sentence.clause(i) == sentence.clause(item.begin());
            }
        }
        return false;
    }

    /** «الاجتماع الذي دعت له الحكومة أواخر أبريل» gives the day of the call; «الهجوم الذي وقع الأحد» that of the attack. */
    private static boolean carries(Lexicon lexicon, Sentence sentence, Sentence.Item<DateExpression> item) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.clause(i) == sentence.clause(item.begin())
                    && (lexicon.supports.at(sentence.words, i).stream()
                                    .anyMatch(hit -> hit.value().voice() != Lexicon.Voice.SAY)
                            || !lexicon.triggers.at(sentence.words, i).isEmpty())) {
                return true;
            }
        }
        return false;
    }

    static double cost(Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item) {
        return item.begin() >= trigger.end()
                ? sentence.distance(trigger.end() - 1, item.begin())
                : sentence.distance(item.end() - 1, trigger.begin());
    }

    private static boolean isSubordinate(Sentence sentence, int word) {
        return sentence.island(word) > 0;
    }

    public static boolean isBeginning(Sentence sentence, Sentence.Item<DateExpression> item) {
        for (int i = item.begin() - 1; i >= Math.max(0, item.begin() - 2); i--) {
            if (SINCE.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return SINCE.contains(sentence.word(item.begin()).text());
    }

    /** Whether nothing but the date hangs on "since": no "since the coup of 2020". */
    public static boolean isBare(Sentence sentence, Sentence.Item<DateExpression> item) {
        return item.begin() == 0
                || SINCE.contains(sentence.word(item.begin()).text())
                || SINCE.contains(sentence.word(item.begin() - 1).text())
                || item.begin() > 1
                        && sentence.word(item.begin() - 1).text().length() <= 4
                        && SINCE.contains(sentence.word(item.begin() - 2).text());
    }

    /** «منذ انسحاب القوات الفرنسية من مالي عام 2022»: the withdrawal stands between «منذ» and the year. */
    private static boolean governs(Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item) {
        return trigger.isNoun() && trigger.begin() < item.begin() && item.begin() - trigger.begin() < 2;
    }

    /** "since March 2020, when 98 soldiers died". */
    private static boolean isThen(Sentence sentence, Trigger trigger, Sentence.Item<DateExpression> item) {
        return item.end() < sentence.size()
                && trigger.begin() >= item.end()
                && WHEN.contains(sentence.word(item.end()).text());
    }

    public static EventDate eventDate(@Nullable DateExpression date) {
        return date == null || date.precision() == DatePrecision.UNKNOWN
                ? EventDate.UNDATED
                : new EventDate(date.start(), date.end(), date.precision());
    }
}
