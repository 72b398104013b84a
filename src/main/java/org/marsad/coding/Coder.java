package org.marsad.coding;

import java.util.ArrayList;
import java.util.List;
import org.marsad.actor.ActorMatcher;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.actor.CountryHint;
import org.marsad.coding.article.EventCoder;
import org.marsad.coding.article.TellingDays;
import org.marsad.coding.reading.Vocabulary;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geo.Borders;
import org.marsad.geocode.Decisions;
import org.marsad.geocode.Footprint;
import org.marsad.geocode.Geoparser;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.Articles;
import org.marsad.text.Dates;
import org.marsad.text.Sentences;
import org.marsad.text.SourceDocument;
import org.marsad.text.Span;
import org.marsad.text.TextDates;

/** The whole way from a document to its coded articles. Immutable; safe for use by many threads. */
public final class Coder {
    private final Geoparser geoparser;
    private final ActorMatcher actorMatcher;
    private final EventCoder eventCoder;
    private final Gazetteer gazetteer;
    private final Borders borders;

    public Coder(Gazetteer gazetteer, ActorRegistry actors, Borders borders) {
        this(
                new Geoparser(gazetteer),
                new ActorMatcher(actors),
                new EventCoder(borders, actors, gazetteer),
                gazetteer,
                borders);
    }

    private Coder(
            Geoparser geoparser,
            ActorMatcher actorMatcher,
            EventCoder eventCoder,
            Gazetteer gazetteer,
            Borders borders) {
        this.gazetteer = gazetteer;
        this.borders = borders;
        this.geoparser = geoparser;
        this.actorMatcher = actorMatcher;
        this.eventCoder = eventCoder;
    }

    /** The same over another gazetteer. Cheap: what is known of words and actors is shared. */
    public Coder withGazetteer(Gazetteer other) {
        return new Coder(geoparser.withGazetteer(other), actorMatcher, eventCoder.withGazetteer(other), other, borders);
    }

    /** The same with other actors and words for events. Some tens of milliseconds: their tables are made ready anew. */
    public Coder withVocabulary(Vocabulary other) {
        return new Coder(
                geoparser,
                new ActorMatcher(other.actors()),
                new EventCoder(borders, other, gazetteer),
                gazetteer,
                borders);
    }

    /** Whether a name's words can stand for its actor alone: see {@link ActorMatcher#hasHead}. */
    public boolean hasActorHead(String matchKey) {
        return actorMatcher.hasHead(matchKey);
    }

    /** With the gazetteer, actors and borders shipped with Marsad. */
    public static Coder builtIn() {
        return new Coder(Gazetteer.builtIn(), ActorRegistry.builtIn(), Borders.builtIn());
    }

    /** One coded article for each article found in the document, in order. */
    public List<CodedArticle> code(SourceDocument document) {
        return Articles.split(document).stream()
                .map(article -> code(document, article))
                .toList();
    }

    /** One article of a document that is already split. */
    public CodedArticle code(SourceDocument document, ArticleText article) {
        return code(document, article, Decisions.NONE, Footprint.none());
    }

    /**
     * The same, told what was decided by hand.
     *
     * @param footprint gathers what of the gazetteer is looked at
     */
    public CodedArticle code(SourceDocument document, ArticleText article, Decisions decisions, Footprint footprint) {
        return code(document, article, listMentions(document, article, decisions, footprint), footprint);
    }

    /** The first half of the way: the places that an article mentions. */
    public List<Mention> listMentions(
            SourceDocument document, ArticleText article, Decisions decisions, Footprint footprint) {
        return geoparser.parse(document.text(), article, decisions, footprint);
    }

    /**
     * The second half. What comes of it depends on where the mentions stand, of what kind they are and which places they mean,
     * not on how sure that is or why; and on the places that are {@linkplain #knowsById known by their ids}.
     */
    public CodedArticle code(
            SourceDocument document, ArticleText article, List<Mention> mentions, Footprint footprint) {
        var read = read(document, article, mentions, footprint);
        var events = consider(document, article, mentions, read, footprint).stream()
                .filter(EventCoder.Considered::isEvent)
                .map(EventCoder.Considered::event)
                .toList();
        return new CodedArticle(document, article, mentions, read.actors(), events);
    }

    /** All that may be an event of a document's articles: what the weights of events are fitted to. */
    public List<EventCoder.Considered> consider(SourceDocument document) {
        var all = new ArrayList<EventCoder.Considered>();
        for (var article : Articles.split(document)) {
            var mentions = listMentions(document, article, Decisions.NONE, Footprint.none());
            var read = read(document, article, mentions, Footprint.none());
            all.addAll(consider(document, article, mentions, read, Footprint.none()));
        }
        return all;
    }

    /** What is read in an article besides its places. */
    private record Read(List<Span> sentences, TextDates dates, List<ActorMention> actors) {}

    private Read read(SourceDocument document, ArticleText article, List<Mention> mentions, Footprint footprint) {
        var text = document.text();
        var sentences = Sentences.list(text, article);
        var dates = Dates.read(text, article);
        var days = new TellingDays(article, sentences, dates);
        var actors = actorMatcher.list(text, article, hints(mentions), days::at, footprint::word);
        return new Read(sentences, dates, actors);
    }

    private List<EventCoder.Considered> consider(
            SourceDocument document, ArticleText article, List<Mention> mentions, Read read, Footprint footprint) {
        return eventCoder.consider(
                document.id(),
                document.text(),
                article,
                read.sentences(),
                read.dates(),
                mentions,
                read.actors(),
                footprint);
    }

    /** Whether events may be at a place that nothing in the article names: a capital. */
    public boolean knowsById(PlaceId place) {
        return eventCoder.knowsById(place);
    }

    /** A town speaks of its country too: «الجيش» beside «ميناكا» is the army of Mali. */
    static List<CountryHint> hints(List<Mention> mentions) {
        var hints = new ArrayList<CountryHint>();
        for (var mention : mentions) {
            var place = mention.place();
            if (place != null && place.country() != null) {
                hints.add(new CountryHint(mention.span().begin(), place.country()));
            }
        }
        return hints;
    }
}
