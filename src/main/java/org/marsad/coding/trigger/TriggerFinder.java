package org.marsad.coding.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Phrases;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Finds the triggers of a sentence, the longest at each word, and works out tense and voice from the words around. */
public final class TriggerFinder {
    private static final Set<String> MOVES = Set.of("entry", "crossing", "leaving", "withdrawal", "visit");
    private static final Set<String> BE = WordSets.get("be");
    private static final Set<String> HAVE = WordSets.get("have");
    private static final Set<String> PAPER = WordSets.get("paper");
    private static final Set<String> CUSTODY = WordSets.get("custody");
    private static final Set<String> DETERMINERS = WordSets.get("determiners");
    private static final Set<String> NOUN_BEFORE_EN = WordSets.get("prepositions-en");
    private static final Set<String> DRONE_WORDS = WordSets.get("drone-words");
    private static final Set<String> WEAPONS = WordSets.get("xweapons");
    private static final Set<String> CONVICTING = WordSets.get("convicting");
    private static final Set<String> NO_SUBJECT = WordSets.get("no-subject-en");
    private static final Set<String> ANNOUNCED = WordSets.get("announced-ar");
    private static final int ANNOUNCED_REACH = 14;
    private static final Set<String> AR_NOUN_BEFORE = WordSets.get("ar-noun-before");

    /** What says that a thing was not done, or not yet. */
    private static final Set<Lexicon.CueKind> DOUBTS =
            Set.of(Lexicon.CueKind.NEGATION, Lexicon.CueKind.DENIAL, Lexicon.CueKind.MODAL, Lexicon.CueKind.FUTURE);

    /** Words from the first of a phrase to a date inside it, at most. */
    private static final int DATE_REACH = 6;

    private static final int PHRASE_REACH = 20;

    private static final int JOINED_REACH = 20;

    /** Words from "condemned" to the deed that it is about, at most. */
    private static final int REPROACH_REACH = 8;

    private final Lexicon lexicon;
    private final EventKind condemnation =
            java.util.Objects.requireNonNull(EventKind.table().get("condemnation"));

    public TriggerFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public List<Trigger> list(Sentence sentence) {
        var triggers = new ArrayList<Trigger>();
        int object = -1;
        for (int at = sentence.start(); at < sentence.size(); ) {
            var trigger = isTaken(sentence, at) || at == object ? null : best(sentence, at);
            // «أنهت … اتفاق التعاون»: an object of two words is no agreement either.
            trigger = trigger != null && trigger.isNoun() && trigger.end() == object + 1 ? null : trigger;
            if (trigger == null) {
                at++;
            } else {
                triggers.add(Judgements.settle(reproach(trigger)));
                // "revoked its … agreement" is no agreement.
                object = trigger.isNoun() || trigger.end() - trigger.begin() < 2 ? object : trigger.end() - 1;
                at = Math.max(at + 1, headEnd(trigger));
            }
        }
        return triggers;
    }

    /** A word of a date, of a place's name or of an actor's longer name is no trigger: "27 March", « Force conjointe ». */
    private boolean isTaken(Sentence sentence, int at) {
        return sentence.dates.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.unknownDates.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                // «فجر أمس»: dawn, no blast.
                // «طائرات مسيرة»: drones, no march.
                || sentence.isAt(at, "مسيره") && sentence.isAt(at - 1, "طايره", "طايرات", "الطايره", "الطايرات")
                || isDrones(sentence, at)
                // "recalled its ambassador in protest at".
                || sentence.isAt(at, "protest")
                        && sentence.isAt(at - 1, "in")
                        && sentence.isAt(at + 1, "at", "over", "against")
                // «طائراتها المسيرة»: her drones.
                || sentence.isAt(at, "المسيره")
                        && sentence.word(Math.max(0, at - 1)).text().startsWith("طاير")
                // « entre l'armée et … »: between; « entre dans » is the verb.
                || lexicon.language == Language.FR
                        && sentence.isAt(at, "entre")
                        && !sentence.isAt(at + 1, "dans", "a", "au", "en", "aux", "sur")
                // «مع أسرهم»: their families.
                || Patterns.matches(sentence.word(at).text(), "[وفبل]?اسر(ته|تها|هم|تهم|هن)")
                        && (sentence.isAt(at - 1, "مع")
                                || Patterns.matches(sentence.word(at).text(), "[ولب].*"))
                || sentence.isAt(at, "فجر") && sentence.dates.stream().anyMatch(item -> item.begin() == at + 1)
                || sentence.mentions.stream().anyMatch(item -> item.begin() <= at && at < item.end())
                || sentence.actors.stream()
                        .anyMatch(item -> item.begin() <= at
                                && at < item.end()
                                && item.end() - item.begin() > 1
                                && !lexicon.operations.contains(
                                        sentence.word(at).text()));
    }

    /** «أسقط المسيرات», «مسيرات تقصف»: the word for marches is that for drones. */
    private static boolean isDrones(Sentence sentence, int at) {
        return Patterns.matches(sentence.word(at).text(), "[وبفل]?(ال|ل)?مسير(ه|ات)")
                && !sentence.isAt(at + 1, "تضرب", "تقصف", "تستهدف", "تهاجم", "مفخخه", "انتحاريه")
                && sentence.words.stream()
                        .anyMatch(word ->
                                word.readings().stream().anyMatch(reading -> DRONE_WORDS.contains(reading.stem())));
    }

    /** A trigger with a gap in it leaves the words of the gap to others. */
    private static int headEnd(Trigger trigger) {
        // «أسفرت ضربة … عن مقتل».
        boolean wide = trigger.end() - trigger.begin() > 4
                && trigger.sentence().word(trigger.begin()).source().codePointAt(0) > 0x5FF;
        return trigger.isNoun() ? trigger.end() : Math.min(trigger.end(), trigger.begin() + (wide ? 1 : 2));
    }

    private @org.jspecify.annotations.Nullable Trigger best(Sentence sentence, int at) {
        Trigger best = null;
        boolean never = lexicon.isNever(sentence.word(at))
                && (lexicon.language != Language.FR || !before(sentence, at, 2, HAVE));
        for (var hit : hits(sentence, at)) {
            if (never && hit.end() - at < 2) {
                continue;
            }
            if (best != null && hit.end() < best.end()) {
                break;
            }
            var trigger = resolve(sentence, hit);
            if (trigger != null && (best == null || preferred(trigger, best))) {
                best = trigger;
            }
        }
        return best != null && best.end() - at > 1 ? nounOf(sentence, best) : best;
    }

    /** "protests over water", "an attack on the base with drones": the noun, though a verb's phrase is longer. */
    private Trigger nounOf(Sentence sentence, Trigger longest) {
        if (lexicon.language != Language.EN
                || longest.tense() != Tense.INFINITIVE && longest.tense() != Tense.PRESENT) {
            return longest;
        }
        int at = longest.begin();
        for (var hit : hits(sentence, at)) {
            if (hit.value().tense().isNoun()) {
                var noun = resolve(sentence, hit);
                if (noun != null && isGoverned(sentence, at) && looksLikeNoun(sentence, at, noun)) {
                    return noun;
                }
            }
        }
        return longest;
    }

    /** Whether a determiner, an adjective of origin, a preposition or a number stands before a word. */
    private static boolean isGoverned(Sentence sentence, int at) {
        return at > 0
                && sentence.word(at).before() == Word.Gap.NONE
                && (DETERMINERS.contains(sentence.word(at - 1).text())
                        || sentence.isAt(
                                at - 1, "by", "on", "against", "after", "for", "over", "during", "amid", "from")
                        || sentence.word(at - 1).number()
                        || sentence.mentions.stream()
                                .anyMatch(item -> item.end() == at
                                        && item.value().kind() == org.marsad.geocode.MentionKind.DEMONYM));
    }

    /** What begins at a word; a date between the words of a phrase does not part them: « a levé le 24 février ses sanctions ». */
    private List<Phrases.Hit<Lexicon.TriggerForm>> hits(Sentence sentence, int at) {
        var hits = lexicon.triggers.at(sentence.words, at);
        boolean interrupted =
                sentence.dates.stream().anyMatch(item -> item.begin() > at && item.begin() - at <= DATE_REACH);
        if (!interrupted) {
            return hits;
        }
        var words = new ArrayList<Word>();
        var indices = new ArrayList<Integer>();
        for (int i = at; i < Math.min(sentence.size(), at + PHRASE_REACH); i++) {
            if (i == at || !isOfDate(sentence, i)) {
                words.add(sentence.word(i));
                indices.add(i);
            }
        }
        var all = new ArrayList<>(hits);
        for (var hit : lexicon.triggers.at(words, 0)) {
            int end = indices.get(hit.end() - 1) + 1;
            if (hit.end() > 1 && all.stream().noneMatch(one -> one.end() == end && one.value() == hit.value())) {
                all.add(new Phrases.Hit<>(hit.value(), at, end, hit.reading()));
            }
        }
        all.sort((a, b) -> Integer.compare(b.end(), a.end()));
        return all;
    }

    private static boolean isOfDate(Sentence sentence, int at) {
        return sentence.dates.stream()
                .anyMatch(item -> item.begin() <= at && at < item.end()
                        || at == item.begin() - 1 && sentence.isAt(at, "on", "in", "le", "en", "يوم", "في", "late"));
    }

    private boolean preferred(Trigger one, Trigger other) {
        if (one.end() != other.end()) {
            return one.end() > other.end();
        }
        if (one.isNoun() != other.isNoun()) {
            return one.isNoun() == looksLikeNoun(one.sentence(), one.begin(), one.isNoun() ? one : other);
        }
        return one.kind().rank() > other.kind().rank();
    }

    /** "condemned the attack", «أدانت الهجوم»: a reproach, where it is no judge's. */
    private Trigger reproach(Trigger trigger) {
        if (!trigger.kind().key().equals("sentence") || trigger.isNoun() || trigger.passive()) {
            return trigger;
        }
        var sentence = trigger.sentence();
        if (lexicon.language == Language.EN
                && !sentence.word(trigger.begin()).text().startsWith("condemn")) {
            return trigger;
        }
        if (sentence.actors.stream()
                .anyMatch(item -> item.value().actor().sector().equals("JUD"))) {
            return trigger;
        }
        if (lexicon.language == Language.AR && isJudged(sentence)) {
            return trigger;
        }
        boolean convicts = lexicon.language != Language.AR || trigger.end() - trigger.begin() > 1;
        for (int i = trigger.begin() + 1;
                i < Math.min(sentence.size(), trigger.end() + REPROACH_REACH + (convicts ? 0 : REPROACH_REACH));
                i++) {
            boolean deed = lexicon.triggers.at(sentence.words, i).stream()
                            .anyMatch(hit -> hit.value().tense().isNoun()
                                    && (hit.value().kind().isViolence()
                                            || hit.value().kind().key().equals("coup")))
                    || lexicon.language == Language.AR && i <= trigger.end() + 1 && isOrganisation(sentence, i);
            if (deed && !sentence.isAt(i - 1, "for", "pour") && !sentence.isAt(i - 2, "for", "pour")) {
                var kind = condemnation;
                return new Trigger(
                        kind,
                        sentence,
                        trigger.begin(),
                        trigger.end(),
                        trigger.tense(),
                        false,
                        false,
                        trigger.reading());
            }
        }
        return trigger;
    }

    private static boolean isWeapon(Sentence sentence, int at) {
        return sentence.word(at).readings().stream()
                .anyMatch(reading -> WEAPONS.contains(reading.stem())
                        || Patterns.matches(reading.stem(), "(قذيف|صاروخ|صواريخ|مسير|طاير|رصاص|نيران).*"));
    }

    private static boolean isJudged(Sentence sentence) {
        return sentence.words.stream()
                .anyMatch(word -> word.readings().stream().anyMatch(reading -> CONVICTING.contains(reading.stem())));
    }

    private static boolean isOrganisation(Sentence sentence, int at) {
        return sentence.actors.stream()
                .anyMatch(item -> item.begin() == at
                        && ActorKinds.isOrganisation(item.value().actor())
                        && !item.value().actor().sector().equals("JUD")
                        && !item.value().actor().id().value().equals("icc"));
    }

    /** Words that can be noun or verb: what stands before tells. */
    private boolean looksLikeNoun(Sentence sentence, int at, Trigger noun) {
        if (lexicon.language == Language.AR) {
            var particles = noun.reading().particles();
            boolean preposition = particles.endsWith("ل") || particles.endsWith("ب") || particles.endsWith("ك");
            boolean governed = at > 0
                    && AR_NOUN_BEFORE.contains(
                            sentence.word(at - 1).readings().getFirst().stem());
            boolean joined = particles.endsWith("و")
                    && at > 0
                    && lexicon.triggers.at(sentence.words, at - 1).stream()
                            .anyMatch(hit ->
                                    hit.value().tense().isNoun() && hit.value().tense() == Tense.SINGULAR);
            return noun.reading().definite() || preposition || governed || joined || isAnnounced(sentence, at);
        }
        if (lexicon.language == Language.FR) {
            return !endsInAccent(sentence.word(at));
        }
        if (isSubject(sentence, at)) {
            return false;
        }
        if (noun.tense() == Tense.PLURAL
                && (noun.end() == sentence.size()
                        || NOUN_BEFORE_EN.contains(sentence.word(noun.end()).text()))) {
            return true;
        }
        return at > 0 && DETERMINERS.contains(sentence.word(at - 1).text())
                || noun.tense() == Tense.SINGULAR && !sentence.isAt(at - 1, "to", "not", "would", "could", "will");
    }

    /** «أعلن عسكريون، في بيان، عزل الرئيس»: what is announced or decided is a noun, where no «أن» makes it a sentence. */
    private boolean isAnnounced(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(sentence.start(), at - ANNOUNCED_REACH); i--) {
            if (sentence.clause(i) != sentence.clause(at)) {
                return false;
            }
            if (sentence.word(i).readings().stream().anyMatch(reading -> ANNOUNCED.contains(reading.stem()))) {
                return true;
            }
        }
        return false;
    }

    /** "Armed men attack", "special forces storm": a plural subject right before an English base form. */
    private static boolean isSubject(Sentence sentence, int at) {
        return sentence.actors.stream()
                .anyMatch(item -> item.end() == at
                        && sentence.word(at).before() == Word.Gap.NONE
                        && Patterns.matches(sentence.word(at - 1).text(), ".*(s|men|police|people)")
                        && !NO_SUBJECT.contains(textAt(sentence, item.begin() - 1))
                        && at + 1 < sentence.size());
    }

    private @org.jspecify.annotations.Nullable Trigger resolve(
            Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        var form = hit.value();
        int at = hit.begin();
        if (Homographs.isOther(lexicon.language, sentence, hit)
                || Patterns.matches(form.kind().key(), "entry|crossing")
                        && sentence.isAt(hit.end(), "vigueur", "force", "effect")
                || form.kind().key().equals("leaving")
                        && (sentence.isAt(hit.end(), "of") || sentence.isAt(at - 1, "ou"))) {
            return null;
        }
        if (form.tense().isNoun()) {
            return new Trigger(form.kind(), sentence, at, hit.end(), form.tense(), false, form.act(), hit.reading());
        }
        if (form.objectFirst()) {
            return objectFirst(sentence, hit);
        }
        if (form.kind().key().equals("taking") && sentence.isAt(at + 1, "for", "pour")) {
            return null;
        }
        if (form.kind().isViolence() && sentence.isAt(at, "fait", "font", "faisait") && sentence.isAt(at + 1, "etat")) {
            return null;
        }
        if (form.kind().key().equals("onslaught")
                && (PAPER.contains(textAt(sentence, hit.end())) || PAPER.contains(textAt(sentence, hit.end() + 1)))) {
            return null;
        }
        if (form.reflexive() && !before(sentence, at, 3, Set.of("se", "s"))) {
            return null;
        }
        return switch (lexicon.language) {
            case EN -> english(sentence, hit);
            case FR -> french(sentence, hit);
            case AR -> arabic(sentence, hit);
        };
    }

    /** "The sanctions were lifted", "an accord signed in Algiers", « les frontières ont été fermées »; not "were not", "will be". */
    private @org.jspecify.annotations.Nullable Trigger objectFirst(
            Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int verb = hit.end() - 1;
        boolean doubtful = sentence.cues.stream()
                .anyMatch(cue -> cue.begin() > hit.begin()
                        && cue.begin() < verb
                        && DOUBTS.contains(cue.value().kind()));
        if (doubtful || sentence.clause(hit.begin()) != sentence.clause(verb)) {
            return null;
        }
        // "the suspects were taken into custody".
        if (hit.value().kind().key().equals("taking")
                && (CUSTODY.contains(textAt(sentence, hit.end()))
                        || CUSTODY.contains(textAt(sentence, hit.end() + 1)))) {
            return null;
        }
        boolean be = before(sentence, verb, 3, BE);
        if (be && (sentence.isAt(verb - 1, "be", "etre") || sentence.isAt(verb - 2, "be", "etre"))) {
            return null;
        }
        if (lexicon.language == Language.FR) {
            if (!be && before(sentence, hit.begin(), 1, HAVE)) {
                // « a fermement condamné »
                return trigger(sentence, hit, Tense.PAST, false);
            }
            return endsInAccent(sentence.word(verb))
                            || !Patterns.matches(sentence.word(verb).text(), ".*es?")
                    ? trigger(sentence, hit, be ? Tense.PAST : Tense.PARTICIPLE, true)
                    : null;
        }
        return be || sentence.title || isBare(sentence, hit.end()) || sentence.isAt(hit.end(), "by")
                ? trigger(sentence, hit, Tense.PAST, true)
                : null;
    }

    private static String textAt(Sentence sentence, int at) {
        return at >= 0 && at < sentence.size() ? sentence.word(at).text() : "";
    }

    private static Trigger trigger(
            Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit, Tense tense, boolean passive) {
        boolean suffers = passive || hit.value().suffers();
        return new Trigger(hit.value().kind(), sentence, hit.begin(), hit.end(), tense, suffers, false, hit.reading());
    }

    private @org.jspecify.annotations.Nullable Trigger english(
            Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        var tense = hit.value().tense();
        boolean be = before(sentence, at, 3, BE);
        if ((tense == Tense.PAST || tense == Tense.PARTICIPLE)
                && !hit.reading().stem().endsWith("ed")
                && sentence.isAt(at - 1, "to", "will", "would", "could", "may", "might", "must", "should")
                && sentence.word(at).before() == Word.Gap.NONE
                && sentence.dates.stream().noneMatch(item -> item.end() == at)) {
            // "meant to cut Bamako off": cut, hit, shut and put are infinitives too.
            return trigger(sentence, hit, infinitive(sentence, at), false);
        }
        if (tense == Tense.GERUND) {
            return trigger(sentence, hit, be ? Tense.PRESENT : Tense.GERUND, false);
        }
        if (tense == Tense.INFINITIVE || tense == Tense.PRESENT) {
            if (tense == Tense.INFINITIVE && (isSubject(sentence, at) || Chronicles.isPresent(sentence, at))) {
                return trigger(sentence, hit, Tense.PRESENT, false);
            }
            boolean past = tense == Tense.INFINITIVE && sentence.isAt(at - 1, "did");
            boolean participle = be
                    && hit.value().tense() == Tense.INFINITIVE
                    && Patterns.matches(hit.reading().stem(), "hit|hurt|cut|shut|shot|overrun|quit");
            var plain = tense == Tense.INFINITIVE ? infinitive(sentence, at) : tense;
            return trigger(sentence, hit, past || participle ? Tense.PAST : plain, participle);
        }
        boolean have = before(sentence, at, 3, Set.of("has", "have", "had", "having", "ve", "d"));
        if (tense == Tense.PARTICIPLE && !be && !have) {
            return trigger(sentence, hit, Tense.PAST, true);
        }
        // "the two freed men".
        if (hit.end() - at == 1
                && at > 1
                && sentence.word(at - 1).number()
                && sentence.isAt(at - 2, "the", "these", "those", "all")
                && hit.end() < sentence.size()
                && sentence.word(hit.end()).before() == Word.Gap.NONE
                && !lexicon.persons.at(sentence.words, hit.end()).isEmpty()) {
            return null;
        }
        // "the besieged town": an adjective.
        if (sentence.isAt(at - 1, "the", "a", "an", "its", "their", "his", "her", "of", "this", "many", "some", "s")
                && hit.end() - at == 1
                && hit.end() < sentence.size()
                && sentence.word(hit.end()).before() == Word.Gap.NONE) {
            return null;
        }
        // "children of a village, seized two days after the raid": what is told of them was done to them.
        boolean reduced = sentence.word(at).before() == Word.Gap.COMMA
                && at > 0
                && hit.end() - at == 1
                && !have
                && hit.end() < sentence.size()
                && !DETERMINERS.contains(sentence.word(hit.end()).text())
                && (!lexicon.persons.at(sentence.words, at - 1).isEmpty()
                        || sentence.mentions.stream().anyMatch(item -> item.end() == at))
                && !isArmed(sentence, at);
        boolean by = reduced || sentence.isAt(hit.end(), "by");
        boolean bare = isBare(sentence, hit.end()) && !isJoined(sentence, hit.end());
        boolean objectless = hit.end() - at == 1 && !have && !isArmed(sentence, at);
        return trigger(sentence, hit, Tense.PAST, be || by || bare && objectless);
    }

    private static Tense infinitive(Sentence sentence, int at) {
        return Announced.isFor(sentence, at) ? Tense.FUTURE : Tense.INFINITIVE;
    }

    /** "attacked and burned the village": both have the object that follows. */
    private boolean isJoined(Sentence sentence, int at) {
        return sentence.isAt(at, "and")
                && at + 2 < sentence.size()
                && !isBare(sentence, at + 2)
                && !sentence.isAt(at + 2, "by")
                && lexicon.triggers.at(sentence.words, at + 1).stream()
                        .anyMatch(hit -> hit.value().tense() == Tense.PAST
                                && !hit.value().suffers());
    }

    /** Whether what stands at a word is no object. */
    private static boolean isBare(Sentence sentence, int at) {
        return at >= sentence.size()
                || sentence.word(at).before() != Word.Gap.NONE
                || sentence.isAt(
                        at, "in", "on", "near", "when", "during", "after", "at", "since", "while", "and", "as", "amid",
                        "if", "inside", "outside", "along", "across", "between", "over", "with", "to");
    }

    /** Whether an armed group stands right before: "gunmen attacked in Ménaka" is active. */
    private static boolean isArmed(Sentence sentence, int at) {
        return sentence.actors.stream()
                .anyMatch(item -> item.end() <= at
                        && at - item.end() <= 2
                        && ActorKinds.isArmedGroup(item.value().actor()));
    }

    private static @org.jspecify.annotations.Nullable Trigger french(
            Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        var tense = hit.value().tense();
        if (tense == Tense.ACCENTED) {
            tense = endsInAccent(sentence.word(at)) ? Tense.PARTICIPLE : Tense.PRESENT;
        }
        if (tense != Tense.PARTICIPLE) {
            return trigger(sentence, hit, tense, false);
        }
        if (hit.value().reflexive()) {
            return trigger(sentence, hit, Tense.PAST, false);
        }
        if (hit.value().kind().key().equals("arrest") && isDecree(sentence, at)) {
            return null;
        }
        // « ils se sont arrêtés », « un camion s'est renversé »: no arrest, no coup.
        if (Patterns.matches(hit.value().kind().key(), "arrest|coup") && before(sentence, at, 3, Set.of("se", "s"))) {
            return null;
        }
        if (before(sentence, at, 3, BE)) {
            // « ils sont entrés dans Kidal »: some verbs have their past with "be" and suffer nothing.
            boolean moves = MOVES.contains(hit.value().kind().key()) && !before(sentence, at, 3, Set.of("ete"));
            return trigger(sentence, hit, Tense.PAST, !moves);
        }
        if (before(sentence, at, 3, HAVE)) {
            return trigger(sentence, hit, Tense.PAST, false);
        }
        var voice = joined(sentence, at);
        return trigger(sentence, hit, voice == null ? Tense.PARTICIPLE : Tense.PAST, voice == null || voice);
    }

    /** « par arrêté du préfet », « l'arrêté n° 12 »: a paper. */
    private static boolean isDecree(Sentence sentence, int at) {
        return Patterns.matches(sentence.word(at).text(), "arretes?")
                && (sentence.isAt(at - 1, "par", "un", "l", "d", "cet", "son")
                                && !sentence.isAt(at + 1, "par", "a", "en", "dans")
                        || sentence.isAt(at + 1, "n", "ministeriel", "prefectoral", "municipal", "conjoint"));
    }

    /**
     * « ont fait irruption dans le village et tué onze hommes »: the auxiliary of the participle before holds for this one.
     *
     * @return whether it is passive; null where no auxiliary holds
     */
    private static @org.jspecify.annotations.Nullable Boolean joined(Sentence sentence, int at) {
        boolean linked =
                sentence.isAt(at - 1, "et", "puis") || sentence.word(at).before() == Word.Gap.COMMA;
        if (!linked) {
            return null;
        }
        boolean agrees = Patterns.matches(sentence.word(at).source(), "(?iu).*(és|ée|ées|us|ue|ues|ies|ie)$");
        for (int i = at - 1; i >= Math.max(0, at - JOINED_REACH); i--) {
            if (sentence.clause(i) != sentence.clause(at)) {
                return null;
            }
            var word = sentence.word(i).text();
            if (BE.contains(word)) {
                return true;
            }
            if (HAVE.contains(word) && !word.equals("eu") && !isPreposition(sentence.word(i))) {
                return agrees ? null : false;
            }
        }
        return null;
    }

    private static boolean endsInAccent(Word word) {
        return Patterns.matches(word.source(), "(?iu).*[éÉ](e?s?)$");
    }

    private @org.jspecify.annotations.Nullable Trigger arabic(Sentence sentence, Phrases.Hit<Lexicon.TriggerForm> hit) {
        int at = hit.begin();
        if (hit.reading().definite() || Patterns.matches(hit.reading().particles(), ".*[بلك]")) {
            return null;
        }
        if (sentence.isAt(at, "فقد") && !losesSomething(sentence, at + 1)) {
            return null;
        }
        // «قذيفة أطلقها الجيش»: it fired, and launched no initiative.
        if (hit.value().kind().key().equals("initiative") && at > 0 && isWeapon(sentence, at - 1)) {
            return null;
        }
        // «قضت محكمة … بالسجن على»: it judged.
        if (hit.value().kind().key().equals("killing")
                && Patterns.matches(sentence.word(at).text(), "[وف]?قض(ي|ت|وا)")
                && isJudged(sentence)) {
            return null;
        }
        // «حاكم سان لويس»: its governor.
        if (sentence.isAt(at, "حاكم", "وحاكم") && sentence.mentions.stream().anyMatch(item -> item.begin() == at + 1)) {
            return null;
        }
        // «تتسلل عبر الحدود»: across; «ستتم إحالتهم»: it will be done.
        if (sentence.isAt(at, "عبر") && sentence.isAt(at + 1, "الحدود", "حدود")
                || sentence.isAt(at - 1, "ستتم", "سيتم", "وستتم", "وسيتم", "ستجري", "سيجري")) {
            return null;
        }
        var tense = hit.value().tense();
        if (hit.reading().particles().endsWith("س")) {
            tense = Tense.FUTURE;
        } else if (tense == Tense.PRESENT
                && at > 0
                && sentence.word(at - 1).is("كان", "كانت", "كانوا", "وكان", "وكانت", "لم", "ولم")) {
            tense = Tense.PAST;
        }
        return trigger(sentence, hit, tense, false);
    }

    /** «فقد الجيش» has lost; «فقد استضافت البلاد» says only "indeed". */
    private boolean losesSomething(Sentence sentence, int next) {
        return next < sentence.size()
                && (sentence.word(next).readings().getFirst().definite()
                        || sentence.word(next).number()
                        || !lexicon.persons.at(sentence.words, next).isEmpty()
                        || sentence.actors.stream().anyMatch(item -> item.begin() == next)
                        || sentence.mentions.stream().anyMatch(item -> item.begin() == next)
                        || sentence.figures(lexicon.language).stream().anyMatch(figure -> figure.begin() == next));
    }

    /** « à », which folding makes « a », and the "IS" of "IS Sahel militants ambushed". */
    private static boolean isPreposition(Word word) {
        return word.source().equals("à")
                || word.source().equals("À")
                || word.source().equals("IS");
    }

    private static boolean before(Sentence sentence, int at, int reach, Set<String> words) {
        for (int i = at - 1; i >= Math.max(0, at - reach); i--) {
            if (words.contains(sentence.word(i).text()) && !isPreposition(sentence.word(i))) {
                return true;
            }
            if (sentence.word(i + 1).before() == Word.Gap.STRONG
                    || sentence.word(i + 1).before() == Word.Gap.COMMA) {
                return false;
            }
        }
        return false;
    }
}
