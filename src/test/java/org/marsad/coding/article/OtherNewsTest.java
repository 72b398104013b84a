package org.marsad.coding.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.coding.Coder;
import org.marsad.text.SourceDocument;

/** Games, markets and explanations, in whose language everything is an attack. */
class OtherNewsTest {
    private static final Coder CODER = Coder.builtIn();

    private static long count(String text) {
        return CODER.code(new SourceDocument("case", text, null, LocalDate.parse("2025-03-03"))).stream()
                .mapToLong(article -> article.events().size())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ligue 1 : l'ASKO exécute son rival à Kara\n\nDimanche à Kara, l'attaquant Ouro a fait exploser le stade d'un but à la 3e"
                        + " minute. Le gardien, assiégé, a capitulé avant la mi-temps. L'arbitre n'a pas bronché quand le buteur a été"
                        + " abattu dans la surface. Les supporteurs et l'entraîneur ont fêté la tête du classement du championnat.",
                "Bourse : les actions minières massacrées à Johannesburg\n\nL'indice a perdu 3 % mardi à Johannesburg, les investisseurs"
                        + " ayant lancé l'assaut sur les obligations. Le baril a explosé, la devise a été attaquée, et les marchés ont"
                        + " vu la bataille du dollar.",
                "Explainer: why the mine is the weapon of choice in Mali\n\nWhat is a mine? A pot and a battery. Who lays them? Gunmen who"
                        + " attack convoys at night. Who suffers? Villagers are killed in Mali by mines that jihadists laid. Can they"
                        + " be defeated? Slowly."
            })
    void whatOnlySoundsLikeAnAttackIsNone(String text) {
        assertThat(count(text)).isZero();
    }

    @Test
    void anAttackOnAGameIsOne() {
        assertThat(
                        count(
                                "Gunmen attacked a football match in Konduga on 2 March 2025 and killed 11 fans, a referee said."))
                .isOne();
    }

    @Test
    void norIsItLostAmongTheWordsOfTheGame() {
        assertThat(count(
                        "Blast at league final in Konduga\n\nThe match between the two teams was in the second half when a bomb"
                                + " killed 11 supporters in the stadium in Konduga on 2 March 2025. The referee, the goalkeeper and a striker"
                                + " were among the players who fled. The coach said the championship would be suspended. The league had"
                                + " planned the final for a month; the goal of the first half will not count."))
                .isPositive();
    }
}
