package org.marsad.store;

import java.util.Optional;
import org.marsad.text.ArticleText;
import org.marsad.text.Fingerprint;
import org.marsad.text.Language;
import org.marsad.text.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the stored article that another is a copy of. */
final class Duplicates {
    /** Articles that share a band are few; where many do, they are one text copied many times, and any of them will do. */
    private static final int CANDIDATES = 20;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The original (never itself a copy) with the same words or nearly the same, the oldest first. */
    public Optional<Long> find(Fingerprint fingerprint) {
        return jdbc
                .sql("""
                        select a.id, a.text_hash = ? as same, d.text, (select array_agg(r::text order by r)
                            from unnest(a.body) r) as body
                        from article a join document d on d.id = a.document_id
                        where a.duplicate_of is null and (a.text_hash = ? or a.signature && ?)
                        order by same desc, a.id limit ?""")
                .params(fingerprint.hash(), fingerprint.hash(), fingerprint.bands(), CANDIDATES)
                .query((row, _) -> row.getBoolean("same")
                                || fingerprint.isDuplicateOf(fingerprint(row.getString("text"), (String[])
                                        row.getArray("body").getArray()))
                        ? Optional.of(row.getLong("id"))
                        : Optional.<Long>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of the stretches of a stored body, given as PostgreSQL writes ranges: {@code [120,240)}, in code points. */
    private static Fingerprint fingerprint(String text, String[] ranges) {
        var body = java.util.Arrays.stream(ranges)
                .map(range -> range.substring(1, range.length() - 1).split(","))
                .map(ends -> {
                    int begin = text.offsetByCodePoints(0, Integer.parseInt(ends[0]));
                    int length = Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]);
                    return new Span(begin, text.offsetByCodePoints(begin, length));
                })
                .toList();
        return Fingerprint.of(text, new ArticleText(1, "", null, body, Language.EN, null));
    }
}
