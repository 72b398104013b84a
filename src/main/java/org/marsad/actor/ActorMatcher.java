package org.marsad.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.text.ArticleText;

/**
 * Finds actors in text: names of the registry, the longest first, and institutions with the country they belong to
 * («الجيش السنغالي», "the army of Mali", « les forces françaises et américaines »). An institution alone belongs to
 * the country that the text around it speaks of most. Immutable; safe for use by many threads.
 */
public final class ActorMatcher {
    private final ActorLexicon lexicon;

    public ActorMatcher(ActorRegistry registry) {
        this.lexicon = new ActorLexicon(registry);
    }

    /**
     * Whether one of the words of a name, as {@link ActorRegistry#matchKey} has them, can stand for its actor where that was
     * named before, by any of its names: "the coalition".
     */
    public boolean hasHead(String key) {
        return List.of(key.split(" ")).stream().anyMatch(lexicon.heads::isOfNames);
    }

    /** The actors named in an article, in order of appearance. */
    public List<ActorMention> list(String text, ArticleText article) {
        return list(text, article, List.of());
    }

    /**
     * @param hints more evidence of the countries that the text speaks of than their names and adjectives in it
     */
    public List<ActorMention> list(String text, ArticleText article, List<CountryHint> hints) {
        return list(text, article, hints, _ -> article.published(), _ -> {});
    }

    /**
     * The same.
     *
     * @param dayAt the day of what is told at an index of the text, or null: of several actors of one name, one that is there
     *     on that day is meant
     * @param words told each word as it is looked for among the names
     */
    public List<ActorMention> list(
            String text,
            ArticleText article,
            List<CountryHint> hints,
            IntFunction<@Nullable LocalDate> dayAt,
            Consumer<String> words) {
        var scan = new ActorScan(lexicon, text, hints, dayAt, words);
        article.body().forEach(scan::read);
        var mentions = new ArrayList<>(scan.mentions());
        mentions.sort(Comparator.comparing(ActorMention::span));
        return List.copyOf(mentions);
    }
}
