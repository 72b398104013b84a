package org.marsad.geocode;

import java.util.ArrayList;
import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.gazetteer.Posting;
import org.marsad.text.Token;
import org.marsad.text.Token.Script;

/**
 * Parts two states that lost the blank between them: «ماليوالنيجر». Many Arabic sites drop it where one name is a link.
 */
final class RunTogether {
    private static final int SHORTEST = 8;
    private static final int SHORTEST_NAME = 3;
    private static final String PARTICLES = "وفبلك";

    private final NameIndex names;
    private final Places places;

    RunTogether(Gazetteer gazetteer) {
        names = gazetteer.names();
        places = gazetteer.places();
    }

    /** The same tokens where none holds two states; begins and ends count in the same text. */
    List<Token> part(List<Token> tokens, Footprint footprint) {
        List<Token> parted = null;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            int at = token.script() == Script.ARABIC ? seam(token.text(), footprint) : 0;
            if (at > 0 && parted == null) {
                parted = new ArrayList<>(tokens.subList(0, i));
            }
            if (at > 0) {
                parted.add(part(token, 0, at));
                parted.add(part(token, at, token.text().length()));
            } else if (parted != null) {
                parted.add(token);
            }
        }
        return parted == null ? tokens : parted;
    }

    private static Token part(Token token, int from, int to) {
        return new Token(
                token.text().substring(from, to),
                token.begin() + from,
                token.begin() + to,
                token.kind(),
                token.script());
    }

    /** Where the second state's «و» stands, or 0. */
    private int seam(String word, Footprint footprint) {
        if (word.length() < SHORTEST) {
            return 0;
        }
        for (int at = word.indexOf('و', SHORTEST_NAME); at > 0; at = word.indexOf('و', at + 1)) {
            if (isState(word, at + 1, word.length(), footprint)
                    && (isState(word, 0, at, footprint)
                            || PARTICLES.indexOf(word.charAt(0)) >= 0 && isState(word, 1, at, footprint))) {
                return at;
            }
        }
        return 0;
    }

    private boolean isState(String word, int from, int to, Footprint footprint) {
        footprint.word(word, from, to);
        int node = to - from < SHORTEST_NAME ? NameIndex.NONE : names.findWord(word, from, to);
        for (int i = node < 0 ? 0 : names.postingsBegin(node); node >= 0 && i < names.postingsEnd(node); i++) {
            int posting = names.posting(i);
            if (!Posting.isDemonym(posting) && places.level(Posting.place(posting)) == PlaceLevel.COUNTRY) {
                return true;
            }
        }
        return false;
    }
}
