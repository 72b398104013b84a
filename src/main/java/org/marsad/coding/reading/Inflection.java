package org.marsad.coding.reading;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/**
 * The forms of a lemma as {@code triggers.csv} writes it, folded. They over-generate a little: forms that no text has
 * cost nothing.
 */
final class Inflection {
    private static final List<String> OBJECTS = List.of("", "ه", "ها", "هم", "هما", "ني", "نا");
    private static final List<String> PAST_PERSONS = List.of("", "ت", "و", "وا", "ن");
    private static final List<String> PRESENT_PERSONS = List.of("", "ون", "ان", "و", "وا", "ن");

    private Inflection() {}

    /** The forms of a verb and what each says. */
    static Map<String, Tense> verb(Language language, String lemma) {
        return switch (language) {
            case EN -> english(lemma);
            case FR -> french(lemma);
            case AR -> arabic(lemma);
        };
    }

    /** The forms of one word of a noun. */
    static Map<String, Tense> noun(Language language, String lemma) {
        var forms = new LinkedHashMap<String, Tense>();
        switch (language) {
            case EN -> {
                forms.put(plural(lemma), Tense.PLURAL);
                forms.put(lemma, Tense.SINGULAR);
            }
            case FR -> {
                forms.put(lemma + "s", Tense.PLURAL);
                forms.put(lemma + "x", Tense.PLURAL);
                if (lemma.endsWith("al")) {
                    forms.put(lemma.substring(0, lemma.length() - 1) + "ux", Tense.PLURAL);
                }
                forms.put(lemma, Tense.SINGULAR);
            }
            case AR -> {
                var stem = lemma.endsWith("ه") ? lemma.substring(0, lemma.length() - 1) + "ت" : lemma;
                for (var owner : OBJECTS) {
                    forms.put(stem + owner, Tense.SINGULAR);
                }
                forms.put(lemma + "ا", Tense.SINGULAR);
                forms.put(stem + "ين", Tense.PLURAL);
                forms.put(stem + "ان", Tense.PLURAL);
                forms.put(lemma, Tense.SINGULAR);
            }
        }
        return forms;
    }

    private static String plural(String noun) {
        if (noun.endsWith("s") || noun.endsWith("sh") || noun.endsWith("ch") || noun.endsWith("x")) {
            return noun + "es";
        }
        return isConsonantY(noun) ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }

    private static boolean isConsonantY(String word) {
        int n = word.length();
        return n > 1 && word.charAt(n - 1) == 'y' && "aeiou".indexOf(word.charAt(n - 2)) < 0;
    }

    private static Map<String, Tense> english(String lemma) {
        var forms = new HashMap<String, Tense>();
        var parts = lemma.split(";");
        boolean doubled = parts[0].endsWith("+");
        var base = doubled ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
        var stem = doubled
                ? base + base.charAt(base.length() - 1)
                : base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
        forms.put((base.endsWith("ee") ? base : stem) + "ing", Tense.GERUND);
        forms.put(plural(base), Tense.PRESENT);
        forms.put(base, Tense.INFINITIVE);
        if (parts.length == 1) {
            forms.put(isConsonantY(base) ? base.substring(0, base.length() - 1) + "ied" : stem + "ed", Tense.PAST);
        } else {
            forms.put(parts[2], Tense.PARTICIPLE);
            forms.put(parts[1], Tense.PAST);
        }
        return forms;
    }

    private static Map<String, Tense> french(String lemma) {
        var forms = new HashMap<String, Tense>();
        var parts = lemma.split(";");
        var infinitive = parts[0];
        if (parts.length > 1) {
            for (var ending : List.of("", "e", "s", "es")) {
                forms.put(parts[1] + ending, Tense.PARTICIPLE);
            }
            if (parts.length > 2) {
                forms.putIfAbsent(parts[2], Tense.PRESENT);
                forms.putIfAbsent(parts[3], Tense.PRESENT);
                forms.put(parts[3].replaceFirst("ent$", "ant"), Tense.GERUND);
                forms.put(parts[3].replaceFirst("ent$", "ait"), Tense.PAST);
                forms.put(parts[3].replaceFirst("ent$", "aient"), Tense.PAST);
                simplePast(infinitive, parts[1]).forEach(form -> forms.putIfAbsent(form, Tense.PAST));
            }
        } else if (infinitive.endsWith("er")) {
            var stem = infinitive.substring(0, infinitive.length() - 2);
            // Folding drops the accent of the participle; the finder looks at the source to tell it from the present.
            forms.put(stem + "e", Tense.ACCENTED);
            forms.put(stem + "es", Tense.ACCENTED);
            forms.put(stem + "ee", Tense.PARTICIPLE);
            forms.put(stem + "ees", Tense.PARTICIPLE);
            forms.put(stem + "ent", Tense.PRESENT);
            var soft = stem.endsWith("g") ? stem + "e" : stem.endsWith("c") ? stem : stem;
            forms.put(soft + "ait", Tense.PAST);
            forms.put(soft + "aient", Tense.PAST);
            forms.put(soft + "a", Tense.PAST);
            forms.put(stem + "erent", Tense.PAST);
            forms.put(soft + "ant", Tense.GERUND);
            forms.put(stem + "era", Tense.FUTURE);
            forms.put(stem + "eront", Tense.FUTURE);
            forms.put(stem + "erait", Tense.CONDITIONAL);
            forms.put(stem + "eraient", Tense.CONDITIONAL);
            mute(stem).forEach(before -> {
                forms.putIfAbsent(before + "e", Tense.PRESENT);
                forms.putIfAbsent(before + "ent", Tense.PRESENT);
                forms.putIfAbsent(before + "era", Tense.FUTURE);
                forms.putIfAbsent(before + "eront", Tense.FUTURE);
                forms.putIfAbsent(before + "erait", Tense.CONDITIONAL);
                forms.putIfAbsent(before + "eraient", Tense.CONDITIONAL);
            });
        } else {
            forms.put(infinitive, Tense.PARTICIPLE);
            return forms;
        }
        forms.put(infinitive, Tense.INFINITIVE);
        return forms;
    }

    /** The stem before a mute e where it is another: « déploie », « rejette », « appelle ». */
    private static List<String> mute(String stem) {
        int n = stem.length();
        if (stem.endsWith("oy") || stem.endsWith("uy")) {
            return List.of(stem.substring(0, n - 1) + "i");
        }
        return stem.endsWith("el") || stem.endsWith("et") ? List.of(stem + stem.charAt(n - 1)) : List.of();
    }

    /** « prit, prirent », « reçut », « rendit », « tint »: third persons of irregular verbs, from the infinitive and the participle. */
    private static List<String> simplePast(String infinitive, String participle) {
        if (Patterns.matches(infinitive, ".*[tv]enir")) {
            var stem = infinitive.substring(0, infinitive.length() - 4);
            return List.of(stem + "int", stem + "inrent");
        }
        var stem = infinitive.endsWith("dre") && participle.endsWith("u") || infinitive.endsWith("battre")
                ? infinitive.substring(0, infinitive.length() - 2) + "i"
                : participle.endsWith("ert")
                        ? infinitive.substring(0, infinitive.length() - 2) + "i"
                        : Patterns.matches(participle, ".*[iu]s")
                                ? participle.substring(0, participle.length() - 1)
                                : participle;
        return Patterns.matches(stem, ".*[iu]") ? List.of(stem + "t", stem + "rent") : List.of();
    }

    private static Map<String, Tense> arabic(String lemma) {
        var forms = new HashMap<String, Tense>();
        int at = lemma.indexOf('~');
        if (at >= 0) {
            var stem = Folding.key(lemma.substring(at + 1));
            for (var person : PRESENT_PERSONS) {
                for (var object : OBJECTS) {
                    forms.put("ي" + stem + person + object, Tense.PRESENT);
                    forms.put("ت" + stem + person + object, Tense.PRESENT);
                }
            }
        }
        for (var past : Folding.key(at < 0 ? lemma : lemma.substring(0, at)).split("/")) {
            for (var person : PAST_PERSONS) {
                for (var object : OBJECTS) {
                    forms.put(past + person + object, Tense.PAST);
                }
            }
            // «ألقى»: «ألقت», «ألقوا».
            if (past.length() > 3 && past.endsWith("ي")) {
                var stem = past.substring(0, past.length() - 1);
                for (var person : List.of("ت", "وا", "و", "تا")) {
                    for (var object : OBJECTS) {
                        forms.put(stem + person + object, Tense.PAST);
                    }
                }
            }
            // Short ones would be nouns too: «حكما», «ضربا».
            if (past.length() > 3) {
                forms.put(past + "ا", Tense.PAST);
                forms.put(past + "تا", Tense.PAST);
            }
        }
        return forms;
    }
}
