package org.marsad.actor;

import java.util.List;
import org.marsad.text.ArticleText;

/** Finds actors in text. Immutable; safe for use by many threads. */
public final class ActorMatcher {
    public ActorMatcher(ActorRegistry registry) {}

    /** The actors named in an article, in order of appearance. */
    public List<ActorMention> list(String text, ArticleText article) {
        return List.of();
    }
}
