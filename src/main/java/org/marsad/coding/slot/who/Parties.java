package org.marsad.coding.slot.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Markers;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.where.PlaceWords;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Finds states that act or are dealt with by their bare names, and by their capitals': «أطلقت مالي والسنغال». */
public final class Parties {
    private static final Set<String> PLACING = WordSets.get("placing");
    private static final Set<String> CLOSED_TO = WordSets.get("closed-to");
    private static final Set<String> TOWARDS = WordSets.get("towards");
    private static final int REACH = 30;

    private final Lexicon lexicon;
    private final ActorRegistry registry;

    Parties(Lexicon lexicon, ActorRegistry registry) {
        this.lexicon = lexicon;
        this.registry = registry;
    }

    /** The states of a trigger that no actor among those found speaks for. */
    List<Roles.Cast> of(Trigger trigger, List<Roles.Cast> found, Map<Language, Set<String>> against) {
        var sentence = trigger.sentence();
        var parties = new ArrayList<Roles.Cast>();
        for (var item : sentence.mentions) {
            var place = item.value().place();
            if (place == null || place.country() == null || sentence.distance(trigger.begin(), item.begin()) >= REACH) {
                continue;
            }
            if (isCapital(place) && isWithin(sentence, item)) {
                // « condamnés vendredi à Ouagadougou »: there, and not by or against it.
                continue;
            }
            var country = String.valueOf(place.country());
            boolean metonym = item.value().kind() == MentionKind.METONYM;
            boolean state = place.level() == PlaceLevel.COUNTRY && item.value().kind() == MentionKind.LITERAL;
            // "broke with Rabat": a capital that means its government.
            boolean capital = metonym || isCapital(place);
            boolean suffers = (state || capital)
                    && !PlaceWords.isBeyond(sentence, item)
                    && !sentence.isAt(item.begin() - 1, "in")
                    && (Markers.isMarked(lexicon, sentence, item.begin(), against)
                            || item.begin() > trigger.begin() && isTowards(sentence, item.begin()));
            // "Bamako accused Algiers".
            suffers |= capital
                    && !trigger.isNoun()
                    && lexicon.language != Language.AR
                    && trigger.kind().frame() == EventKind.Frame.ATTACK
                    && item.begin() == trigger.end();
            // "closed its airspace to Moroccan aircraft".
            suffers |= item.value().kind() == MentionKind.DEMONYM
                    && Patterns.matches(trigger.kind().family(), "restriction|sanction|expulsion")
                    && item.begin() > trigger.begin()
                    && isClosedTo(sentence, item.begin());
            // "Bamako recalled its envoys", «كانت نيامي قد استدعت».
            boolean acting = capital
                    && !metonym
                    && Where.rank(place) == 0
                    && (sentence.isAt(item.begin() - 1, "كانت", "وكانت") && sentence.isAt(item.end(), "قد")
                            || item.begin() == sentence.start()
                                    && trigger.kind().frame() != EventKind.Frame.MUTUAL
                                    && acts(sentence, item)
                            || isArabicSubject(trigger, item)
                            || isSubject(trigger, item));
            boolean named = state && !PlaceWords.isBeyond(sentence, item) && isParty(sentence, item);
            if (trigger.kind().family().equals("arrest")) {
                // « une cellule démantelée au Maroc »: there, and not against it.
                suffers = false;
                named &= item.begin() < trigger.begin();
            }
            boolean party = metonym || acting || named || suffers;
            int distance = sentence.distance(trigger.begin(), item.begin());
            boolean spokenFor = found.stream()
                            .anyMatch(one ->
                                    country.equals(one.actor().actor().country()) && one.distance() <= distance + 4)
                    || parties.stream()
                            .anyMatch(one -> country.equals(one.actor().actor().country()));
            if (!party || spokenFor) {
                continue;
            }
            var role = (metonym || acting)
                            && !suffers
                            && trigger.kind().frame() == EventKind.Frame.ATTACK
                            && (acting || acts(sentence, item))
                    ? Role.PERPETRATOR
                    : role(trigger, item.begin(), suffers, found, parties);
            registry.findOfCountry(country, "government")
                    .ifPresent(actor -> parties.add(new Roles.Cast(new EventActor(actor, role), distance)));
        }
        return parties;
    }

    /** "Algiers expelled", « Paris a condamné »: it opens the sentence, and the verb follows. */
    private boolean isSubject(Trigger trigger, Sentence.Item<org.marsad.geocode.Mention> item) {
        var sentence = trigger.sentence();
        int gap = trigger.begin() - item.end();
        return lexicon.language != Language.AR
                && !trigger.isNoun()
                && !trigger.passive()
                && (item.begin() == sentence.start()
                        || lexicon.language == Language.EN
                                && gap == 0
                                && item.end() == trigger.begin()
                                && sentence.isAt(
                                        item.begin() - 1,
                                        "since",
                                        "after",
                                        "and",
                                        "as",
                                        "when",
                                        "that",
                                        "while",
                                        "before",
                                        "but"))
                && (gap == 0 || gap == 1 && sentence.isAt(item.end(), "a", "has", "had", "avait"))
                && sentence.word(trigger.begin()).before() == Word.Gap.NONE;
    }

    /** «أنهت نجامينا»: right behind its verb. */
    private boolean isArabicSubject(Trigger trigger, Sentence.Item<org.marsad.geocode.Mention> item) {
        return lexicon.language == Language.AR
                && !trigger.isNoun()
                && item.begin() == trigger.begin() + 1
                && item.value().span().begin()
                        == trigger.sentence().word(item.begin()).span().begin();
    }

    private static boolean isWithin(Sentence sentence, Sentence.Item<org.marsad.geocode.Mention> item) {
        return item.value().kind() == MentionKind.LITERAL
                && item.begin() > 0
                && sentence.isAt(item.begin() - 1, "a", "in")
                && !sentence.word(item.begin() - 1).source().equals("a");
    }

    public static boolean isCapital(org.marsad.gazetteer.@org.jspecify.annotations.Nullable Place place) {
        return place != null && "PPLC".equals(place.feature());
    }

    private static boolean isClosedTo(Sentence sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 5); i--) {
            if (CLOSED_TO.contains(sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "which Washington announced", «أعلنت واشنطن»: its verb stands right beside it. */
    private boolean acts(Sentence sentence, Sentence.Item<org.marsad.geocode.Mention> item) {
        int verb = lexicon.language == Language.AR ? item.begin() - 1 : item.end();
        if (lexicon.language != Language.AR && sentence.isAt(verb, "a", "ont", "has", "have", "had", "avait")) {
            // « Washington a annoncé ».
            verb++;
        }
        return verb >= 0
                && verb < sentence.size()
                && sentence.word(Math.max(verb, item.begin())).before() == Word.Gap.NONE
                && lexicon.supports.at(sentence.words, verb).stream()
                        .anyMatch(hit -> hit.value().voice() != Lexicon.Voice.PASSIVE);
    }

    private Role role(Trigger trigger, int at, boolean suffers, List<Roles.Cast> found, List<Roles.Cast> parties) {
        if (trigger.kind().frame() == EventKind.Frame.DOER) {
            return suffers ? Role.TARGET : Role.PERPETRATOR;
        }
        if (trigger.kind().frame() != EventKind.Frame.ATTACK) {
            return Role.PARTICIPANT;
        }
        boolean after = at > trigger.begin();
        // In Arabic the first party after the verb acts, the next suffers.
        boolean second = isActing(found) || isActing(parties);
        return suffers || after && (lexicon.language != Language.AR || second) ? Role.TARGET : Role.PERPETRATOR;
    }

    private static boolean isTowards(Sentence sentence, int at) {
        return at > 0 && TOWARDS.contains(sentence.word(at - 1).text())
                || at > 1
                        && sentence.isAt(at - 1, "the", "les")
                        && TOWARDS.contains(sentence.word(at - 2).text());
    }

    private static boolean isActing(List<Roles.Cast> cast) {
        return cast.stream().anyMatch(one -> one.actor().role() == Role.PERPETRATOR);
    }

    /** Whether a country's name stands as a party and not as a place: between, with, or as the subject of a verb. */
    private static boolean isParty(Sentence sentence, Sentence.Item<org.marsad.geocode.Mention> item) {
        if (PlaceWords.isLedByBa(sentence, item)) {
            return false;
        }
        int at = item.begin();
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            if (PLACING.contains(sentence.word(i).text())) {
                // «رؤساء كل من النيجر وتشاد».
                return sentence.isAt(i - 1, "كل", "كلا")
                        || sentence.isAt(i - 1, "between", "entre")
                        || sentence.word(i).is("the") && !sentence.isAt(i - 1, "in", "of", "from", "to");
            }
            if (sentence.word(i + 1).before() == Word.Gap.COMMA && isTownOfAnother(sentence, i + 1, item)) {
                return true;
            }
        }
        return true;
    }

    /** "at a meeting in Niamey, Sudan, Chad and Libya agreed": the town ends what "in" places. */
    private static boolean isTownOfAnother(Sentence sentence, int end, Sentence.Item<org.marsad.geocode.Mention> item) {
        return sentence.mentions.stream()
                .filter(one -> one.end() == end && one.value().place() != null)
                .anyMatch(one -> Where.rank(one.value().place()) == 0
                        && !String.valueOf(one.value().place().country())
                                .equals(item.value().place().country()));
    }
}
