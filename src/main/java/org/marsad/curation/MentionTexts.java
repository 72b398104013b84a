package org.marsad.curation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marsad.curation.Rehearsal.ActorEffect;
import org.marsad.curation.Rehearsal.MentionEffect;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sentences that mentions stand in. */
@Service
@Transactional(readOnly = true)
public class MentionTexts {
    /** Code points on each side, at most. */
    private static final int AROUND = 180;

    private final JdbcClient jdbc;

    public MentionTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A mention in its sentence, or in as much of it as fits.
     *
     * @param language BCP 47, of the article
     */
    public record Excerpt(String language, String before, String text, String after) {}

    /** A stretch of an article's document, in code points from its start. */
    public record Stretch(long article, int begin, int end) {
        public static Stretch of(MentionEffect mention) {
            return new Stretch(mention.article(), mention.begin(), mention.end());
        }

        public static Stretch of(ActorEffect mention) {
            return new Stretch(mention.article(), mention.begin(), mention.end());
        }
    }

    /** The excerpts of those mentions whose articles are there. */
    @PreAuthorize("hasRole('ADMIN')")
    public Map<MentionEffect, Excerpt> list(List<MentionEffect> mentions) {
        var texts = listStretches(mentions.stream().map(Stretch::of).toList());
        var found = new HashMap<MentionEffect, Excerpt>();
        for (var mention : mentions) {
            var text = texts.get(Stretch.of(mention));
            if (text != null) {
                found.put(mention, text);
            }
        }
        return found;
    }

    /** The same of any stretches. */
    @PreAuthorize("hasRole('ADMIN')")
    public Map<Stretch, Excerpt> listStretches(List<Stretch> stretches) {
        var found = new HashMap<Stretch, Excerpt>();
        if (stretches.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                        select w.i, a.language, substr(d.text, w.begin_cp - w.lead + 1, w.lead) as before,
                            substr(d.text, w.begin_cp + 1, w.end_cp - w.begin_cp) as text,
                            substr(d.text, w.end_cp + 1, :around) as after
                        from (select *, least(:around, u.begin_cp) as lead
                            from unnest(:articles::bigint[], :begins::int[], :ends::int[]) with ordinality
                                as u(article_id, begin_cp, end_cp, i)) w
                            join article a on a.id = w.article_id join document d on d.id = a.document_id""")
                .param("around", AROUND)
                .param("articles", stretches.stream().map(Stretch::article).toArray(Long[]::new))
                .param("begins", stretches.stream().map(Stretch::begin).toArray(Integer[]::new))
                .param("ends", stretches.stream().map(Stretch::end).toArray(Integer[]::new))
                .query(row -> {
                    found.put(
                            stretches.get(row.getInt("i") - 1),
                            new Excerpt(
                                    row.getString("language"),
                                    lastSentence(row.getString("before")),
                                    row.getString("text"),
                                    firstSentence(row.getString("after"))));
                });
        return found;
    }

    /** What follows the last end of a sentence or a line; a word that is cut in two goes too. */
    static String lastSentence(String before) {
        int begin = 0;
        for (int i = 0; i < before.length(); i++) {
            char c = before.charAt(i);
            boolean ends =
                    c == '\n' || ".!?؟".indexOf(c) >= 0 && i + 1 < before.length() && before.charAt(i + 1) == ' ';
            begin = ends ? i + 1 : begin;
        }
        if (begin == 0 && before.codePointCount(0, before.length()) == AROUND) {
            int blank = before.indexOf(' ');
            return blank < 0 ? before : "…" + before.substring(blank);
        }
        return before.substring(begin).stripLeading();
    }

    static String firstSentence(String after) {
        for (int i = 0; i < after.length(); i++) {
            char c = after.charAt(i);
            if (c == '\n') {
                return after.substring(0, i);
            }
            if (".!?؟".indexOf(c) >= 0 && (i + 1 == after.length() || Character.isWhitespace(after.charAt(i + 1)))) {
                return after.substring(0, i + 1);
            }
        }
        int blank = after.lastIndexOf(' ');
        boolean cut = after.codePointCount(0, after.length()) == AROUND;
        return cut && blank > 0 ? after.substring(0, blank) + " …" : after;
    }
}
