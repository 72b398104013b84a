package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.draft.Drafter;
import org.marsad.coding.draft.TollDays;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.When;
import org.marsad.coding.slot.where.Extents;
import org.marsad.coding.trigger.CarriedWounded;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Language;

/**
 * Events of sentences that no word names and no other event covers: told as past, with a day or month of their own and a
 * party or a town. Their kind is guessed from the field of their words, so they are told with little confidence.
 */
public final class SecondChance {
    /** How much less plainly such a sentence tells than a verb that names its event. */
    private static final double PLAINNESS = 0.5;
    /** What the field of the words must score. */
    private static final double LEAST = 1;
    /** What it must score where only a town is named. */
    private static final double LEAST_WITHOUT_PARTY = 3;

    /** What it must score for types that words of every day speak for. */
    private static final double LEAST_RARE = 4;

    private static final Set<String> RARE = Set.of("REJECT", "THREATEN", "REQUEST", "ACCUSE", "MOBILIZE", "CONCEDE");
    /** How far it must be ahead of the next type. */
    private static final double MARGIN = 0.3;

    /** The same of a clause beside others, or where no town is named. */
    private static final double CLEAR_MARGIN = 1;

    /** What a court, protesters, an aid agency or victims add to the type that goes with them. */
    private static final double HINT = 3;
    /** What armed people add to an attack. */
    private static final double ARMED = 1.2;
    /** Words of a sentence that says enough, at least. */
    private static final int SHORTEST = 6;
    /** What tells of mourning, a life or a paper. */
    private static final Set<String> NOT = WordSets.get("no-echo");
    /** What counts the dead of what was told before. */
    private static final Set<String> TOLL = WordSets.get("toll");

    private static final Set<String> CLAIM = WordSets.get("claim");
    private static final Set<String> MADE_PUBLIC = WordSets.get("made-public");

    private static final Set<String> PERHAPS =
            Set.of("may", "might", "could", "would", "pourrait", "pourraient", "ربما", "لعل");

    private static final Set<String> TODAY = Set.of("today", "aujourd", "hui", "اليوم");
    private static final Set<String> ARMED_SECTORS = Set.of("REB", "UAF", "CRM", "MIL");
    private static final Set<String> AID = Set.of("wfp", "icrc", "unhcr", "unicef", "msf", "ocha");

    private final Fields fields;
    private final Drafter drafter;

    SecondChance(Language language, Drafter drafter) {
        this.fields = Fields.of(language);
        this.drafter = drafter;
    }

    /**
     * The drafts of such sentences.
     *
     * @param told what the article tells otherwise; where that is nothing, nothing is guessed
     */
    List<Draft> list(List<Sentence> sentences, List<Draft> told, @Nullable LocalDate published) {
        var drafts = new ArrayList<Draft>();
        if (told.stream().noneMatch(Draft::isDated)) {
            return drafts;
        }
        for (var sentence : sentences) {
            if (isCandidate(sentence)) {
                add(drafts, sentence, told, published);
            }
        }
        return drafts;
    }

    private void add(List<Draft> drafts, Sentence sentence, List<Draft> told, @Nullable LocalDate published) {
        if (isUnreal(sentence)) {
            return;
        }
        boolean covered = isCovered(sentence, told);
        var free = sentence.dates.stream()
                .filter(item -> isExact(item.value(), published)
                        && !When.isBeginning(sentence, item)
                        && !isNowadays(sentence, item)
                        && isFree(sentence, item, told))
                .toList();
        if (free.isEmpty()) {
            return;
        }
        // Beside a told event only the clause of the date tells of another.
        int clause = sentence.clause(free.getFirst().begin());
        IntPredicate scope = at -> !covered || sentence.clause(at) == clause;
        boolean party = sentence.actors.stream()
                .anyMatch(item -> scope.test(item.begin())
                        && !ActorKinds.isCivilian(item.value().actor()));
        boolean town = sentence.mentions.stream().anyMatch(item -> scope.test(item.begin()) && isTown(item.value()));
        if (!party && !town) {
            return;
        }
        var hints = hints(sentence, scope, party && !covered);
        var guess = fields.guess(sentence, at -> isNamed(sentence, at) || !scope.test(at), hints);
        if (guess != null
                && guess.score() >= least(guess.kind(), party)
                && guess.score() - guess.rival() >= (covered || !town ? CLEAR_MARGIN : MARGIN)) {
            draft(sentence, guess, free).ifPresent(drafts::add);
        }
    }

    private Optional<Draft> draft(Sentence sentence, Fields.Guess guess, List<Sentence.Item<DateExpression>> dates) {
        int at = guess.at();
        var reading = sentence.word(at).readings().getFirst();
        var trigger = new Trigger(guess.kind(), sentence, at, at + 1, Tense.PAST, false, false, reading);
        var draft = drafter.of(trigger)
                .filter(one -> !one.dateOfNews
                        && dates.stream().anyMatch(item -> item.value().equals(one.date)));
        if (sentence.cues.stream()
                .anyMatch(cue -> cue.value().kind() == Lexicon.CueKind.MODAL
                        && cue.begin() < sentence.size()
                        && PERHAPS.contains(sentence.word(cue.begin()).text())
                        && sentence.clause(cue.begin()) == sentence.clause(at))) {
            // "the war may have ended this week".
            return Optional.empty();
        }
        draft.ifPresent(one -> {
            one.guessed = true;
            one.plainness = PLAINNESS;
        });
        return draft;
    }

    private static double least(EventKind kind, boolean party) {
        return RARE.contains(kind.plover()) ? LEAST_RARE : party ? LEAST : LEAST_WITHOUT_PARTY;
    }

    private static boolean isTown(Mention mention) {
        var place = mention.place();
        return mention.kind() == MentionKind.LITERAL && place != null && Where.rank(place) <= 2;
    }

    private static boolean isCovered(Sentence sentence, List<Draft> told) {
        return told.stream().anyMatch(one -> one.mentions.contains(sentence) || one.sentence.heading == sentence);
    }

    /** "called on the parties to agree": where each word that names a deed says that it did not happen, nothing is guessed. */
    private boolean isUnreal(Sentence sentence) {
        var triggers = drafter.triggers(sentence);
        return !triggers.isEmpty() && triggers.stream().noneMatch(drafter::factual);
    }

    /** "Today" by itself may be any of these days. */
    private static boolean isNowadays(Sentence sentence, Sentence.Item<DateExpression> item) {
        return sentence.words.subList(item.begin(), item.end()).stream().allMatch(word -> TODAY.contains(word.text()));
    }

    /** Whether none of the events told takes its date from these words, and none of this clause or time is told here. */
    private static boolean isFree(Sentence sentence, Sentence.Item<DateExpression> item, List<Draft> told) {
        return told.stream().noneMatch(one -> isTakenFrom(one, item.value()))
                && told.stream()
                        .filter(one -> one.mentions.contains(sentence))
                        .noneMatch(one -> isSameTime(one.date, item.value())
                                || one.sentence != sentence
                                || sentence.clause(one.at) == sentence.clause(item.begin()));
    }

    private static boolean isTakenFrom(Draft one, DateExpression date) {
        return one.date != null && one.date.span().overlaps(date.span());
    }

    /** A sentence that is long enough and asks nothing. */
    private static boolean isCandidate(Sentence sentence) {
        return !sentence.title
                && sentence.size() - sentence.start() >= SHORTEST
                && !sentence.isQuestion()
                && !TollDays.isRise(sentence)
                && !CarriedWounded.areIn(sentence)
                && !sentence.dates.isEmpty()
                && sentence.cues.stream().noneMatch(cue -> cue.value().kind() == Lexicon.CueKind.ACCIDENT)
                && sentence.words.stream()
                        .noneMatch(word -> word.readings().stream()
                                .anyMatch(reading -> NOT.contains(reading.stem())
                                        || TOLL.contains(reading.stem())
                                        || CLAIM.contains(reading.stem())
                                        || MADE_PUBLIC.contains(reading.stem())));
    }

    /** A day, week or month that is not to come. */
    private static boolean isExact(DateExpression date, @Nullable LocalDate published) {
        return (date.precision() == DatePrecision.DAY
                        || date.precision() == DatePrecision.WEEK
                        || date.precision() == DatePrecision.MONTH)
                && (published == null || !date.start().isAfter(published));
    }

    /** What the parties and the victims say of the type. */
    private Map<String, Double> hints(Sentence sentence, IntPredicate scope, boolean victims) {
        var hints = new HashMap<String, Double>();
        for (var item : sentence.actors) {
            var actor = item.value().actor();
            if (!scope.test(item.begin())) {
                continue;
            }
            if (actor.sector().equals("JUD")) {
                hints.merge("SANCTION", HINT, Double::sum);
            }
            if (ActorKinds.isProtesters(actor)) {
                hints.merge("PROTEST", HINT, Double::sum);
            }
            if (AID.contains(actor.id().value())) {
                hints.merge("AID", HINT, Double::sum);
            }
            if (ARMED_SECTORS.contains(actor.sector())) {
                hints.merge("ASSAULT", ActorKinds.isState(actor) ? ARMED / 2 : ARMED, Double::sum);
            }
        }
        if (victims && !drafter.counts(sentence).isEmpty()) {
            hints.merge("ASSAULT", HINT, Double::sum);
        }
        return hints;
    }

    /** Whether a word belongs to a place, an actor or a date. */
    private static boolean isNamed(Sentence sentence, int at) {
        return sentence.mentions.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.actors.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.dates.stream().anyMatch(item -> item.begin() <= at && at < item.end());
    }

    /** Whether an event already tells what is guessed: of its type and time, and of no other town. */
    static boolean isToldIn(List<Draft> told, Draft guess) {
        return told.stream()
                .anyMatch(one -> one.kind.plover().equals(guess.kind.plover())
                        && isSameTime(one.date, guess.date)
                        && (!one.hasFinePlace()
                                || !guess.hasFinePlace()
                                || guess.placeInherited
                                || one.places().stream()
                                        .anyMatch(place -> guess.places().stream()
                                                .anyMatch(other -> Extents.km(place, other) <= 25
                                                        || Extents.contains(place, other)
                                                        || Extents.contains(other, place)))));
    }

    private static boolean isSameTime(@Nullable DateExpression one, @Nullable DateExpression other) {
        return one == null
                || other == null
                || !one.start().isAfter(other.end().plusDays(1))
                        && !one.end().isBefore(other.start().minusDays(1));
    }
}
