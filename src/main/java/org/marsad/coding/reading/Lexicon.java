package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Patterns;
import org.marsad.text.Table;

/** The tables of words of one language, ready to be looked up. */
public final class Lexicon {
    /** A word or phrase that names an event; an act is a noun that needs no verb: "the signing of";
     * the subject of some verbs suffers: "died"; a passive one begins with its object: "sanctions … lifted". */
    public record TriggerForm(
            EventKind kind, Tense tense, boolean reflexive, boolean act, boolean suffers, boolean objectFirst) {}

    /** A verb that carries a noun: who its subject is. */
    public record Support(Voice voice, Tense tense) {}

    /** See {@code supports.csv}. */
    public enum Voice {
        ACTIVE,
        PASSIVE,
        OCCUR,
        CLAIM,
        SAY
    }

    /** A row of {@code cues.csv}. */
    public record Cue(CueKind kind, int reach) {}

    /** See {@code cues.csv}. */
    public enum CueKind {
        NEGATION,
        DENIAL,
        MODAL,
        COUNTER,
        FUTURE,
        HABITUAL,
        ANOTHER,
        ACCIDENT,
        SUBORDINATE
    }

    /** A word for people; {@code number} 1 or 2 where its form says how many, 0 where it does not. */
    public record Person(Side side, int number) {}

    /** Which side of a conflict a word for people puts them on. */
    public enum Side {
        CIVILIAN,
        FORCE,
        FIGHTER,
        ANY
    }

    /** What befell people. */
    public enum Harm {
        KILLED,
        INJURED,
        TAKEN,
        OTHER
    }

    /** What stands after a verb and is not its object. */
    private static final Set<String> PARTICLES = WordSets.get("particles");

    public final Language language;
    public final Phrases<TriggerForm> triggers = new Phrases<>();
    /** Words that look like triggers and are none. */
    private final Set<String> never = new HashSet<>();

    /** "Operation" begins the names of forces too, and names what they do all the same. */
    public final Set<String> operations = WordSets.get("operation");

    public final Phrases<Support> supports = new Phrases<>();
    final Phrases<Cue> cues = new Phrases<>();
    public final Phrases<Person> persons = new Phrases<>();
    public final Phrases<Harm> harms = new Phrases<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> fighters = new HashSet<>();

    /** Classes of words that a phrase of {@code triggers.csv} may name for all of them. */
    private static final Map<String, Set<String>> CLASSES = Map.of(
            "xsite", WordSets.get("xsite"), "xweapons", WordSets.get("xweapons"), "xgoods", WordSets.get("xgoods"));

    private Lexicon(Language language, Map<String, EventKind> kinds, List<TriggerWord> all) {
        this.language = language;
        for (var row : rows("persons.csv")) {
            var side = Side.valueOf(row.get("side").toUpperCase(Locale.ROOT));
            row.list("words").forEach(word -> addPerson(word, side));
        }
        all.stream().filter(word -> word.language() == language).forEach(word -> addTrigger(word, kinds));
        for (var row : rows("supports.csv")) {
            var voice = Voice.valueOf(row.get("voice").toUpperCase(Locale.ROOT));
            row.list("words")
                    .forEach(lemma -> addVerb(supports, lemma, (tense, reflexive) -> new Support(voice, tense)));
        }
        for (var row : rows("cues.csv")) {
            var cue = new Cue(
                    CueKind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)), Integer.parseInt(row.get("reach")));
            row.list("words").forEach(phrase -> cues.put(phrase, cue));
        }
        for (var row : rows("casualties.csv")) {
            var harm = Harm.valueOf(row.get("what").toUpperCase(Locale.ROOT));
            row.list("words").forEach(phrase -> harms.put(phrase, harm));
        }
    }

    private void addTrigger(TriggerWord word, Map<String, EventKind> kinds) {
        var form = word.form();
        if (form.equals("never")) {
            never.add(neverForm(word.words()));
            return;
        }
        var kind = kinds.get(word.kind());
        if (kind == null) {
            throw new IllegalStateException("no kind of event " + word.kind() + " for " + word.words());
        }
        if (form.equals("verb") || form.equals("suffer")) {
            addVerb(
                    triggers,
                    word.words(),
                    (tense, reflexive) -> new TriggerForm(kind, tense, reflexive, false, form.equals("suffer"), false));
            if (form.equals("verb")) {
                addPassive(word.words(), kind);
            }
        } else {
            addNoun(word.words(), kind, form.equals("act"));
        }
    }

    /** See {@link TriggerWord#listPatterns}. */
    static List<List<Set<String>>> patternsOf(TriggerWord word) {
        return new Lexicon(word.language(), EventKind.table(), List.of(word)).triggers.listPatterns();
    }

    /** A French word that differs from a trigger by its accent only is kept with it. */
    private static String neverForm(String word) {
        var folded = Folding.key(word);
        return word.endsWith("é") || word.endsWith("és") ? word : Phrases.canonical(folded);
    }

    public boolean isNever(Word word) {
        return never.contains(word.readings().getFirst().stem())
                || never.contains(word.source().toLowerCase(Locale.ROOT));
    }

    /**
     * The tables of all three languages.
     *
     * @param triggers the words that name events, of all languages
     */
    public static Map<Language, Lexicon> all(List<TriggerWord> triggers) {
        return triggers.equals(TriggerWord.builtIn()) ? BuiltIn.ALL : read(triggers);
    }

    /** Of the words that come with Marsad; made once. */
    private static final class BuiltIn {
        static final Map<Language, Lexicon> ALL = read(TriggerWord.builtIn());
    }

    private static Map<Language, Lexicon> read(List<TriggerWord> triggers) {
        var kinds = EventKind.table();
        var all = new EnumMap<Language, Lexicon>(Language.class);
        for (var language : Language.values()) {
            all.put(language, new Lexicon(language, kinds, triggers));
        }
        return Collections.unmodifiableMap(all);
    }

    private List<Table.Row> rows(String name) {
        return Table.rows("/org/marsad/coding/" + name).stream()
                .filter(row -> row.get("language").equals(language.tag()))
                .toList();
    }

    private interface VerbValue<T> {
        T of(Tense tense, boolean reflexive);
    }

    private <T> void addVerb(Phrases<T> phrases, String lemma, VerbValue<T> value) {
        var folded = Folding.key(lemma).strip();
        boolean reflexive = language == Language.FR && Patterns.matches(folded, "(se |s').*");
        if (reflexive) {
            folded = folded.replaceFirst("^(se |s'en |s')", "");
        }
        // The inflected word is the first; of an irregular verb its forms stand between semicolons, the rest after
        // them.
        int forms = folded.lastIndexOf(';') + 1;
        int blank = folded.indexOf(' ', forms);
        var head = blank < 0 ? folded : folded.substring(0, blank);
        var rest = new ArrayList<@Nullable Set<String>>();
        if (blank >= 0) {
            for (var word : Phrases.words(folded.substring(blank))) {
                rest.add(word == null ? null : objects(word));
            }
        }
        Inflection.verb(language, head)
                .forEach((form, tense) -> phrases.put(Set.of(form), rest, value.of(tense, reflexive)));
    }

    /**
     * A verb with its object also as English and French turn it round: "lift … sanctions" is "sanctions were lifted" too.
     * Arabic leaves the verb before its object.
     */
    private void addPassive(String lemma, EventKind kind) {
        var folded = Folding.key(lemma).strip();
        int blank = folded.indexOf(' ', folded.lastIndexOf(';') + 1);
        if (language == Language.AR || blank < 0 || Patterns.matches(folded, "(se |s').*")) {
            return;
        }
        var object = new ArrayList<String>();
        for (var word : Phrases.words(folded.substring(blank))) {
            if (word != null && !Phrases.isGap(word)) {
                object.add(word);
            }
        }
        if (object.size() != 1 || PARTICLES.contains(object.getFirst())) {
            return;
        }
        var participles = new HashSet<String>();
        boolean irregular = folded.indexOf(';') >= 0;
        var past = language == Language.EN && !irregular ? Tense.PAST : Tense.PARTICIPLE;
        Inflection.verb(language, folded.substring(0, blank)).forEach((form, tense) -> {
            if (tense == past || tense == Tense.ACCENTED) {
                participles.add(form);
            }
        });
        var rest = new ArrayList<@Nullable Set<String>>();
        rest.add(null);
        rest.add(participles);
        triggers.put(
                objects(object.getFirst()), rest, new TriggerForm(kind, Tense.PARTICIPLE, false, false, false, true));
    }

    private void addNoun(String lemma, EventKind kind, boolean act) {
        var forms = Folding.key(lemma).split(";");
        var words = Phrases.words(forms[0]);
        boolean last = language == Language.EN;
        for (var tense : List.of(Tense.SINGULAR, Tense.PLURAL)) {
            var pattern = new ArrayList<@Nullable Set<String>>();
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                boolean inflects = last ? i == words.size() - 1 : i == 0 || language == Language.FR;
                boolean plain = word != null && inflects && !isClass(word);
                pattern.add(word == null ? null : plain ? nounForms(word, tense) : objects(word));
            }
            var first = pattern.getFirst();
            if (first != null && pattern.stream().noneMatch(set -> set != null && set.isEmpty())) {
                triggers.put(
                        first,
                        pattern.subList(1, pattern.size()),
                        new TriggerForm(kind, tense, false, act, false, false));
            }
        }
        for (int i = 1; i < forms.length; i++) {
            var plural = Phrases.words(forms[i]);
            var first = new HashSet<String>();
            Inflection.noun(language, String.valueOf(plural.getFirst())).forEach((form, tense) -> first.add(form));
            triggers.put(
                    first,
                    Phrases.exact(plural.subList(1, plural.size())),
                    new TriggerForm(kind, Tense.PLURAL, false, act, false, false));
        }
    }

    private static boolean isClass(String word) {
        return word.equals("xpeople") || word.equals("xfighters") || CLASSES.containsKey(word);
    }

    /** The forms of a word inside a phrase, or of all words of the class that it stands for. */
    private Set<String> objects(String word) {
        if (word.equals("xpeople")) {
            return people;
        }
        if (word.equals("xfighters")) {
            return fighters;
        }
        var all = CLASSES.get(word);
        return all == null
                ? objectForms(word)
                : all.stream()
                        .map(Phrases::canonical)
                        .flatMap(one -> objectForms(one).stream())
                        .collect(java.util.stream.Collectors.toSet());
    }

    private Set<String> nounForms(String word, Tense tense) {
        var forms = new HashSet<String>();
        Inflection.noun(language, word).forEach((form, says) -> {
            if (says == tense) {
                forms.add(form);
            }
        });
        return forms;
    }

    /** A word inside a phrase: French agrees, Arabic may add an accusative alef or an owner. */
    private Set<String> objectForms(String word) {
        return switch (language) {
            case EN -> Set.of(word, word + "s");
            case FR -> Set.of(word, word + "s", word + "e", word + "es");
            case AR -> {
                var forms = new HashSet<>(Inflection.noun(Language.AR, word).keySet());
                forms.add(word);
                yield forms;
            }
        };
    }

    private void addPerson(String word, Side side) {
        var forms = Folding.key(word).split(";", -1);
        for (int i = 0; i < forms.length; i++) {
            int number = i == 0 ? 1 : i == 1 ? 2 : 0;
            for (var form : forms[i].split("/")) {
                if (!form.isBlank()) {
                    persons.put(form, new Person(side, number));
                    people.add(form);
                    if (side == Side.FIGHTER) {
                        fighters.add(form);
                    }
                }
            }
        }
        if (language == Language.AR && !forms[0].isBlank()) {
            persons.put(forms[0] + "ا", new Person(side, 1));
            people.add(forms[0] + "ا");
            if (side == Side.FIGHTER) {
                fighters.add(forms[0] + "ا");
            }
        }
        if (language == Language.AR && forms.length > 2 && forms[2].endsWith("ين")) {
            var stem = forms[2].substring(0, forms[2].length() - 2);
            for (var ending : List.of("ون", "ي", "و")) {
                persons.put(stem + ending, new Person(side, 0));
                people.add(stem + ending);
                if (side == Side.FIGHTER) {
                    fighters.add(stem + ending);
                }
            }
        }
    }
}
