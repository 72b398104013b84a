package org.marsad.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Places;
import org.marsad.gazetteer.Posting;
import org.marsad.gazetteer.SoundIndex;
import org.marsad.gazetteer.Sounds;
import org.marsad.geocode.Reading.Gap;
import org.marsad.text.Clitics;
import org.marsad.text.Language;

/**
 * Finds names that no source spells as the article does: «ديبولي» for Diboli, "Abou Dhabi" for Abu Dhabi. Words that
 * are in no dictionary and no gazetteer, where the words around say that a place is meant, are matched by sound with
 * the places of the countries that the article speaks of, and with large towns anywhere; how well the letters agree
 * goes into the score, below every attested name.
 */
final class UnlistedNames {
    private static final int MOST_WORDS = 3;
    private static final double NEARLY_EXACT = 0.2;
    private static final int MOST_CANDIDATES = 8;

    /** Letters of a Latin name for which the room is made once. */
    private static final int LONGEST_NAME = 32;

    /** Per letter of the shorter name; beyond this the resemblance is chance. */
    private static final double WORST = 0.11;

    /** For names that begin with a word of every day. */
    private static final double WORST_AFTER_HEAD = 0.4;

    private final Places places;
    private final NameIndex names;
    private final SoundIndex sounds;
    private final Lexicon lexicon;
    private final Candidates candidates;
    private final Weights weights;
    private final UnknownWords words;
    private final Transliteration transliteration = new Transliteration();

    UnlistedNames(Gazetteer gazetteer, Lexicon lexicon, Candidates candidates, Weights weights) {
        this.places = gazetteer.places();
        this.names = gazetteer.names();
        this.sounds = gazetteer.sounds();
        this.lexicon = lexicon;
        this.candidates = candidates;
        this.weights = weights;
        words = new UnknownWords(lexicon);
    }

    /**
     * @param hitAt the hits so far, by word; answered hits overlap only such as are less likely than they
     * @param countries the countries that the article speaks of
     */
    List<Hit> list(Reading reading, @Nullable Hit[] hitAt, BitSet countries) {
        var found = new ArrayList<Hit>();
        for (int at = 0; at < reading.size; ) {
            var hit =
                    isFree(hitAt[at], countries) && !reading.number[at] ? longest(reading, at, hitAt, countries) : null;
            if (hit == null) {
                at++;
            } else {
                found.add(hit);
                Arrays.fill(hitAt, hit.first, hit.last + 1, hit);
                at = hit.last + 1;
            }
        }
        return found;
    }

    /**
     * Adds what an Arabic name sounds like in the countries of the article to a hit whose attested places all lie
     * elsewhere: «كايا» may be spelt in the gazetteer for one Kaya and not for the other.
     */
    void addSoundalikes(Reading reading, Hit hit, BitSet countries) {
        if (!reading.arabic[hit.first]
                || hit.decided
                || hit.isDemonym()
                || !isUnknown(reading.word[hit.first].substring(hit.cut))
                || hit.candidates.stream().anyMatch(c -> isNear(c.place, countries))) {
            return;
        }
        var spelling = reading.surface(hit.first, hit.cut, hit.last);
        long sound = Sounds.of(spelling);
        if (sound != Sounds.NONE) {
            int attested = hit.candidates.size();
            reading.footprint.sound(sound);
            addCandidates(reading, hit, sound, spelling, countries, hit.candidates);
            if (hit.candidates.size() > attested) {
                hit.candidates.sort(Comparator.comparingDouble(c -> -c.prior));
            }
        }
    }

    private boolean isUnknown(String word) {
        return lexicon.rank(word, Language.AR) == Lexicon.UNCOMMON && !lexicon.isArabicWord(word);
    }

    private boolean isNear(int place, BitSet countries) {
        return places.isCurated(place)
                || places.level(place) == PlaceLevel.COUNTRY
                || countries.get(places.country(place));
    }

    /** A hit on an obscure place of a country that the article does not speak of stands in nobody's way. */
    private boolean isFree(@Nullable Hit hit, BitSet countries) {
        if (hit == null) {
            return true;
        }
        return !hit.decided
                && !hit.isDemonym()
                && hit.words() == 1
                && hit.candidates.stream().noneMatch(c -> isWithinReach(c.place, countries));
    }

    private boolean isWithinReach(int place, BitSet countries) {
        return places.population(place) >= SoundIndex.KNOWN_AFAR || isNear(place, countries);
    }

    private @Nullable Hit longest(Reading reading, int first, @Nullable Hit[] hitAt, BitSet countries) {
        boolean listed = isListed(reading, first, hitAt);
        if (!words.mayBeName(reading, first, listed)) {
            return null;
        }
        Hit best = null;
        for (int last = first; last < first + MOST_WORDS && last < reading.size; last++) {
            if (last > first
                    && (!reading.isJoined(last)
                            || !isFree(hitAt[last], countries)
                            || reading.number[last]
                            || reading.arabic[last] && (reading.terms[last] & ~(Term.KIN.bit | Term.HEAD.bit)) != 0
                            || reading.arabic[last] != reading.arabic[first])) {
                break;
            }
            for (int cut : cuts(reading, first)) {
                if (listed && cut == 0) {
                    continue;
                }
                var hit = hit(reading, first, last, cut, hitAt, countries);
                if (hit != null
                        && (best == null
                                || last == best.last
                                        && cut == 1
                                        && best.cut == 0
                                        && isConjunction(reading, first, hit, best)
                                || hit.best().distance + MORE_WORDS < best.best().distance
                                || hit.last > best.last && hit.best().distance < best.best().distance + MORE_WORDS)) {
                    best = hit;
                }
            }
        }
        return best;
    }

    /** «إنيدي وتيبستي»: right behind a place, waw is "and". */
    private static boolean isListed(Reading reading, int first, @Nullable Hit[] hitAt) {
        if (first == 0 || !reading.arabic[first] || reading.gap[first].compareTo(Gap.COMMA) > 0) {
            return false;
        }
        var before = hitAt[first - 1];
        return before != null && !before.isDemonym() && reading.word[first].charAt(0) == 'و';
    }

    private static final int FEWEST_OF_COUNTRY = 3;
    private static final double MORE_WORDS = 0.15;

    /** The particles that may be cut off: none after a noun of place or a preposition. */
    private int[] cuts(Reading reading, int first) {
        if (!reading.arabic[first]
                || first > 0 && reading.isJoined(first) && Spotter.takesGenitive(reading, first - 1)) {
            return new int[] {0};
        }
        var cuts = Clitics.list(reading.word[first]).stream()
                .filter(c -> !c.particles().endsWith("س")
                        && !c.particles().endsWith("ك")
                        && c.length() + c.stem().length() == reading.word[first].length())
                .mapToInt(Clitics.Cut::length)
                .toArray();
        var all = new int[cuts.length + 1];
        System.arraycopy(cuts, 0, all, 1, cuts.length);
        return all;
    }

    private @Nullable Hit hit(Reading reading, int first, int last, int cut, @Nullable Hit[] hitAt, BitSet countries) {
        var spelling = reading.surface(first, cut, last);
        long sound = Sounds.of(spelling);
        if (sound == Sounds.NONE) {
            return null;
        }
        if (first == last && reading.has(first, Term.GIVEN.bit | Term.KIN.bit | Term.HEAD.bit)) {
            return null;
        }
        var hit = new Hit(first, last, cut, -1);
        hit.context = Context.of(reading, hit, hitAt, lexicon);
        if (Sounds.isSingle(sound) && isBare(hit.context) || !words.isPlaceExpected(reading, hit, hitAt)) {
            return null;
        }
        var list = new ArrayList<Candidate>();
        reading.footprint.sound(sound);
        addCandidates(reading, hit, sound, spelling, countries, list);
        var bare = withoutArticle(spelling);
        if (bare.length() < spelling.length()) {
            reading.footprint.sound(Sounds.of(bare));
            addCandidates(reading, hit, Sounds.of(bare), bare, countries, list);
        }
        list.sort(Comparator.comparingDouble(c -> -c.prior));
        hit.candidates = list.size() > MOST_CANDIDATES ? new ArrayList<>(list.subList(0, MOST_CANDIDATES)) : list;
        return list.isEmpty() ? null : hit;
    }

    /** «وتبسة» is "and Tébessa": waw is no letter of the name unless it fits much better. */
    private static boolean isConjunction(Reading reading, int first, Hit cut, Hit whole) {
        return reading.word[first].charAt(0) == 'و' && cut.best().distance < whole.best().distance + MORE_WORDS;
    }

    private static String withoutArticle(String spelling) {
        return spelling.length() > 4 && spelling.startsWith("ال") ? spelling.substring(2) : spelling;
    }

    private void addCandidates(
            Reading reading, Hit hit, long sound, String spelling, BitSet countries, List<Candidate> list) {
        var alike = reading.soundalikes.get(spelling);
        if (alike == null) {
            alike = soundalikes(sound, spelling, reading.arabic[hit.first], countries);
            reading.soundalikes.put(spelling, alike);
        }
        if (alike.isEmpty()) {
            return;
        }
        // Latin letters are seldom misspelt: without a cue the sounds must be the same.
        boolean exact = !reading.arabic[hit.first] && !hit.context.hasCue();
        boolean head = reading.arabic[hit.first] && reading.has(hit.first, Term.HEAD.bit);
        double worst = exact
                ? 0
                : head ? WORST_AFTER_HEAD : words.isDoubtful(reading, hit) ? NEARLY_EXACT : WORST * spelling.length();
        for (var one : alike) {
            if (one.cost() <= worst) {
                addCandidates(reading, hit, one.node(), one.cost(), spelling, countries, list);
            }
        }
    }

    /** The names of that sound which some place within reach has, and whose letters agree well enough. */
    private List<Soundalike> soundalikes(long sound, String spelling, boolean arabic, BitSet countries) {
        double limit = Math.max(WORST * spelling.length(), Math.max(WORST_AFTER_HEAD, NEARLY_EXACT));
        var found = new ArrayList<Soundalike>();
        var heard = arabic ? "" : Spellings.sound(spelling);
        var costs = new double[arabic ? (LONGEST_NAME + 1) * (spelling.length() + 1) : 0];
        sounds.forEach(sound, countries, node -> {
            if (isWithinReachByName(node, countries)) {
                var latin = Sounds.unassimilated(names.key(node));
                double cost = arabic
                        ? cost(latin, spelling, limit, costs)
                        : Spellings.costOfSounds(Spellings.sound(latin), heard);
                if (cost <= limit) {
                    found.add(new Soundalike(node, cost));
                }
            }
        });
        return found.isEmpty() ? List.of() : found;
    }

    private boolean isWithinReachByName(int node, BitSet countries) {
        for (int i = names.postingsBegin(node), end = names.postingsEnd(node); i < end; i++) {
            int posting = names.posting(i);
            if (isMeant(posting, countries.get(places.country(Posting.place(posting))))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a posting may be meant by a spelling that is not its own. */
    private boolean isMeant(int posting, boolean near) {
        return !Posting.isDemonym(posting)
                && !Posting.isCapitalsOnly(posting)
                && (near || places.population(Posting.place(posting)) >= SoundIndex.KNOWN_AFAR);
    }

    private void addCandidates(
            Reading reading, Hit hit, int node, double cost, String spelling, BitSet countries, List<Candidate> list) {
        for (int i = names.postingsBegin(node), end = names.postingsEnd(node); i < end; i++) {
            int posting = names.posting(i);
            int place = Posting.place(posting);
            boolean near = countries.get(places.country(place));
            if (!isMeant(posting, near)) {
                continue;
            }
            // Far from the article's countries only a name that fits to the letter will do.
            double farthest = reading.arabic[hit.first] ? NEARLY_EXACT : 0;
            if (!near && (cost > farthest || places.isCurated(place) || isKnownWord(reading, hit))) {
                continue;
            }
            boolean heard = switch (places.level(place)) {
                case COUNTRY -> isCountrySpelling(cost, spelling);
                // Valleys and forests are many, and their names are seldom met without the noun.
                case REGION, FEATURE -> hit.context.hasKind();
                default -> true;
            };
            if (heard) {
                add(new Candidate(place, posting), cost, spelling, hit, list);
            }
        }
    }

    /** «السينغال»: the names of states are all known, so only a slip of a vowel will do. */
    private static boolean isCountrySpelling(double cost, String spelling) {
        return cost <= NEARLY_EXACT && Sounds.consonants(Sounds.of(spelling)) >= FEWEST_OF_COUNTRY;
    }

    private boolean isKnownWord(Reading reading, Hit hit) {
        return reading.arabic[hit.first] && lexicon.isArabicWord(reading.word[hit.first]);
    }

    private double cost(String latin, String spelling, double limit, double[] costs) {
        var room = latin.length() <= LONGEST_NAME ? costs : new double[(latin.length() + 1) * (spelling.length() + 1)];
        var bare = Sounds.withoutArticle(latin);
        double cost = transliteration.cost(latin, spelling, limit, room);
        return bare.length() == latin.length()
                ? cost
                : Math.min(cost, transliteration.cost(bare, spelling, limit, room));
    }

    private static boolean isBare(Context context) {
        return !context.hasCue() && !context.preposition() && !context.listed();
    }

    private void add(Candidate candidate, double cost, String spelling, Hit hit, List<Candidate> list) {
        candidate.distance = cost;
        boolean bare = isBare(hit.context);
        candidate.prior = candidates.prior(candidate, hit.context)
                + weights.generated
                + (bare ? weights.bare : 0)
                + weights.consonant * Math.min(4, Sounds.consonants(Sounds.of(spelling)))
                + weights.soundDistance * cost;
        candidate.heard = true;
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).place == candidate.place) {
                if (list.get(i).prior < candidate.prior) {
                    list.set(i, candidate);
                }
                return;
            }
        }
        list.add(candidate);
    }
}
