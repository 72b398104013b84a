package org.marsad.coding;

import java.util.List;
import org.marsad.actor.ActorMention;
import org.marsad.coding.event.CodedEvent;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.SourceDocument;

/** All that the coder found in one article. Spans count in the document's text. */
public record CodedArticle(
        SourceDocument document,
        ArticleText article,
        List<Mention> mentions,
        List<ActorMention> actorMentions,
        List<CodedEvent> events) {
    public CodedArticle {
        mentions = List.copyOf(mentions);
        actorMentions = List.copyOf(actorMentions);
        events = List.copyOf(events);
    }
}
