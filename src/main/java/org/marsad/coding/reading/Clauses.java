package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.text.Language;

/**
 * The clauses of a sentence and its islands, by word. A clause ends at a strong sign and where a subordinate one begins; an
 * island is a clause with a time of its own.
 */
final class Clauses {
    private static final Map<Language, Set<String>> RELATIVES = WordSets.byLanguage("clause");

    private static final Set<String> THAT = WordSets.get("that");

    private static final Set<String> AUXILIARY = WordSets.get("auxiliary");

    private static final Set<String> CAUSAL = WordSets.get("causal");

    private static final Set<String> WHICH = WordSets.get("which");

    private final Lexicon lexicon;
    private final List<Word> words;
    private final List<Phrases.Hit<Lexicon.Cue>> cues;
    private final int[] clause;
    private final int[] island;
    private final List<Integer> relativeClauses = new ArrayList<>();

    Clauses(Lexicon lexicon, List<Word> words, List<Phrases.Hit<Lexicon.Cue>> cues) {
        this.lexicon = lexicon;
        this.words = words;
        this.cues = cues;
        this.clause = new int[words.size()];
        this.island = new int[words.size()];
        partition();
    }

    int clause(int word) {
        return clause[word];
    }

    int island(int word) {
        return island[word];
    }

    /** A clause of time without an event of its own (« avant l'aube ») is no island. */
    void dissolveIslands(List<Trigger> triggers) {
        for (int i = 0; i < island.length; i++) {
            int mine = island[i];
            if (mine > 0
                    && (triggers.stream().noneMatch(trigger -> island[trigger.begin()] == mine)
                            || isCause(i, triggers))) {
                int merged = i == 0 ? mine : island[i - 1];
                for (int j = i; j < island.length && island[j] == mine; j++) {
                    island[j] = merged;
                }
            }
        }
    }

    private void partition() {
        var relatives = RELATIVES.getOrDefault(lexicon.language, Set.of());
        int clauses = 0;
        int islands = 0;
        int islandEnd = Integer.MAX_VALUE;
        int relativeFrom = -1;
        int last = 0;
        int outer = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean subordinate = isSubordinate(i);
            boolean whereas = word.is("حين")
                    && isAt(i - 1, "في")
                    && i > 1
                    && words.get(i - 1).before() != Word.Gap.NONE;
            if (i > 0
                    && (word.before() == Word.Gap.STRONG
                            || subordinate
                            || whereas
                            || relatives.contains(word.text()))) {
                outer = WHICH.contains(word.text()) && !relativeClauses.contains(clauses) ? clauses : outer;
                clauses = ++last;
            }
            if (subordinate) {
                islands++;
                islandEnd = i == 0 ? i : Integer.MAX_VALUE;
            } else if (islands > 0
                    && islandEnd == Integer.MAX_VALUE
                    && i > 0
                    && RelativeClauses.endsTime(lexicon, words, i)) {
                // "services, cut since the coup, had not been restored": the main clause goes on.
                clauses = ++last;
                islands++;
            } else if (islandEnd == 0 && word.before() != Word.Gap.NONE && word.before() != Word.Gap.QUOTE && i > 1) {
                // "After the attack in March, troops …": the first comma ends an island that begins the sentence.
                clauses = ++last;
                islands++;
                islandEnd = Integer.MAX_VALUE;
            }
            if (WHICH.contains(word.text()) && !isAt(i - 1, "alors", "tandis", "pendant")) {
                relativeClauses.add(clauses);
            } else if (i > 0
                    && word.before() == Word.Gap.COMMA
                    && relativeClauses.contains(clauses)
                    && (AUXILIARY.contains(word.text()) || RelativeClauses.isResumed(lexicon, words, i))) {
                // "the man, who led the police, was sentenced": the main clause goes on.
                clauses = outer;
            } else if (relativeClauses.contains(clauses) && isSecondVerb(i, relativeFrom)) {
                // "a doctor who had been abducted in Gao on 9 February was freed".
                clauses = ++last;
            }
            if (WHICH.contains(word.text())) {
                relativeFrom = i;
            }
            clause[i] = clauses;
            island[i] = islands;
        }
    }

    /** Whether "was" or "were" stands at a word, and the relative clause that began before has had its verb. */
    private boolean isSecondVerb(int at, int relativeFrom) {
        if (!isAt(at, "was", "were", "etait", "etaient", "ont", "came", "hit", "struck", "fell", "took", "lost")
                || at - relativeFrom < 5
                || isAt(at - 1, "and", "et", "that", "qui", "who", "which", "they", "he", "she", "it", "ils", "il")) {
            return false;
        }
        for (int i = relativeFrom + 1; i <= at - 4; i++) {
            if (AUXILIARY.contains(words.get(i).text()) && !isAt(i, "a")) {
                return true;
            }
        }
        return false;
    }

    private boolean isSubordinate(int at) {
        return cues.stream()
                .anyMatch(cue -> cue.begin() == at
                        && cue.value().kind() == Lexicon.CueKind.SUBORDINATE
                        && !TimesOfDay.follows(words, cue.end() - 1)
                        // "had never before convicted anybody".
                        && !(isAt(at, "before") && isAt(at - 1, "never")));
    }

    /** «أصيب جنديان إثر انفجار لغم»: what killed or hurt them is told in the clause that begins here, at no other time. */
    private boolean isCause(int at, List<Trigger> triggers) {
        return at > 0
                && words.get(at).readings().stream().anyMatch(reading -> CAUSAL.contains(reading.stem()))
                && triggers.stream()
                        .anyMatch(trigger -> island[trigger.begin()] == island[at - 1]
                                && trigger.begin() < at
                                && trigger.kind().key().equals("killing"))
                && triggers.stream()
                        .filter(trigger -> island[trigger.begin()] == island[at])
                        .allMatch(trigger -> trigger.kind().isViolence());
    }

    /** Whether two words stand in one clause, or the second in one that "that", « que » or «أن» hangs on the first's. */
    boolean isClauseOf(int word, int later) {
        int from = clause[word];
        int to = clause[later];
        if (from == to) {
            return true;
        }
        if (to != from + 1) {
            return false;
        }
        for (int i = word; i <= later; i++) {
            if (clause[i] == to) {
                return THAT.contains(words.get(i).text());
            }
        }
        return false;
    }

    /** Whether a word stands in a relative clause. */
    boolean isRelative(int word) {
        return relativeClauses.contains(clause[word]);
    }

    /** How far two words are apart: each clause border between them counts as eight words, each comma as one. */
    int distance(int from, int to) {
        int a = Math.min(from, to);
        int b = Math.max(from, to);
        int distance = b - a + 8 * Math.abs(clause[b] - clause[a]);
        for (int i = a + 1; i <= b; i++) {
            distance += words.get(i).before() == Word.Gap.COMMA ? 1 : 0;
        }
        return distance;
    }

    private boolean isAt(int at, String... any) {
        return at >= 0 && at < words.size() && words.get(at).is(any);
    }
}
