package org.marsad.coding.article;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.build.EventBuilder;
import org.marsad.coding.draft.Drafter;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.merge.Merger;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Capitals;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Opening;
import org.marsad.coding.reading.Pruning;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Vocabulary;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.Datelines;
import org.marsad.coding.slot.where.FarPlaces;
import org.marsad.coding.slot.where.Villages;
import org.marsad.coding.trigger.Announced;
import org.marsad.coding.trigger.Sections;
import org.marsad.coding.weigh.EventWeights;
import org.marsad.coding.weigh.Evidence;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geo.Borders;
import org.marsad.geocode.Footprint;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.DateExpression;
import org.marsad.text.Language;
import org.marsad.text.Span;
import org.marsad.text.TextDates;

/** Finds the events of an article: triggers, roles, dates, places, fatalities; each incident once. */
public final class EventCoder {
    private final Map<Language, Lexicon> lexicons;
    private final Map<Language, Drafter> drafters;
    private final Map<Language, SecondChance> chances;
    private final EventBuilder builder;
    private final Capitals capitals;
    private final ActorRegistry registry;
    private final EventWeights weights;

    public EventCoder(Borders borders, ActorRegistry registry, Gazetteer gazetteer) {
        this(borders, Vocabulary.of(registry), gazetteer);
    }

    public EventCoder(Borders borders, Vocabulary vocabulary, Gazetteer gazetteer) {
        this.lexicons = Lexicon.all(vocabulary.triggers());
        var registry = vocabulary.actors();
        this.drafters = new EnumMap<>(Language.class);
        this.capitals = new Capitals(gazetteer);
        this.registry = registry;
        lexicons.forEach((language, lexicon) -> drafters.put(language, new Drafter(lexicon, registry, borders)));
        this.chances = new EnumMap<>(Language.class);
        drafters.forEach((language, drafter) -> chances.put(language, new SecondChance(language, drafter)));
        this.builder = new EventBuilder(borders, registry);
        this.weights = EventWeights.builtIn();
    }

    private EventCoder(EventCoder from, Gazetteer gazetteer) {
        lexicons = from.lexicons;
        drafters = from.drafters;
        chances = from.chances;
        builder = from.builder;
        registry = from.registry;
        weights = from.weights;
        capitals = new Capitals(gazetteer);
    }

    /** Whether a place is looked for by its id, wherever it is named. */
    public boolean knowsById(PlaceId place) {
        return capitals.isOne(place);
    }

    /** The same over another gazetteer; all else is shared. */
    public EventCoder withGazetteer(Gazetteer other) {
        return new EventCoder(this, other);
    }

    /** All that may be an event of the article, each incident once, in order of its first mention, with what speaks for and against it. */
    public List<Considered> consider(
            String documentId,
            String text,
            ArticleText article,
            List<Span> spans,
            TextDates dates,
            List<Mention> mentions,
            List<ActorMention> actors,
            Footprint footprint) {
        var result = result(sentences(text, article, spans, dates, mentions, actors, footprint), article);
        var told = result.told();
        // Two drafts of one kind, day, place and sentence are one event, and would have one id.
        var all = new LinkedHashMap<String, Considered>();
        for (var draft : result.merged()) {
            boolean ruled = told.contains(draft);
            var evidence = Evidence.of(draft, ruled, result.merged(), article.language());
            double probability = weights.probability(evidence);
            var event = builder.build(documentId, article, draft, probability);
            boolean isEvent = probability >= weights.threshold() && !isAtHome(draft);
            all.putIfAbsent(event.id(), new Considered(event, ruled, isEvent, evidence));
        }
        return List.copyOf(all.values());
    }

    /**
     * What may be an event.
     *
     * @param ruled whether the rules take it for one
     * @param isEvent whether it is told as one
     * @param evidence what the weights weigh
     */
    public record Considered(CodedEvent event, boolean ruled, boolean isEvent, Map<String, Double> evidence) {}

    /**
     * What an article's sentences tell.
     *
     * @param drafts by sentence
     * @param merged by incident; not all of them say enough to be events
     */
    record Result(List<Draft> drafts, List<Draft> merged) {
        /**
         * The events. Where an article dates nothing it reasons or remembers more often than it reports: what it tells
         * without a date has to be told the more plainly.
         */
        List<Draft> told() {
            boolean report = merged.stream().anyMatch(draft -> isEvent(draft) && draft.isDated());
            return merged.stream()
                    .filter(EventCoder::isEvent)
                    .filter(draft -> report
                            || draft.isDated()
                            || draft.score()
                                    >= EventBuilder.THRESHOLD
                                            + EventBuilder.WITHOUT_DATES
                                            - (draft.isPinned() ? 1.2 : draft.isNews() ? 1.0 : 0))
                    .toList();
        }
    }

    Result result(List<Sentence> sentences, ArticleText article) {
        var drafter = getDrafter(article.language());
        var drafts = drafts(sentences, drafter);
        var result = complete(sentences, drafts, article);
        var echoes = new Echoes(sentences, drafts, drafter::counts).list(result.told(), article.published());
        if (!echoes.isEmpty()) {
            // Merging and completing change drafts: begin again with all.
            var all = drafts(sentences, drafter);
            all.addAll(echoes);
            all.sort(java.util.Comparator.comparingInt(draft -> draft.sentence.index));
            result = complete(sentences, all, article);
        }
        return withGuesses(result, sentences, article);
    }

    /** What sentences tell that no event covers: see {@link SecondChance}. */
    private Result withGuesses(Result result, List<Sentence> sentences, ArticleText article) {
        var told = result.told();
        var chance = java.util.Objects.requireNonNull(chances.get(article.language()));
        var guesses = chance.list(sentences, told, article.published());
        if (guesses.isEmpty()) {
            return result;
        }
        var merged = new ArrayList<>(result.merged());
        var lenders = new Lenders(sentences, registry);
        for (var guess : complete(sentences, guesses, article).merged()) {
            if (!SecondChance.isToldIn(told, guess)) {
                lenders.lend(guess, told);
                merged.add(guess);
            }
        }
        merged.sort(java.util.Comparator.comparingInt(draft -> draft.sentence.index));
        return new Result(result.drafts(), merged);
    }

    private List<Draft> drafts(List<Sentence> sentences, Drafter drafter) {
        var repeats = new Repeats(registry);
        var circumstances = new Circumstances(drafter);
        var drafts = new ArrayList<Draft>();
        for (var sentence : sentences) {
            if (!isHeading(sentences, sentence) && !Pointers.isOne(sentence)) {
                drafts.addAll(Circumstances.pointBack(sentence, drafter.list(sentence)));
                drafts.addAll(repeats.list(sentence, drafts));
                circumstances.find(sentence, drafts).ifPresent(drafts::add);
            }
        }
        return drafts;
    }

    private Result complete(List<Sentence> sentences, List<Draft> drafts, ArticleText article) {
        Sieve.clean(sentences, drafts, article.language());
        drafts.removeIf(draft -> Upcoming.isVague(draft, article.published()));
        drafts.forEach(draft -> Upcoming.settle(draft, article.published()));
        DayBehind.complete(sentences, drafts);
        Preceding.complete(sentences, drafts);
        var merged = Merger.merge(drafts, article.published());
        new LaterTolls(sentences, getDrafter(article.language())).complete(merged);
        new Context(sentences, article).complete(merged);
        Situated.complete(sentences, merged);
        Claims.complete(sentences, merged);
        new Lenders(sentences, registry).complete(merged);
        new NarrativeDays(sentences, article.language()).lendBefore(merged);
        new NewsDays(article.published()).complete(merged);
        new Offices(sentences).complete(merged);
        return new Result(List.copyOf(drafts), merged);
    }

    /** A line of a few words between paragraphs tells nothing that the text does not. */
    private static boolean isHeading(List<Sentence> sentences, Sentence sentence) {
        boolean alone =
                sentences.stream().noneMatch(other -> other != sentence && other.paragraph == sentence.paragraph);
        return alone && sentence.index > 0 && !sentence.title && sentence.size() <= 7 && !sentence.isClosed();
    }

    Drafter getDrafter(Language language) {
        return java.util.Objects.requireNonNull(drafters.get(language));
    }

    static boolean isEvent(Draft draft) {
        double least = EventBuilder.THRESHOLD + (draft.isPinned() ? 0 : EventBuilder.UNDATED);
        return draft.isComplete() && draft.score() >= least && !isAtHome(draft);
    }

    /** A ruler who visits a place of his own country meets nobody. */
    private static boolean isAtHome(Draft draft) {
        var country =
                draft.places().isEmpty() ? null : draft.places().getFirst().country();
        return draft.kind.key().equals("visit")
                && country != null
                && !draft.actors.isEmpty()
                && draft.actors.stream()
                        .allMatch(one -> ActorKinds.isState(one.actor())
                                && country.equals(one.actor().country()));
    }

    /** Prints what each sentence gave, and what became of it. */
    public void trace(
            String text,
            ArticleText article,
            List<Span> spans,
            TextDates dates,
            List<Mention> mentions,
            List<ActorMention> actors,
            PrintStream out) {
        var sentences = sentences(text, article, spans, dates, mentions, actors, Footprint.none());
        var drafter = getDrafter(article.language());
        for (var sentence : sentences) {
            out.println("[" + sentence.index + "/" + sentence.paragraph + (sentence.title ? " title" : "") + "] "
                    + sentence.span.in(text));
            sentence.dates.forEach(item -> out.println("      date "
                    + item.value().span().in(text) + " = " + item.value().start() + ".."
                    + item.value().end() + " " + item.value().basis()));
            sentence.mentions.forEach(
                    item -> out.println("      place " + item.value().text() + " = "
                            + item.value().kind() + " " + item.value().place()));
            sentence.actors.forEach(item -> out.println("      actor "
                    + item.value().text() + " = " + item.value().actor().id()));
            drafter.trace(sentence, out);
            drafter.list(sentence).forEach(draft -> out.println("   -> " + draft));
        }
        var result = result(sentences, article);
        result.merged().forEach(draft -> out.println((result.told().contains(draft) ? "EVENT " : "no    ") + draft));
    }

    List<Sentence> sentences(
            String text,
            ArticleText article,
            List<Span> spans,
            TextDates dates,
            List<Mention> mentions,
            List<ActorMention> actors,
            Footprint footprint) {
        var lexicon = lexicons.get(article.language());
        var sentences = new ArrayList<Sentence>();
        var near = Villages.placed(text, FarPlaces.unplaced(text, mentions));
        int paragraph = 0;
        int end = -1;
        String country = null;
        var spoken = new SpokenOf(near);
        for (var span : spans) {
            if (end >= 0
                    && text.substring(Math.min(end, span.begin()), span.begin()).indexOf('\n') >= 0) {
                paragraph++;
            }
            end = span.end();
            var sentence = new Sentence(text, article, span, sentences.size(), paragraph, lexicon);
            for (var word : sentence.words) {
                word.readings().forEach(reading -> footprint.word(reading.stem()));
            }
            sentence.place(dates.known(), DateExpression::span, sentence.dates);
            sentence.place(dates.unknown(), at -> at, sentence.unknownDates);
            sentence.place(near, Mention::span, sentence.mentions);
            sentence.place(actors, ActorMention::span, sentence.actors);
            Pruning.prune(sentence);
            if (Pointers.isOne(sentence)) {
                sentence.dates.clear();
                sentence.mentions.clear();
                sentence.actors.clear();
            }
            Announced.turnAhead(sentence, article.language());
            capitals.addTo(sentence, spoken.at(paragraph, country), footprint);
            capitals.addEmbassy(sentence, spoken.main(), footprint);
            sentence.home = country;
            var last = sentences.isEmpty() ? null : sentences.getLast();
            sentence.heading = last == null
                    ? null
                    : Opening.isHeading(last) && last.paragraph >= paragraph - 1
                            ? last
                            : last.paragraph == paragraph ? last.heading : null;
            var topic = Opening.topic(sentence).filter(item -> !Datelines.isOne(sentence, item));
            sentence.topic = topic.isPresent()
                    ? topic.get().value().place()
                    : sentences.isEmpty() || sentences.getLast().paragraph != paragraph
                            ? null
                            : sentences.getLast().topic;
            for (var item : sentence.mentions) {
                var place = item.value().place();
                country = place == null || place.country() == null ? country : place.country();
            }
            spoken.read(sentence);
            sentences.add(sentence);
        }
        OwnForces.addTo(sentences, registry);
        Sections.mark(sentences);
        Subject.mark(sentences, near);
        return sentences;
    }
}
