package org.marsad.coding.slot.where;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Folding;

/**
 * Villages that no gazetteer has, at the division or town that the text says they are in: "Gakurdi village in the Jibia local
 * government area", « à Bokhody, située dans le département de Saraya », «قرية س بمحلية سربا». The name alone, later in the
 * text, is there too.
 */
public final class Villages {
    private static final String TOLD = "the text says that it is in a place that is known";
    private static final double LEAST = 0.6;
    private static final int BETWEEN = 64;
    private static final Pattern WITHIN = Pattern.compile(
            "( \\d{1,2})?( (village|community|town|forest|area|hamlet|settlement|checkpoint|mine|camp|ward|general area))*"
                    + ",?( (which is|located|situated|lying|also|both))?( (in|of|under|within)( the)?|(?<=,))"
                    + "( (district|province|state|region|governorate|county|locality|municipality|commune|area) of)?"
                    + " (the )?"
                    + "|,?( (situ[ée]+s?|sise?s?|relevant|qui se trouve|dépendant|localisée?s?))?( (dans|de|en|à))?"
                    + "( (la|le|les)| l['’])? ?(commune|cercle|département|région|province|préfecture|sous-préfecture"
                    + "|district|arrondissement|wilaya|gouvernorat|circonscription|municipalité|territoire|chefferie)s?"
                    + "( rurale| urbaine)?"
                    + " (de |du |des |d['’])?(la |le |l['’])?"
                    + "|،? ?(الواقعة |التابعة |الواقع |التابع |الكائنة )?(في |ب|ل|ضمن )?"
                    + "(محلية|بلدية|مقاطعة|مديرية|قضاء|ولاية|محافظة|إقليم|دائرة|ناحية|عزلة|منطقة الحكم المحلي) ?(ال)?");
    private static final Pattern LISTED = Pattern.compile("(,|،)? ?(and |et |de |d['’]|و|village )?");

    private Villages() {}

    /** The mentions, with the villages that nobody knows put where the text says that they are. */
    public static List<Mention> placed(String text, List<Mention> mentions) {
        if (mentions.stream().noneMatch(Villages::isUnknown)) {
            return mentions;
        }
        var kept = new ArrayList<>(mentions);
        Mention next = null;
        for (int i = kept.size() - 1; i >= 0; i--) {
            var mention = kept.get(i);
            if (isUnknown(mention) && next != null && isWithin(text, mention, next)) {
                kept.set(i, lent(mention, next));
            }
            next = kept.get(i);
        }
        Map<String, Mention> told = new HashMap<>();
        for (int i = 0; i < kept.size(); i++) {
            var mention = kept.get(i);
            if (isLent(mention)) {
                told.putIfAbsent(Folding.key(mention.text()), mention);
            } else if (!told.isEmpty() && isUnknown(mention)) {
                var known = told.get(Folding.key(mention.text()));
                kept.set(i, known == null ? mention : lent(mention, known));
            }
        }
        return kept;
    }

    /** Whether a name stands for a village of which only the place around it is known. */
    static boolean isLent(Mention mention) {
        return mention.because().contains(TOLD);
    }

    /** The folded name of the village at whose surroundings a draft is placed, or null. */
    public static @Nullable String of(Draft draft) {
        return draft.places().size() != 1 ? null : named(draft.sentence, draft);
    }

    private static @Nullable String named(Sentence sentence, Draft draft) {
        return sentence.mentions.stream()
                .map(Sentence.Item::value)
                .filter(mention -> isLent(mention) && draft.places().contains(mention.place()))
                .map(mention -> Folding.key(mention.text()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isUnknown(Mention mention) {
        return mention.place() == null && mention.kind() == MentionKind.LITERAL;
    }

    private static boolean isWithin(String text, Mention village, Mention around) {
        var place = around.place();
        int from = village.span().end();
        int to = around.span().begin();
        if (place == null
                || around.kind() != MentionKind.LITERAL
                || place.level() == PlaceLevel.COUNTRY
                || around.confidence() < LEAST
                || to < from
                || to - from > BETWEEN) {
            return false;
        }
        var between = text.substring(from, to);
        return (isLent(around) ? LISTED : WITHIN).matcher(between).matches();
    }

    private static Mention lent(Mention village, Mention around) {
        return new Mention(
                village.span(),
                village.text(),
                village.kind(),
                around.place(),
                around.confidence(),
                List.of(TOLD),
                village.alternatives());
    }
}
