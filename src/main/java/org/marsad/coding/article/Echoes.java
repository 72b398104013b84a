package org.marsad.coding.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.draft.DatedPlace;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.When;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.gazetteer.Place;
import org.marsad.geocode.MentionKind;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;

/**
 * Events that a text names by town and day alone, because it is plain what kind they are of: "It began in Jeddah on 11 May
 * 2023" in an article about talks, "Chibok, 14 April 2014 - 276 girls" in one about abductions.
 */
final class Echoes {
    /** What tells of a person's life or of a picture is no event. */
    private static final Set<String> NOT = WordSets.get("no-echo");

    /** Words between a town and its day, at most. */
    private static final int REACH = 7;
    /** Words of a line that is a heading: there a country will do. */
    private static final int HEADING = 7;

    private static final double PLAINNESS = 1.2;

    private final List<Sentence> sentences;
    private final List<Draft> drafts;
    private final Function<Sentence, List<Casualties.Count>> counts;

    /** @param counts the dead of a sentence */
    Echoes(List<Sentence> sentences, List<Draft> drafts, Function<Sentence, List<Casualties.Count>> counts) {
        this.sentences = sentences;
        this.drafts = drafts;
        this.counts = counts;
    }

    /** The drafts of such sentences, given what the article tells in full. */
    List<Draft> list(List<Draft> told, java.time.@Nullable LocalDate published) {
        var model = model(told);
        if (model == null) {
            return List.of();
        }
        var echoes = new ArrayList<Draft>();
        for (var sentence : sentences) {
            if (sentence.title
                    || sentence.index <= 1
                    || !sentence.sayings.isEmpty()
                    || drafts.stream().anyMatch(draft -> draft.sentence == sentence)
                    || told.stream().anyMatch(draft -> draft.sentence.heading == sentence)
                    || sentence.words.stream().anyMatch(Echoes::isExcluded)) {
                continue;
            }
            for (var pair : pairs(sentence, published)) {
                var draft = new Draft(model.kind, sentence);
                draft.plainness = PLAINNESS;
                draft.date = pair.date();
                draft.where = new Where(List.of(pair.place()), null, false, true);
                draft.actors.addAll(actors(model, sentence));
                if (model.kind.isViolence()) {
                    addDead(draft);
                }
                draft.another = true;
                draft.people = true;
                echoes.add(draft);
            }
        }
        return echoes;
    }

    /** "the 148 dead of Garissa University on 2 April 2015; the 21 victims": the dead of the same clause. */
    private void addDead(Draft draft) {
        var sentence = draft.sentence;
        sentence.dates.stream()
                .filter(item -> item.value().equals(draft.date))
                .findFirst()
                .ifPresent(item -> counts.apply(sentence).stream()
                        .filter(count -> count.harm() == Lexicon.Harm.KILLED
                                && sentence.clause(count.at()) == sentence.clause(item.begin()))
                        .forEach(draft.counts::add));
    }

    private static boolean isExcluded(Word word) {
        return word.readings().stream().anyMatch(reading -> NOT.contains(reading.stem()));
    }

    /** The event that the article is about: the one of its title, else what most of it tells, else what its title names. */
    private @Nullable Draft model(List<Draft> told) {
        for (var draft : told) {
            if (draft.mentions.stream().anyMatch(one -> one.title)) {
                return draft;
            }
        }
        Map<String, Integer> votes = new TreeMap<>();
        Map<String, Draft> first = new HashMap<>();
        for (var draft : told) {
            votes.merge(draft.kind.family(), 1, Integer::sum);
            first.merge(draft.kind.family(), draft, (a, b) -> a.isDated() || !b.isDated() ? a : b);
        }
        for (var entry : votes.entrySet()) {
            if (entry.getValue() >= 2 && entry.getValue() * 2 > told.size()) {
                return first.get(entry.getKey());
            }
        }
        // "The coups that worked, and those that did not": it tells of none and is about them.
        return drafts.stream()
                .filter(draft -> draft.sentence.title && !draft.kind.family().equals("withdrawal"))
                .findFirst()
                .orElse(null);
    }

    /** Who does such things in this article: those who meet, or the one who attacks. */
    private static List<EventActor> actors(Draft model, Sentence sentence) {
        var own = sentence.actors.stream()
                .map(item -> item.value().actor())
                .filter(actor -> model.kind.frame() == EventKind.Frame.MUTUAL && !ActorKinds.isCivilian(actor))
                .map(actor -> new EventActor(actor, Role.PARTICIPANT))
                .distinct()
                .toList();
        return own.isEmpty()
                ? model.actors.stream()
                        .filter(one -> one.role() != Role.CLAIMANT)
                        .collect(Collectors.toList())
                : own;
    }

    private static List<DatedPlace> pairs(Sentence sentence, java.time.@Nullable LocalDate published) {
        var pairs = new ArrayList<DatedPlace>();
        for (var item : sentence.dates) {
            if (!isExact(item.value(), published) || When.isBeginning(sentence, item)) {
                continue;
            }
            Place best = null;
            int bestDistance = REACH + 1;
            for (var mention : sentence.mentions) {
                var place = mention.value().place();
                boolean fits = place != null
                        && mention.value().kind() == MentionKind.LITERAL
                        && (Where.rank(place) <= 2 || Where.rank(place) == 3 && sentence.size() <= HEADING);
                int distance = mention.begin() >= item.end()
                        ? sentence.distance(item.end() - 1, mention.begin())
                        : sentence.distance(mention.end() - 1, item.begin());
                if (fits
                        && distance < bestDistance
                        && sentence.clause(item.begin()) == sentence.clause(mention.begin())) {
                    best = place;
                    bestDistance = distance;
                }
            }
            if (best != null) {
                pairs.add(new DatedPlace(best, item.value(), item.begin()));
            }
        }
        return pairs;
    }

    /** A day, or a month with its year; not the day of the article, which stands under communiqués. */
    private static boolean isExact(DateExpression date, java.time.@Nullable LocalDate published) {
        boolean today = published != null
                && Math.abs(published.toEpochDay() - date.start().toEpochDay()) <= 1;
        return !today
                && (date.precision() == DatePrecision.DAY && date.basis() != DateExpression.Basis.RELATIVE
                        || date.precision() == DatePrecision.MONTH && date.basis() == DateExpression.Basis.EXPLICIT);
    }
}
