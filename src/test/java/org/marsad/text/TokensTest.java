package org.marsad.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.marsad.text.Token.Kind;
import org.marsad.text.Token.Script;

class TokensTest {
    @Test
    void cutsWordsNumbersAndSigns() {
        assertThat(Tokens.list(Folding.fold("يومي ٢٢و23، d'Ansongo\n3.5 km (1er)")))
                .extracting(Token::text, Token::kind, Token::script)
                .containsExactly(
                        tuple("يومي", Kind.WORD, Script.ARABIC),
                        tuple("22", Kind.NUMBER, Script.NONE),
                        tuple("و", Kind.WORD, Script.ARABIC),
                        tuple("23", Kind.NUMBER, Script.NONE),
                        tuple(",", Kind.PUNCTUATION, Script.NONE),
                        tuple("d", Kind.WORD, Script.LATIN),
                        tuple("'", Kind.PUNCTUATION, Script.NONE),
                        tuple("ansongo", Kind.WORD, Script.LATIN),
                        tuple("\n", Kind.BREAK, Script.NONE),
                        tuple("3.5", Kind.NUMBER, Script.NONE),
                        tuple("km", Kind.WORD, Script.LATIN),
                        tuple("(", Kind.PUNCTUATION, Script.NONE),
                        tuple("1", Kind.NUMBER, Script.NONE),
                        tuple("er", Kind.WORD, Script.LATIN),
                        tuple(")", Kind.PUNCTUATION, Script.NONE));
    }

    @Test
    void aWordNeverMixesScripts() {
        assertThat(Tokens.list(Folding.fold("ماليMali")))
                .extracting(Token::text)
                .containsExactly("مالي", "mali");
    }

    @Test
    void aTokenKnowsItsSource() {
        var text = "في مَـالِـي اليوم";
        var folded = Folding.fold(text);
        assertThat(Tokens.list(folded).get(1).source(folded).in(text)).isEqualTo("مَـالِـي");
    }

    @Test
    void tokensCoverAllButBlanksInOrder() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            var folded = Folding.fold(RandomText.of(random, 80));
            int at = 0;
            for (var token : Tokens.list(folded)) {
                assertThat(folded.text().substring(at, token.begin())).isBlank();
                assertThat(folded.text().substring(token.begin(), token.end())).isEqualTo(token.text());
                assertThat(token.end()).isGreaterThan(token.begin());
                at = token.end();
            }
            assertThat(folded.text().substring(at)).isBlank();
        }
    }
}
