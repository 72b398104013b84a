package org.marsad.coding;

import java.util.List;
import org.marsad.actor.ActorMention;
import org.marsad.geo.Borders;
import org.marsad.geocode.Mention;
import org.marsad.text.ArticleText;
import org.marsad.text.DateExpression;
import org.marsad.text.Span;

/** Finds the events of an article: triggers, roles, dates, places, fatalities. */
final class EventCoder {
    EventCoder(Borders borders) {}

    /** Each incident that the article reports, once, in order of its first mention. */
    List<CodedEvent> code(
            String text,
            ArticleText article,
            List<Span> sentences,
            List<DateExpression> dates,
            List<Mention> mentions,
            List<ActorMention> actors) {
        return List.of();
    }
}
