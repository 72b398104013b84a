package org.marsad.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marsad.text.ArticleText;
import org.marsad.text.Fingerprint;
import org.marsad.text.Language;
import org.marsad.text.Span;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the article that another is a copy of. */
final class Duplicates {
    /** Articles that share a band are few; where many do, they are one text copied many times, and any of them will do. */
    private static final int CANDIDATES = 20;

    private final JdbcClient jdbc;

    Duplicates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Candidate(int of, long id, boolean same, long document, String[] body) {}

    /**
     * For each of some articles that are about to be stored its original (never itself a copy): with the same words, or else
     * nearly the same, the oldest first; in the database or before it among the new ones.
     *
     * @param ids that the new ones are to have
     */
    List<Optional<Long>> listOriginals(List<Fingerprint> fresh, List<Long> ids) {
        var stored = listStored(fresh);
        var texts = texts(stored);
        var originals = new ArrayList<Optional<Long>>();
        for (int i = 0; i < fresh.size(); i++) {
            var print = fresh.get(i);
            var candidates = stored.getOrDefault(i, List.of());
            var before = new ArrayList<Integer>();
            for (int j = 0; j < i; j++) {
                if (originals.get(j).isEmpty() && print.mayBeDuplicateOf(fresh.get(j))) {
                    before.add(j);
                }
            }
            originals.add(candidates.stream()
                    .filter(Candidate::same)
                    .map(Candidate::id)
                    .findFirst()
                    .or(() -> before.stream()
                            .filter(j -> print.isSameAs(fresh.get(j)))
                            .map(ids::get)
                            .findFirst())
                    .or(() -> candidates.stream()
                            .filter(one -> print.isDuplicateOf(
                                    fingerprint(Objects.requireNonNull(texts.get(one.document())), one.body())))
                            .map(Candidate::id)
                            .findFirst())
                    .or(() -> before.stream()
                            .filter(j -> print.isDuplicateOf(fresh.get(j)))
                            .map(ids::get)
                            .findFirst()));
        }
        return originals;
    }

    private Map<Integer, List<Candidate>> listStored(List<Fingerprint> fresh) {
        var found = new HashMap<Integer, List<Candidate>>();
        jdbc.sql("""
                        select f.n, c.id, c.same, c.document_id, (select array_agg(r::text order by r) from unnest(c.body) r) as body
                        from unnest(cast(? as text[]), cast(? as text[])) with ordinality as f (hash, bands, n)
                        cross join lateral (
                            select a.id, a.text_hash = decode(f.hash, 'hex') as same, a.document_id, a.body from article a
                            where a.duplicate_of is null
                                and (a.text_hash = decode(f.hash, 'hex') or a.signature && cast(f.bands as bigint[]))
                            order by same desc, a.id limit ?) c
                        order by f.n, c.same desc, c.id""")
                .params(
                        fresh.stream()
                                .map(print -> HexFormat.of().formatHex(print.hash()))
                                .toArray(String[]::new),
                        fresh.stream()
                                .map(print -> Arrays.stream(print.bands())
                                        .mapToObj(Long::toString)
                                        .collect(Collectors.joining(",", "{", "}")))
                                .toArray(String[]::new),
                        CANDIDATES)
                .query(row -> {
                    int of = row.getInt("n") - 1;
                    found.computeIfAbsent(of, _ -> new ArrayList<>())
                            .add(new Candidate(
                                    of, row.getLong("id"), row.getBoolean("same"), row.getLong("document_id"), (String
                                                    [])
                                            row.getArray("body").getArray()));
                });
        return found;
    }

    /** Of the documents whose articles have to be compared word by word. */
    private Map<Long, String> texts(Map<Integer, List<Candidate>> stored) {
        var documents = stored.values().stream()
                .filter(candidates -> candidates.stream().noneMatch(Candidate::same))
                .flatMap(List::stream)
                .map(Candidate::document)
                .distinct()
                .toArray(Long[]::new);
        var texts = new HashMap<Long, String>();
        if (documents.length > 0) {
            jdbc.sql("select id, text from document where id = any(?)")
                    .param(documents)
                    .query(row -> {
                        texts.put(row.getLong("id"), row.getString("text"));
                    });
        }
        return texts;
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
