package org.marsad.coding.trigger;

import java.util.Set;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Patterns;

/** French verbs and nouns of events that mean something else beside certain words: « une force de frappe », « un double fond ». */
final class FrenchHomographs {
    private static final Set<String> OFFERED = WordSets.get("speech-fr");
    private static final Set<String> MASTERS = Set.of("maitre", "maitres", "maitresse", "maitresses");
    private static final Set<String> GOODS = WordSets.get("received-fr");
    private static final Set<String> FALLING = WordSets.get("falling-fr");
    private static final Set<String> LOOT = WordSets.get("loot-fr");
    private static final String DETERMINERS =
            "l|la|le|les|un|une|d|de|des|du|cette|cet|ce|ces|leur|leurs|son|sa|ses|chaque|aucune|aucun|toute";
    private static final String ADJECTIVES =
            "|autre|nouvelle|double|premiere|deuxieme|seconde|troisieme|grande|vaste|violente|sanglante|telle|meme|forte";
    private static final int OBJECT_REACH = 5;

    private FrenchHomographs() {}

    static boolean isOther(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        var word = sentence.word(at).text();
        boolean single = hit.end() - at == 1;
        // « l'attaque, samedi à … »: a noun, though the verb's phrase is longer
        if (!single
                && (hit.value().tense() == Tense.PRESENT || hit.value().tense() == Tense.ACCENTED)
                && !Patterns.matches(sentence.word(at).source(), "(?iu).*[éÉ]e?s?")
                && sentence.word(hit.end() - 1).source().equals("à")
                && Patterns.matches(before(sentence, at), DETERMINERS + ADJECTIVES)) {
            return true;
        }
        // « se sont rendus maîtres de l'armurerie »
        if (!hit.value().kind().isViolence()
                && (MASTERS.contains(sentence.textAt(hit.end())) || MASTERS.contains(sentence.textAt(at + 1)))) {
            return true;
        }
        return switch (hit.value().kind().key()) {
            case "attack", "onslaught" -> isNoAttack(sentence, hit, word);
            // « la force de frappe du groupe »
            case "airstrike" ->
                single && sentence.isAt(at - 1, "de") && sentence.isAt(at - 2, "force", "forces", "puissance");
            // « l'opposant … à », « un opposant »
            case "clash" ->
                Patterns.matches(word, "opposants?")
                        && Patterns.matches(before(sentence, at), DETERMINERS + "|principal|chef");
            // « la Convention pour le respect des droits humains »
            case "agreement" ->
                single
                        && word.equals("convention")
                        && sentence.word(at).source().startsWith("C")
                        && sentence.isAt(at + 1, "pour", "nationale", "démocratique", "democratique", "des")
                        && !sentence.isAt(at - 1, "une");
            // « le verdict est tombé », « la nuit tombe »
            case "fall" -> Nearby.before(sentence, at, 4, FALLING);
            // « la prise de trois positions »
            case "deployment" ->
                !hit.value().tense().isNoun()
                        && word.equals("prise")
                        && Patterns.matches(before(sentence, at), DETERMINERS);
            // « offrait un match », « s'est livré à une analyse »
            case "aid", "delivery" -> isNear(sentence, hit.end(), OFFERED);
            // « ont tué sept personnes et emporté du bétail »
            case "taking", "abduction", "abducted" -> isNear(sentence, hit.end(), LOOT);
            // « lors d'un échange de tirs avec », « avaient reçu des pistolets »
            case "meeting", "talks" ->
                Patterns.matches(word, "echanges?") && sentence.isAt(at + 1, "de", "d")
                        || Patterns.matches(word, "recu(e|s|es)?|recoi.*") && isNear(sentence, hit.end(), GOODS);
            // « en se rendant sur le front »
            case "surrender" ->
                Patterns.matches(word, "se|s|rend.*")
                        && (sentence.isAt(hit.end(), "sur", "au", "en", "dans", "chez", "compte", "a", "responsable")
                                && !sentence.isAt(hit.end() + 1, "l", "la", "masse"));
            // « près de 900 détenus »
            case "arrest" ->
                single
                        && Patterns.matches(word, "detenue?s")
                        && (Patterns.matches(before(sentence, at), DETERMINERS + "|autres")
                                || sentence.word(Math.max(0, at - 1)).number());
            // « des tricycles chargés de blessés »
            case "killing" ->
                single
                        && (CarriedWounded.is(sentence, at)
                                // « trois condamnations à mort », « blessés à mort »
                                || word.equals("mort")
                                        && at > 0
                                        && sentence.word(at - 1).source().equals("à"));
            // « sans qu'aucun groupe ne se soit manifesté »
            case "protest" -> single && Patterns.matches(word, "manifestee?") && isReflexive(sentence, at);
            // « un violent affrontement »
            // « la trêve est violée chaque jour »
            case "sexual-violence" ->
                single && word.equals("violent")
                        || !hit.value().tense().isNoun()
                                && sentence.words.stream()
                                        .anyMatch(one ->
                                                one.is("treve", "cessez", "accord", "embargo", "resolution", "traite"));
            // « onze accusés », « les accusés »
            case "accusation" ->
                single
                        && Patterns.matches(word, "accuses?|accusees?")
                        && Patterns.matches(sentence.word(at).source(), ".*[éÉ]e?s")
                        && (Patterns.matches(before(sentence, at), DETERMINERS + "|autres|principaux|co")
                                || sentence.word(Math.max(0, at - 1)).number()
                                || sentence.knownFigures().stream().anyMatch(figure -> figure.end() == at));
            default -> false;
        };
    }

    private static boolean isNoAttack(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit, String word) {
        int at = hit.begin();
        // « une affaire qui visait à l'empêcher de se présenter »
        if (Patterns.matches(word, "vis(e|es|ent|ait|aient|ant)") && sentence.isAt(hit.end(), "a")) {
            return true;
        }
        // « un double fond », « le fond du puits »
        if (Patterns.matches(word, "fond|fonds") && hit.end() - at == 1) {
            return !sentence.isAt(hit.end(), "sur");
        }
        // « un camion ciblé par les douaniers », « contrôle ciblé »
        return word.startsWith("cibl")
                && sentence.actors.stream()
                        .anyMatch(item -> item.begin() >= hit.end()
                                && item.begin() - hit.end() <= OBJECT_REACH
                                && item.value().actor().id().value().endsWith("-customs"));
    }

    private static boolean isNear(Sentence sentence, int from, Set<String> words) {
        for (int i = from; i < Math.min(sentence.size(), from + OBJECT_REACH); i++) {
            if (words.contains(sentence.word(i).text())) {
                return true;
            }
            if (sentence.word(i).before() == Word.Gap.STRONG
                    || i > from && sentence.word(i).before() == Word.Gap.COMMA) {
                return false;
            }
        }
        return false;
    }

    private static boolean isReflexive(Sentence sentence, int at) {
        return sentence.isAt(at - 2, "se", "s") || sentence.isAt(at - 1, "se", "s");
    }

    private static String before(Sentence sentence, int at) {
        return at > 0 ? sentence.word(at - 1).text() : "";
    }
}
