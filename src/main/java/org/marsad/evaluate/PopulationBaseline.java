package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.Posting;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.FoldedText;
import org.marsad.text.Folding;
import org.marsad.text.Span;
import org.marsad.text.Token;
import org.marsad.text.Tokens;

/**
 * The baseline that the literature compares with: the longest run of words that is a name of the gazetteer, in Latin
 * script with capitals, is a mention of the place of that name that has most people. It knows no clitics, no context and
 * no other spelling than the gazetteer's.
 */
final class PopulationBaseline {
    private final Gazetteer gazetteer;

    PopulationBaseline(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Mention> list(String text) {
        var folded = Folding.fold(text);
        var words = Tokens.list(folded);
        var mentions = new ArrayList<Mention>();
        for (int at = 0; at < words.size(); ) {
            int last = -1;
            int place = -1;
            int node = NameIndex.NONE;
            for (int i = at; i < words.size() && (isWord(words.get(i)) || i > at && isLink(words.get(i))); i++) {
                var word = words.get(i).text();
                if (!isWord(words.get(i))) {
                    continue;
                }
                int number = gazetteer.names().findWord(word, 0, word.length());
                node = i == at ? number : gazetteer.names().findChild(node, number);
                if (node == NameIndex.NONE) {
                    break;
                }
                int best = mostPeople(node);
                if (best >= 0) {
                    last = i;
                    place = best;
                }
            }
            if (last >= 0 && isCapital(text, folded, words.get(at))) {
                mentions.add(mention(
                        text,
                        folded.source(words.get(at).begin(), words.get(last).end()),
                        place));
                at = last + 1;
            } else {
                at++;
            }
        }
        return mentions;
    }

    private Mention mention(String text, Span span, int place) {
        return new Mention(
                span,
                span.in(text),
                MentionKind.LITERAL,
                gazetteer.places().get(place),
                1,
                List.of("has most people"),
                List.of());
    }

    /** The place of most people among those of a name, or -1. */
    private int mostPeople(int node) {
        var names = gazetteer.names();
        int best = -1;
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            int place = Posting.place(names.posting(i));
            if (!Posting.isDemonym(names.posting(i)) && (best < 0 || people(place) > people(best))) {
                best = place;
            }
        }
        return best;
    }

    private int people(int place) {
        return gazetteer.places().population(place);
    }

    private static boolean isWord(Token token) {
        return token.kind() == Token.Kind.WORD;
    }

    /** "Tin-Zaouaten" and "N'Djamena" are two words of the index. */
    private static boolean isLink(Token token) {
        return token.is("-") || token.is("'");
    }

    private static boolean isCapital(String text, FoldedText folded, Token word) {
        return word.script() != Token.Script.LATIN
                || Character.isUpperCase(text.codePointAt(folded.origin(word.begin())));
    }
}
