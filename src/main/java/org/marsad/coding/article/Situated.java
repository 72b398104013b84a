package org.marsad.coding.article;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.Extents;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;

/**
 * The scene that an article only describes: « La commune de Gorgadji est située dans la province du Séno » behind an attack
 * "in the north of the country".
 */
final class Situated {
    private static final Pattern LIES =
            Pattern.compile("(est|se|is|lies|sits|located|situated|situee?|تقع|يقع|وتقع)( .*)?");
    private static final Pattern SITUATED = Pattern.compile(
            "(.* )?(est situee?|se situe|se trouve|is located|is situated|lies|sits)( .*)?|و?(تقع|يقع) .*");
    private static final int HEAD = 9;
    private static final int AFTER = 4;

    private Situated() {}

    /** Gives a dated act of violence that is placed in a state alone the town that one of the next sentences describes. */
    static void complete(List<Sentence> sentences, List<Draft> drafts) {
        for (var draft : drafts) {
            var wide = draft.places().size() == 1 ? draft.places().getFirst() : null;
            if (wide != null
                    && wide.level() == PlaceLevel.COUNTRY
                    && draft.kind.isViolence()
                    && draft.date != null
                    && draft.isLead()) {
                var town = town(sentences, drafts, draft, wide);
                if (town != null) {
                    draft.where = new Where(List.of(town), draft.where.border(), false, false);
                }
            }
        }
    }

    private static @Nullable Place town(List<Sentence> sentences, List<Draft> drafts, Draft draft, Place wide) {
        int from = draft.mentions.getLast().index + 1;
        for (var sentence : sentences.subList(from, Math.min(sentences.size(), from + AFTER))) {
            if (drafts.stream().anyMatch(one -> one.mentions.contains(sentence))) {
                return null;
            }
            var town = described(sentence);
            if (town != null) {
                return Extents.contains(wide, town) ? town : null;
            }
        }
        return null;
    }

    private static @Nullable Place described(Sentence sentence) {
        if (!SITUATED.matcher(sentence.text(0, Math.min(sentence.size(), HEAD))).matches()) {
            return null;
        }
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place != null && item.value().kind() == MentionKind.LITERAL) {
                boolean subject = Where.rank(place) == 0
                        && (item.begin() <= 4
                                        && LIES.matcher(sentence.text(
                                                        item.end(), Math.min(sentence.size(), item.end() + 2)))
                                                .matches()
                                || item.begin() <= 3
                                        && LIES.matcher(sentence.text(0, 1)).matches());
                return subject ? place : null;
            }
        }
        return null;
    }
}
