package org.marsad.coding;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.marsad.geocode.Footprint;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.DateExpression;
import org.marsad.text.Language;
import org.marsad.text.Span;

/** Finds the events of an article: triggers, roles, dates, places, fatalities; each incident once. */
final class EventCoder {
    private static final Set<String> SPORT = WordSets.get("sport");

    private final Map<Language, Lexicon> lexicons;
    private final Map<Language, Drafter> drafters;
    private final EventBuilder builder;
    private final Capitals capitals;

    EventCoder(Borders borders, ActorRegistry registry, Gazetteer gazetteer) {
        this.lexicons = Lexicon.all();
        this.drafters = new EnumMap<>(Language.class);
        this.capitals = new Capitals(gazetteer);
        lexicons.forEach((language, lexicon) -> drafters.put(language, new Drafter(lexicon, registry, borders)));
        this.builder = new EventBuilder(borders, registry);
    }

    private EventCoder(EventCoder from, Gazetteer gazetteer) {
        lexicons = from.lexicons;
        drafters = from.drafters;
        builder = from.builder;
        capitals = new Capitals(gazetteer);
    }

    /** The same over another gazetteer; all else is shared. */
    EventCoder withGazetteer(Gazetteer other) {
        return new EventCoder(this, other);
    }

    /** Each incident that the article reports, once, in order of its first mention. */
    List<CodedEvent> code(
            String documentId,
            String text,
            ArticleText article,
            List<Span> spans,
            List<DateExpression> dates,
            List<Mention> mentions,
            List<ActorMention> actors,
            Footprint footprint) {
        var sentences = sentences(text, article, spans, dates, mentions, actors, footprint);
        var events = new ArrayList<CodedEvent>();
        for (var draft : result(sentences, article).told()) {
            events.add(builder.build(documentId, article, draft));
        }
        return List.copyOf(events);
    }

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
                                            - (draft.isPinned() ? 1.2 : 0))
                    .toList();
        }
    }

    Result result(List<Sentence> sentences, ArticleText article) {
        var drafter = getDrafter(article.language());
        var drafts = new ArrayList<Draft>();
        for (var sentence : sentences) {
            if (!isHeading(sentences, sentence)) {
                drafts.addAll(drafter.list(sentence));
            }
        }
        if (isSport(sentences)) {
            drafts.removeIf(draft -> draft.counts.isEmpty());
        }
        var merged = Merger.merge(drafts, article.published());
        new Context(sentences).complete(merged);
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

    /** Whether the article is about a game, in whose language everything is an attack. */
    private static boolean isSport(List<Sentence> sentences) {
        int words = 0;
        var sport = new HashSet<String>();
        int hits = 0;
        for (var sentence : sentences) {
            words += sentence.size();
            for (var word : sentence.words) {
                if (word.readings().stream().anyMatch(reading -> SPORT.contains(reading.stem()))) {
                    hits++;
                    sport.add(word.text());
                }
            }
        }
        return sport.size() >= 5 && hits * 50 >= words;
    }

    static boolean isEvent(Draft draft) {
        double least = EventBuilder.THRESHOLD + (draft.isPinned() ? 0 : EventBuilder.UNDATED);
        return draft.isComplete() && draft.score() >= least;
    }

    /** Prints what each sentence gave, and what became of it. */
    void trace(
            String text,
            ArticleText article,
            List<Span> spans,
            List<DateExpression> dates,
            List<Mention> mentions,
            List<ActorMention> actors,
            PrintStream out) {
        var sentences = sentences(text, article, spans, dates, mentions, actors, new Footprint());
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
            List<DateExpression> dates,
            List<Mention> mentions,
            List<ActorMention> actors,
            Footprint footprint) {
        var lexicon = lexicons.get(article.language());
        var sentences = new ArrayList<Sentence>();
        int paragraph = 0;
        int end = -1;
        String country = null;
        for (var span : spans) {
            if (end >= 0
                    && text.substring(Math.min(end, span.begin()), span.begin()).indexOf('\n') >= 0) {
                paragraph++;
            }
            end = span.end();
            var sentence = new Sentence(text, article, span, sentences.size(), paragraph, lexicon);
            sentence.place(dates, DateExpression::span, sentence.dates);
            sentence.place(mentions, Mention::span, sentence.mentions);
            sentence.place(actors, ActorMention::span, sentence.actors);
            sentence.cutDateline();
            capitals.addTo(sentence, country, footprint);
            for (var item : sentence.mentions) {
                var place = item.value().place();
                country = place == null || place.country() == null ? country : place.country();
            }
            sentences.add(sentence);
        }
        return sentences;
    }
}
