package org.marsad.coding.trigger;

import java.util.Set;
import java.util.stream.IntStream;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Words that stand for an event elsewhere and for something else here: what stands beside them tells. */
final class Homographs {
    private static final Set<String> SITE = WordSets.get("xsite");
    private static final Set<String> SAFE = WordSets.get("safe-and-sound");
    private static final Set<String> RULERS = WordSets.get("rulers");
    private static final Set<String> NOTE = WordSets.get("notes-of-protest");
    private static final Set<String> CONTROLLED = WordSets.get("controlled-ar");
    private static final Set<String> FIRED = WordSets.get("fired-ar");
    private static final Set<String> ACCUSING =
            Set.of("a", "ont", "avait", "avaient", "est", "sont", "ete", "etait", "etaient", "ayant");
    private static final int OBJECT_REACH = 6;
    private static final int SUBJECT_REACH = 16;

    private Homographs() {}

    /** Whether a form that begins at a word is no event of its kind there. */
    static boolean isOther(Language language, Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        if (hit.value().kind().key().equals("summit") && isOfPress(sentence, hit)) {
            return true;
        }
        return switch (language) {
            case AR -> arabic(sentence, hit);
            case FR -> french(sentence, hit) || FrenchHomographs.isOther(sentence, hit);
            case EN -> EnglishHomographs.isOther(sentence, hit);
        };
    }

    /** "told a news conference", « en conférence de presse », «مؤتمر صحفي». */
    private static boolean isOfPress(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        return sentence.isAt(hit.begin() - 1, "news", "press", "media")
                || sentence.isAt(hit.end(), "de") && sentence.isAt(hit.end() + 1, "presse")
                || startsWith(sentence, hit.end(), "صحف", "صحاف");
    }

    private static boolean arabic(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        return switch (hit.value().kind().key()) {
            // «في قاطع عمليات الأنبار»: a sector.
            case "rejection" ->
                sentence.isAt(at, "قاطع")
                        && (sentence.isAt(at - 1, "في", "وفي", "ضمن", "ب")
                                || sentence.isAt(at + 1, "عمليات", "العمليات"));
            // «طائرة مسيرة أطلقها الحوثيون»: fired, not begun.
            case "initiative" -> startsWith(sentence, at, "اطلق", "واطلق", "اطلقت") && isNear(sentence, at, FIRED);
            // «سلمته احتجاجا», «مذكرة احتجاج»: one state's paper to another.
            case "protest" -> isNear(sentence, at, NOTE);
            // «تظاهرات خرجت», «خرجت مسيرات»: nobody left.
            case "leaving" ->
                startsWith(sentence, at, "خرج")
                        && (isMarch(sentence, at - 1) || isMarch(sentence, at + 1) || isMarch(sentence, at + 2));
            // «القوات … بالأسلحة»: forces, who threw down nothing.
            case "surrender" -> startsWith(sentence, at, "القوات", "قوات", "للقوات", "بقوات");
            // «أقصى جنوب البلاد»: the far south, and nobody is shut out.
            case "sanction", "ban" ->
                startsWith(sentence, at, "اقصي")
                        && startsWith(
                                sentence, at + 1, "جنوب", "شمال", "شرق", "غرب", "الجنوب", "الشمال", "الشرق", "الغرب");
            // «ضبط الحدود»: watched over, and nobody arrested.
            case "arrest" ->
                at + 1 < sentence.size()
                        && CONTROLLED.contains(sentence.textAt(at + 1))
                        && isControl(sentence.textAt(at));
            // «دخلت تركيا على الخط»: as a mediator.
            case "entry", "crossing" ->
                IntStream.rangeClosed(1, 3)
                        .anyMatch(on -> sentence.isAt(at + on, "علي") && sentence.isAt(at + on + 1, "الخط", "خط"));
            // «اعترضت صاروخين»: nothing is seized.
            case "confiscation" -> startsWith(sentence, at, "اعترض") && isFlying(sentence, at);
            // «حزب البشير (المؤتمر الوطني)»: a party.
            case "meeting", "summit", "talks" ->
                hit.end() - at == 1
                        && startsWith(sentence, at, "الموتمر", "والموتمر")
                        && sentence.isAt(at + 1, "الوطني", "الشعبي")
                        && IntStream.rangeClosed(1, 4)
                                .anyMatch(back -> startsWith(sentence, at - back, "حزب", "الحزب", "لحزب"));
            // «حركة تمرد انفصالية»: what a movement is.
            case "coup" ->
                startsWith(sentence, at, "تمرد", "التمرد")
                        && sentence.isAt(at - 1, "حركه", "حركات", "جماعه", "جماعات", "زعيم", "قائد", "قاده");
            default -> false;
        };
    }

    private static boolean isControl(String word) {
        return Patterns.matches(word, "[وفبل]?ل?ضبط");
    }

    private static boolean isFlying(Sentence sentence, int at) {
        return IntStream.rangeClosed(1, 4)
                .anyMatch(on -> startsWith(
                        sentence, at + on, "صاروخ", "صواريخ", "الصواريخ", "مسير", "المسير", "قذيف", "قذائف", "قذايف"));
    }

    private static boolean isMarch(Sentence sentence, int at) {
        return startsWith(sentence, at, "تظاهر", "مظاهر", "مسير", "احتجاج", "متظاهر", "محتج")
                || startsWith(sentence, at, "التظاهر", "المظاهر", "المسير", "الاحتجاج", "المتظاهر", "المحتج");
    }

    private static boolean french(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        var word = sentence.word(hit.begin()).text();
        boolean single = hit.end() - hit.begin() == 1;
        // « L'attaque a fait … »: has, no « attaquer à ».
        if (!single && sentence.word(hit.end() - 1).source().equals("a")) {
            return true;
        }
        // « s'en sont pris à trois localités »: took none.
        if (Patterns.matches(word, "pri(s|se|ses)|pren(d|ds|ne|nent|ait|aient)") && isOnIt(sentence, hit.begin())) {
            return !hit.value().reflexive();
        }
        return switch (hit.value().kind().key()) {
            // « chargée d'organiser », « le ministre chargé des mines »
            case "attack" ->
                Patterns.matches(word, "charge(e|s|es)?")
                                && isNear(sentence, hit.end(), Set.of("de", "d", "du", "des"), 6)
                        || single && Patterns.matches(word, "(inv|rev)esti(e|s|es)?") && !hasSite(sentence, hit);
            // « a déposé son arsenal », « a déposé une gerbe »: only rulers are deposed.
            case "coup" -> single && word.startsWith("depos") && !hasRuler(sentence, hit);
            // « a repris lundi », « a été investi président »: towns are retaken and stormed.
            case "seizure-of-territory" ->
                single
                        && Patterns.matches(word, "(repris|prise|pris|repren|investi|reprend).*")
                        && !hasSite(sentence, hit);
            // « douze officiers accusés d'avoir participé »
            case "accusation" ->
                Patterns.matches(word, "accuse(e|s|es)?")
                        && Patterns.matches(sentence.word(hit.begin()).source(), ".*[éÉ]e?s?")
                        && !isNear(sentence, hit.begin(), ACCUSING);
            // « portés disparus, ils ont été retrouvés sains et saufs »
            case "disappearance" ->
                sentence.words.stream().anyMatch(one -> one.text().startsWith("retrouve"));
            // « ont été retrouvés sains et saufs à Sévaré »
            case "meeting" ->
                word.startsWith("retrouv") && sentence.words.stream().anyMatch(one -> SAFE.contains(one.text()));
            default -> false;
        };
    }

    private static boolean isOnIt(Sentence sentence, int at) {
        for (int i = Math.max(1, at - 3); i < at; i++) {
            if (sentence.isAt(i, "en") && sentence.isAt(i - 1, "s", "se")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a place or something that armed people hold is what the verb is about. */
    private static boolean hasSite(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        boolean before = sentence.isAt(hit.begin() - 1, "ete", "est", "sont", "fut", "furent", "etait", "etaient");
        int from = before ? Math.max(0, hit.begin() - SUBJECT_REACH) : hit.end();
        int to = before ? hit.begin() : Math.min(sentence.size(), hit.end() + OBJECT_REACH);
        for (int i = from; i < to; i++) {
            int at = i;
            boolean place = sentence.mentions.stream()
                    .anyMatch(item -> item.begin() == at
                            && item.value().kind() != org.marsad.geocode.MentionKind.DEMONYM
                            && (before || !sentence.isAt(at - 1, "a", "en", "au", "aux", "dans")));
            if (place || sentence.word(i).readings().stream().anyMatch(reading -> SITE.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRuler(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        return sentence.actors.stream()
                        .anyMatch(item -> ActorKinds.isGovernment(item.value().actor()))
                || sentence.words.stream().anyMatch(word -> RULERS.contains(word.text()));
    }

    private static boolean isNear(Sentence sentence, int at, Set<String> words) {
        for (int i = Math.max(0, at - 3); i < at; i++) {
            if (sentence.word(i).readings().stream().anyMatch(reading -> words.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNear(Sentence sentence, int from, Set<String> words, int reach) {
        for (int i = from; i < Math.min(sentence.size(), from + reach); i++) {
            if (words.contains(sentence.word(i).text())) {
                return true;
            }
            if (sentence.word(i).before() == Word.Gap.STRONG) {
                return false;
            }
        }
        return false;
    }

    private static boolean startsWith(Sentence sentence, int at, String... any) {
        if (at < 0 || at >= sentence.size()) {
            return false;
        }
        for (var one : any) {
            if (sentence.word(at).text().startsWith(one)) {
                return true;
            }
        }
        return false;
    }
}
