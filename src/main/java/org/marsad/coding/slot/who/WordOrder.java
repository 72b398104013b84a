package org.marsad.coding.slot.who;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorMention;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.AllegedOnes;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Support;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Who acts and who suffers by where they stand to the verb: subject first in French and English, verb first in Arabic. */
final class WordOrder {
    /** Kinds whose Arabic verb is written alike in active and passive. */
    private static final Set<String> EITHER_VOICE =
            Set.of("killing", "abduction", "taking", "arrest", "execution", "assassination", "confiscation");

    private static final Set<String> OF_STATES = Set.of("operation", "airstrike", "arrest", "confiscation");

    private static final Set<String> BE = WordSets.get("be");

    private final Lexicon lexicon;

    WordOrder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Role role(Trigger trigger, @Nullable Support support, Sentence.Item<ActorMention> item) {
        if (lexicon.language == Language.AR) {
            if (isReached(trigger, item)) {
                return Role.TARGET;
            }
            if (item.begin() > trigger.begin() && isActiveVerb(trigger.sentence(), item.begin() - 1)) {
                // «ضربة نفذها الجيش».
                return Role.PERPETRATOR;
            }
            return trigger.isNoun() ? arabicNoun(trigger, support, item) : arabicVerb(trigger, item);
        }
        boolean before = item.end() <= trigger.begin();
        if (before && isObjectBefore(trigger, item)) {
            return Role.TARGET;
        }
        if (!trigger.isNoun()) {
            return isPassive(trigger) == before ? Role.TARGET : Role.PERPETRATOR;
        }
        if (support != null && before && support.at() >= item.end() && support.at() < trigger.begin()) {
            return support.voice() == Lexicon.Voice.PASSIVE ? Role.TARGET : Role.PERPETRATOR;
        }
        if (before
                && item.end() == trigger.begin()
                && trigger.sentence().word(trigger.begin()).before() != Word.Gap.COMMA) {
            return Role.PERPETRATOR;
        }
        return byKind(trigger, item);
    }

    /**
     * English participles look like the past: "soldiers executed 14 civilians" has an object and no "were"; "three killed as
     * gunmen raid" has neither.
     */
    private boolean isPassive(Trigger trigger) {
        var sentence = trigger.sentence();
        if (lexicon.language != Language.EN || isAfterBe(trigger)) {
            return trigger.passive();
        }
        int end = trigger.end();
        boolean object = sentence.figures(lexicon.language).stream()
                .anyMatch(figure -> figure.begin() >= end && figure.begin() - end <= 3);
        // "stormed the village", "attacked Bamako's airport".
        object |= sentence.isAt(end, "the", "a", "an", "his", "their", "its")
                || isName(sentence, end)
                || sentence.actors.stream().anyMatch(item -> item.begin() == end);
        if (trigger.passive()) {
            return !object || sentence.isAt(end, "in", "by", "on", "near", "when", "as", "after");
        }
        return sentence.title && !object && sentence.isAt(end, "in", "by", "as", "after", "when", "during", "near");
    }

    /** "stormed Yankaba village": a name in a text that is no title, whether the gazetteer has it or not. */
    private static boolean isName(Sentence sentence, int at) {
        return at < sentence.size()
                && sentence.word(at).before() == Word.Gap.NONE
                && (sentence.mentions.stream().anyMatch(item -> item.begin() == at)
                        || !sentence.title
                                && Character.isUpperCase(
                                        sentence.word(at).source().codePointAt(0))
                                && sentence.dates.stream().noneMatch(item -> item.begin() <= at && at < item.end()));
    }

    /** "attacked a post of the army, wounding three": whom the verb before reaches, its participle reaches too. */
    private boolean isObjectBefore(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        if (lexicon.language != Language.EN
                || !sentence.word(trigger.begin()).text().endsWith("ing")
                || sentence.word(trigger.begin()).before() != Word.Gap.COMMA
                        && !sentence.isAt(trigger.begin() - 1, "and")) {
            return false;
        }
        int clause = sentence.clause(item.begin());
        for (int i = item.begin() - 1; i >= sentence.start() && sentence.clause(i) == clause; i--) {
            if (lexicon.triggers.at(sentence.words, i).stream()
                    .anyMatch(hit -> hit.value().tense() == Tense.PAST
                            && hit.value().kind().isViolence())) {
                return !isAfterBe(sentence, i);
            }
        }
        return false;
    }

    private static boolean isAfterBe(Trigger trigger) {
        return isAfterBe(trigger.sentence(), trigger.begin());
    }

    private static boolean isAfterBe(Sentence sentence, int at) {
        for (int i = Math.max(0, at - 3); i < at; i++) {
            // "youths believed to be bandits stormed": they are not stormed.
            if (!AllegedOnes.areThoughtToBe(sentence, i)
                    && BE.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** Armed groups attack and states are attacked, but for operations and strikes from the air. */
    private static Role byKind(Trigger trigger, Sentence.Item<ActorMention> item) {
        if (isOfForeigners(trigger, item)) {
            return Role.PERPETRATOR;
        }
        if (OF_STATES.contains(trigger.kind().key())) {
            return ActorKinds.isState(item.value().actor()) ? Role.PERPETRATOR : Role.TARGET;
        }
        return ActorKinds.isArmedGroup(item.value().actor()) ? Role.PERPETRATOR : Role.TARGET;
    }

    /** « une incursion de Wagner », "an operation of the mercenaries": forces from abroad, where they are named as its own. */
    private static boolean isOfForeigners(Trigger trigger, Sentence.Item<ActorMention> item) {
        var actor = item.value().actor();
        var sentence = trigger.sentence();
        return actor.kind().equals("external-forces")
                && !ActorKinds.isOrganisation(actor)
                && (OF_STATES.contains(trigger.kind().key())
                        || item.begin() > trigger.end()
                                && item.begin() - trigger.end() <= 2
                                && sentence.isAt(trigger.end(), "de", "du", "d", "of", "by", "par"));
    }

    /** «هجوم شنه مسلحون على»: the verb's subject follows it. */
    private Role arabicNoun(Trigger trigger, @Nullable Support support, Sentence.Item<ActorMention> item) {
        if (support != null) {
            boolean subject = item.begin() > support.at()
                    && (item.begin() - support.at() <= 2 || isSubject(trigger, support, item));
            if (support.voice() == Lexicon.Voice.PASSIVE && subject) {
                return Role.TARGET;
            }
            if (support.voice() == Lexicon.Voice.ACTIVE && subject) {
                return Role.PERPETRATOR;
            }
        }
        boolean ofVictim =
                Patterns.matches(trigger.kind().key(), "killing|assassination|abduction|arrest|execution|coup|release");
        boolean next = item.begin() >= trigger.end() && item.begin() - trigger.end() < 3;
        return ofVictim && next ? Role.TARGET : byKind(trigger, item);
    }

    /** «ألحق هزيمة بالجيش», «الإطاحة بالرئيس»: what a verb reaches by «ب» is its object. */
    private static boolean isReached(Trigger trigger, Sentence.Item<ActorMention> item) {
        var word = trigger.sentence().word(item.begin());
        // «الإطاحة بالرئيس بازوم».
        if (item.begin() == trigger.end()
                && trigger.end() - trigger.begin() > 1
                && trigger.sentence().word(trigger.end() - 1).text().startsWith("بال")) {
            return true;
        }
        // «أطاح بالزعيم العسكري بول هنري داميبا»: who bears the title.
        int title = trigger.end();
        if (item.begin() > title
                && item.begin() - title <= 2
                && trigger.kind().key().equals("coup")
                && title < trigger.sentence().size()
                && trigger.sentence().word(title).source().startsWith("بال")) {
            return true;
        }
        return item.begin() >= trigger.begin()
                && item.begin() - trigger.end() <= 2
                && word.span().begin() < item.value().span().begin()
                && word.source().startsWith("ب");
    }

    /** «كانت باماكو قد طردت السفير»: what stands between is the subject. */
    private static boolean isAfterSubject(Trigger trigger) {
        var sentence = trigger.sentence();
        int at = trigger.begin() - 1;
        return sentence.isAt(at, "قد") && !sentence.isAt(at - 1, "كان", "كانت", "وكان", "وكانت", "كانوا", "وكانوا");
    }

    /** «اتهمت الجزائر، السبت، الجيش المالي»: a state that is named right behind the verb is its subject. */
    private static boolean isAfterState(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        int subject = trigger.begin() + 1;
        return item.begin() > subject
                && sentence.mentions.stream()
                        .anyMatch(one -> one.begin() == subject
                                && one.end() <= item.begin()
                                && one.value().kind() != MentionKind.DEMONYM
                                && one.value().place() != null
                                && (one.value().place().level() == PlaceLevel.COUNTRY
                                        || Parties.isCapital(one.value().place()))
                                && one.value().span().begin()
                                        == sentence.word(subject).span().begin());
    }

    /** Whether a verb of doing stands at a word: «شنها», «نفذها», «ارتكبها». */
    private boolean isActiveVerb(Sentence sentence, int at) {
        var word = sentence.word(at);
        // «قادة» is no «قاده».
        return (word.text().endsWith("ها") || word.text().endsWith("ه"))
                && !word.source().endsWith("ة")
                && lexicon.supports.at(sentence.words, at).stream()
                        .anyMatch(hit -> hit.value().voice() == Lexicon.Voice.ACTIVE);
    }

    /** The first party between an opening verb and its object: «أعلنت كتيبة … التابعة للجيش إلقاء القبض على». */
    private static boolean isSubject(Trigger trigger, Support support, Sentence.Item<ActorMention> item) {
        return support.voice() == Lexicon.Voice.ACTIVE
                && item.end() <= trigger.begin()
                && trigger.sentence().clause(support.at()) == trigger.sentence().clause(trigger.begin())
                && trigger.sentence().actors.stream()
                        .noneMatch(other -> other.begin() > support.at() && other.end() <= item.begin());
    }

    private Role arabicVerb(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        if (trigger.passive() || isMarkedPassive(sentence.word(trigger.begin()))) {
            return Role.TARGET;
        }
        if (item.begin() > trigger.begin()
                && ActorKinds.isState(item.value().actor())
                && Patterns.matches(sentence.word(trigger.begin()).text(), "و?ف?(انفجر|تنفجر|ينفجر)ت?")) {
            // «انفجرت عبوة في رتل للشرطة»: what explodes does so by itself.
            return Role.TARGET;
        }
        if (item.begin() < trigger.begin()
                && !ActorKinds.isArmedGroup(item.value().actor())
                && sentence.isAt(trigger.begin() + 1, "خلاله", "خلالها", "فيه", "فيها", "اثره", "اثرها")) {
            // «تعرض المعسكر لهجوم قتل خلاله جندي»: the verb is of the attack.
            return Role.TARGET;
        }
        if (item.begin() < trigger.begin()) {
            // «وكان الجنود قد أسروا».
            boolean suffers = EITHER_VOICE.contains(trigger.kind().key())
                    && !isOwnAct(trigger, item)
                    && (sentence.isAt(trigger.begin() - 1, "قد") || item.end() == trigger.begin())
                    && !ActorKinds.isArmedGroup(item.value().actor())
                    && !hasObject(sentence, trigger.end());
            return suffers ? Role.TARGET : Role.PERPETRATOR;
        }
        if (item.begin() == trigger.end() && hasPronoun(sentence.word(trigger.begin()))) {
            // «صيادين أوقفهم الجيش», «كان هؤلاء قد خطفهم مسلحون»: the pronoun is the object.
            return Role.PERPETRATOR;
        }
        if (isAfterSubject(trigger) || isAfterState(trigger, item)) {
            return Role.TARGET;
        }
        var after = sentence.actors.stream()
                .filter(other ->
                        other.begin() > trigger.begin() && sentence.distance(trigger.begin(), other.begin()) <= 14)
                .toList();
        boolean first = after.isEmpty() || after.getFirst() == item;
        // «حجزت عناصر فرقة الدراجين للدرك الملكي».
        boolean force = trigger.kind().family().equals("arrest")
                && ActorKinds.isState(item.value().actor())
                && item.value().span().begin()
                        > sentence.word(item.begin()).span().begin();
        boolean subject = item.begin() - trigger.begin() <= (force ? 6 : 3);
        boolean ambiguous = EITHER_VOICE.contains(trigger.kind().key());
        if (!ambiguous && item.begin() == trigger.begin() + 1) {
            // «انتزع الجيش»: the subject follows its verb.
            return Role.PERPETRATOR;
        }
        boolean subjectBefore = sentence.actors.stream()
                .anyMatch(other -> other.end() <= trigger.begin()
                        && sentence.clause(other.begin()) == sentence.clause(trigger.begin()));
        if (!first || !subject || subjectBefore) {
            return follows(after, item) ? Role.PERPETRATOR : Role.TARGET;
        }
        boolean police = trigger.kind().family().equals("arrest")
                && ActorKinds.isState(item.value().actor());
        return ambiguous
                        && !police
                        && !hasObject(sentence, item.end())
                        && !ActorKinds.isArmedGroup(item.value().actor())
                ? Role.TARGET
                : Role.PERPETRATOR;
    }

    /** «قُتل»: the vowel sign says that it was done to them. */
    private static boolean isMarkedPassive(Word verb) {
        return Patterns.matches(verb.source(), "[وف]?\\p{L}\u064F\\p{L}\\u0651?\\u0650?\\p{L}.*");
    }

    /** Whether an Arabic verb bears its object: «أوقفهم». */
    static boolean hasPronoun(Word verb) {
        return Patterns.matches(verb.text(), "\\p{L}{3,}(هم|هما|ها|هن)");
    }

    static boolean isOfEitherVoice(Trigger trigger) {
        return EITHER_VOICE.contains(trigger.kind().key());
    }

    /** «دورية للجيش ضبطت أمس أسلحة», «الجيش يحجز»: forces arrest and seize, unless they are soldiers who «قد أسروا». */
    private boolean isOwnAct(Trigger trigger, Sentence.Item<ActorMention> item) {
        var sentence = trigger.sentence();
        boolean people = sentence.isAt(trigger.begin() - 1, "قد")
                && !lexicon.persons.at(sentence.words, item.begin()).isEmpty();
        return trigger.kind().family().equals("arrest")
                && ActorKinds.isState(item.value().actor())
                && !people
                && !trigger.sentence().word(trigger.begin()).text().endsWith("وا");
    }

    /** Whether an armed group stands in a list with the subject: «هاجم مقاتلو الجبهة والحركة». */
    private static boolean follows(List<Sentence.Item<ActorMention>> after, Sentence.Item<ActorMention> item) {
        int at = after.indexOf(item);
        return at > 0
                && item.begin() - after.get(at - 1).end() <= 1
                && ActorKinds.isArmedGroup(item.value().actor())
                && ActorKinds.isArmedGroup(after.get(at - 1).value().actor());
    }

    /** Whether people follow that can be the object. */
    private boolean hasObject(Sentence sentence, int at) {
        var figures = sentence.figures(lexicon.language);
        for (int i = at; i < Math.min(sentence.size(), at + 6); i++) {
            int word = i;
            boolean actor = sentence.actors.stream().anyMatch(item -> item.begin() == word);
            boolean dated = sentence.dates.stream().anyMatch(date -> date.begin() <= word && word < date.end());
            if (actor
                    || !dated && figures.stream().anyMatch(figure -> figure.begin() == word)
                    || !lexicon.persons.at(sentence.words, i).isEmpty() && !Epithets.is(lexicon, sentence, i)) {
                return true;
            }
        }
        return false;
    }
}
