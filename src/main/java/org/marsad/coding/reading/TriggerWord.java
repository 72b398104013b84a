package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Table;

/**
 * A word or phrase that names an event: one of those of a row of {@code triggers.csv}, whose comments say how lemmas are
 * written.
 *
 * @param kind key of an {@link EventKind}; empty for form {@code never}
 * @param form {@code noun}, {@code verb}, {@code suffer} (a verb whose subject suffers: "died"), {@code act} (a noun that
 *     needs no verb: "the signing of") or {@code never} (looks like a trigger and is none)
 * @param words the lemma
 */
public record TriggerWord(Language language, String kind, String form, String words) {
    /** Characters of a lemma, at most. */
    public static final int LONGEST = 120;

    /** The forms, in the order in which they are offered. */
    public static final List<String> FORMS = List.of("noun", "verb", "suffer", "act", "never");

    /** Those that come with Marsad, in the order of the table. */
    public static List<TriggerWord> builtIn() {
        return BuiltIn.ALL;
    }

    private static final class BuiltIn {
        static final List<TriggerWord> ALL = read();

        private static List<TriggerWord> read() {
            var all = new LinkedHashSet<TriggerWord>();
            for (var row : Table.rows("/org/marsad/coding/triggers.csv")) {
                var language = Language.ofTag(row.get("language"));
                row.list("words")
                        .forEach(words -> all.add(new TriggerWord(
                                language,
                                row.get("form").equals("never") ? "" : row.get("kind"),
                                row.get("form"),
                                words)));
            }
            return List.copyOf(all);
        }
    }

    /**
     * What is wrong with it, in English; null where nothing is. A lemma that cannot be inflected, or of which nothing is left
     * that could be found in a text, is refused.
     */
    public @Nullable String problem() {
        if (!FORMS.contains(form)) {
            return "\"" + form + "\" is no form: " + String.join(", ", FORMS);
        }
        if (!form.equals("never") && !EventKind.table().containsKey(kind)) {
            return "\"" + kind + "\" is no kind of event";
        }
        if (words.isBlank() || words.length() > LONGEST || words.indexOf('|') >= 0) {
            return "a trigger has 1 to " + LONGEST + " characters and no bar";
        }
        boolean verb = form.equals("verb") || form.equals("suffer");
        int parts = words.split(";", -1).length;
        if (verb && language == Language.EN && parts != 1 && parts != 3) {
            return "an irregular English verb is written base;past;participle";
        }
        if (verb && language == Language.FR && parts != 1 && parts != 2 && parts != 4) {
            return "an irregular French verb is written infinitive;participle;present singular;present plural";
        }
        if (verb && language == Language.AR && words.indexOf(';') >= 0) {
            return "an Arabic verb is written past~present stem";
        }
        try {
            return listPatterns().stream()
                            .allMatch(pattern -> pattern.isEmpty()
                                    || pattern.getFirst().stream().allMatch(String::isBlank))
                    ? "nothing that could be found in a text is left of \"" + words + "\""
                    : null;
        } catch (RuntimeException e) {
            return "\"" + words + "\" cannot be inflected";
        }
    }

    /**
     * What an article must hold for this to be found in it: of one of the patterns, a word of each set. Words are folded,
     * without particles and article; gaps and classes of words are left out.
     */
    public List<List<Set<String>>> listPatterns() {
        if (form.equals("never")) {
            return List.of(List.of(Set.of(Phrases.canonical(Folding.key(words).strip()))));
        }
        return Lexicon.patternsOf(this);
    }

    /** The forms that are looked for, for a person to see: those of its first word, with one of each word that follows. */
    public List<String> listForms() {
        var forms = new ArrayList<String>();
        for (var pattern : listPatterns()) {
            var rest = pattern.stream().skip(1).map(TriggerWord::shortest).collect(Collectors.joining(" "));
            pattern.getFirst().stream()
                    .sorted()
                    .map(first -> (first + " " + rest).strip())
                    .filter(one -> !forms.contains(one))
                    .forEach(forms::add);
        }
        return forms;
    }

    /** The shortest of some words; of many, as of a class of words, none. */
    private static String shortest(Set<String> words) {
        return words.size() > 40
                ? "…"
                : words.stream()
                        .min(Comparator.comparingInt(String::length).thenComparing(one -> one))
                        .orElse("…");
    }

    /** The one that a key of {@link #key} stands for; empty where it is none. */
    public static Optional<TriggerWord> ofKey(String key) {
        var parts = key.split("\\|", 4);
        return parts.length == 4 && Set.of("ar", "fr", "en").contains(parts[0])
                ? Optional.of(new TriggerWord(Language.ofTag(parts[0]), parts[1], parts[2], parts[3]))
                : Optional.empty();
    }

    /** {@code en|attack|verb|open fire}. */
    public String key() {
        return language.tag() + "|" + kind + "|" + form + "|" + words;
    }
}
