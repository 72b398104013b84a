package org.marsad.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.CodedArticle;
import org.marsad.exchange.CodePoints;

/** A mention of an actor as it is stored; offsets are code points of the document. */
record ActorRow(int begin, int end, String actor) {
    /** What {@link #values} fills. */
    static final String COLUMNS = "actor_mention (article_id, begin_cp, end_cp, actor_id)";

    /** Of an article, in order. */
    static List<ActorRow> of(CodedArticle coded, CodePoints points) {
        return coded.actorMentions().stream()
                .map(mention -> new ActorRow(
                        points.of(mention.span().begin()),
                        points.of(mention.span().end()),
                        mention.actor().id().value()))
                .toList();
    }

    @Nullable
    Object[] values(long article) {
        return new @Nullable Object[] {article, begin, end, actor};
    }
}
