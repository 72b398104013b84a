package org.marsad.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.CodedArticle;
import org.marsad.exchange.CodePoints;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.geocode.Mention;

/** A mention as it is stored; offsets are code points of the document. */
record MentionRow(
        int begin,
        int end,
        String kind,
        @Nullable String place,
        float confidence,
        List<String> because,
        String alternatives,
        String surface) {
    /** What {@link #values} fills. */
    static final String COLUMNS =
            "mention (article_id, begin_cp, end_cp, kind, place_id, confidence, because, alternatives, surface)";

    /** Of an article, in order of appearance. */
    static List<MentionRow> of(CodedArticle coded, CodePoints points) {
        return coded.mentions().stream().map(mention -> of(mention, points)).toList();
    }

    private static MentionRow of(Mention mention, CodePoints points) {
        var place = mention.place();
        return new MentionRow(
                points.of(mention.span().begin()),
                points.of(mention.span().end()),
                mention.kind().word(),
                place == null ? null : place.id().value(),
                (float) mention.confidence(),
                mention.because(),
                alternatives(mention.alternatives()),
                SurfaceForms.key(mention.text()));
    }

    /** As PostgreSQL writes it, so that what is stored and what is fresh compare. */
    private static String alternatives(List<Mention.Alternative> alternatives) {
        return alternatives.stream()
                .map(one -> "{\"id\": \"" + one.place().value() + "\", \"confidence\": "
                        + new BigDecimal(Double.toString(one.confidence())).toPlainString() + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static MentionRow read(ResultSet row) throws SQLException {
        return new MentionRow(
                row.getInt("begin_cp"),
                row.getInt("end_cp"),
                row.getString("kind"),
                row.getString("place_id"),
                row.getFloat("confidence"),
                List.of((String[]) row.getArray("because").getArray()),
                row.getString("alternatives"),
                row.getString("surface"));
    }

    @Nullable
    Object[] values(long article) {
        return new @Nullable Object[] {
            article, begin, end, kind, place, confidence, Ewkb.array(because), alternatives, surface
        };
    }
}
