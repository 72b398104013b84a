package org.marsad.coding.article;

import java.util.List;
import java.util.Set;
import org.marsad.coding.draft.Operations;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DateExpression;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Takes out of an article's drafts what its words tell of no incident of its own. */
final class Sieve {
    private static final Set<String> AT_SEA = WordSets.get("at-sea");
    private static final Set<String> ARMS = WordSets.get("arms");
    private static final Set<String> CARRIERS = WordSets.get("carriers");
    private static final Set<String> ATTACKERS = WordSets.get("attackers");
    private static final int BEHIND = 4;

    private Sieve() {}

    static void clean(List<Sentence> sentences, List<Draft> drafts, Language article) {
        // « Point des opérations du 22 au 28 avril »: what a bulletin covers.
        drafts.removeIf(draft -> draft.plural && !draft.told && Period.isHeading(draft.sentence));
        // "attacks" in passing is of no incident, and none is to be known by it.
        drafts.removeIf(draft -> draft.plural
                && !draft.told
                && draft.date == null
                && draft.counts.isEmpty()
                && !draft.sentence.title
                && !draft.definite
                && draft.plainness <= 0);
        drafts.removeIf(draft -> draft.several
                && draft.date == null
                && draft.places().isEmpty()
                && drafts.getFirst().sentence != draft.sentence);
        // « La Cédéao a condamné ces attaques »: who is no court sentences nobody.
        drafts.removeIf(draft -> draft.kind.key().equals("sentence")
                && draft.actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR)
                && draft.actors.stream()
                        .filter(one -> one.role() == Role.PERPETRATOR)
                        .noneMatch(one -> one.actor().sector().equals("JUD")
                                || one.actor().id().value().equals("icc")
                                || !ActorKinds.isOrganisation(one.actor())));
        // "police arrested 12 protesters": the crowd is a party of another event.
        drafts.removeIf(draft -> draft.kind.key().equals("crowd")
                && (!draft.told && drafts.stream().anyMatch(one -> one != draft && one.sentence == draft.sentence)
                        || isOfVictims(draft, drafts)));
        // « le sit-in a été noyé dans le sang par des miliciens »: what was attacked is no event beside the attack.
        Departures.cleanAttacked(drafts);
        // "began the trial of 17 men for the killing of a journalist".
        drafts.removeIf(draft -> draft.kind.isViolence()
                && draft.plainness < 0
                && draft.date == null
                && drafts.stream()
                        .anyMatch(one -> one.sentence == draft.sentence
                                && one.kind.family().equals("sentence")));
        Statistics.clean(drafts);
        // "one of the boys pleaded for the army to be called off": a request is of a state, an organisation or a group.
        drafts.removeIf(draft -> draft.kind.plover().equals("REQUEST")
                && article == Language.EN
                && draft.actors.stream().noneMatch(one -> one.role() != Role.TARGET));
        // "Hundreds of people have been taken in the past year alone".
        drafts.removeIf(draft -> draft.kind.isViolence()
                && draft.date != null
                && draft.date.precision() == org.marsad.text.DatePrecision.YEAR
                && draft.date.basis() == DateExpression.Basis.RELATIVE
                && !draft.hasFinePlace());
        dropMoves(drafts, article);
        Departures.clean(drafts);
        OtherNews.clean(sentences, drafts);
    }

    /** Comings and goings that are no withdrawal, and releases of nobody held. */
    private static void dropMoves(List<Draft> drafts, Language article) {
        // "strayed into Mauritania and left when challenged".
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal")
                && drafts.stream()
                        .anyMatch(one ->
                                one.sentence == draft.sentence && one.kind.key().equals("crossing")));
        // "The coastguard brought back 1,300 migrants": nobody held them.
        drafts.removeIf(draft -> draft.kind.family().equals("release")
                && draft.sentence.words.stream().anyMatch(word -> AT_SEA.contains(word.text()))
                && draft.actors.stream().noneMatch(one -> ActorKinds.isArmedGroup(one.actor())));
        // « libéré grâce à une médiation », «وقع الاتفاق بوساطة»: how it came about.
        drafts.removeIf(draft -> draft.kind.key().equals("mediation")
                && drafts.stream()
                        .anyMatch(one -> one.sentence == draft.sentence
                                && Patterns.matches(one.kind.family(), "release|agreement|lifting")));
        // « des hommes à moto brandissant des armes sont arrivés au village »: no visit.
        drafts.removeIf(draft -> draft.kind.key().equals("visit")
                && draft.actors.stream().allMatch(one -> ActorKinds.isUnidentified(one.actor()))
                && draft.sentence.words.stream().anyMatch(word -> ARMS.contains(word.text())));
        // « des hommes arrivés en minibus abattent les habitants »: nor where they kill, and nobody visits.
        drafts.removeIf(draft -> draft.kind.key().equals("visit")
                && draft.actors.stream().allMatch(one -> ActorKinds.isUnidentified(one.actor()))
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
        // « il a été enlevé alors qu'il quittait Niafunké »: who is attacked has not withdrawn.
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal")
                && !draft.actors.isEmpty()
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && isByVictims(draft, one)));
        // "The ferry left on the morning of …": nobody armed.
        drafts.removeIf(draft -> draft.kind.key().equals("leaving")
                && draft.actors.isEmpty()
                && draft.at > 0
                && CARRIERS.contains(draft.sentence.word(draft.at - 1).text()));
        // Kidnappers and bandits leave; only forces and parties to a war withdraw.
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal")
                && !draft.actors.isEmpty()
                && draft.actors.stream()
                        .allMatch(one -> ActorKinds.isUnidentified(one.actor())
                                || ActorKinds.isCivilian(one.actor())
                                || Patterns.matches(one.actor().id().value(), "bandits|pirates|smugglers")));
        // Attackers who leave after their attack have not withdrawn.
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal")
                && draft.tense == Tense.PRESENT
                && !draft.sentence.title
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal")
                && draft.actors.stream()
                        .allMatch(one -> ActorKinds.isArmedGroup(one.actor()) || ActorKinds.isCivilian(one.actor()))
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
        Operations.dropHandovers(drafts);
        Operations.dropDeliveries(drafts);
        Operations.dropAscriptions(drafts);
        // "a drone that had strayed over the border".
        drafts.removeIf(draft -> article == Language.EN
                && draft.kind.key().equals("crossing")
                && draft.earlier
                && draft.sentence.isRelative(draft.at));
        // « les assaillants se sont repliés vers le Nigeria »
        drafts.removeIf(draft -> draft.kind.family().equals("withdrawal")
                && isBehind(draft, ATTACKERS)
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
        // "at the hands of gunmen who withdrew into Mali".
        drafts.removeIf(draft -> article == Language.EN
                && draft.kind.family().equals("withdrawal")
                && draft.sentence.isRelative(draft.at)
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
        // "attacked the prison, freeing 2,000 inmates", "killing or disarming the guards".
        drafts.removeIf(draft -> Patterns.matches(draft.kind.family(), "release|surrender")
                && draft.tense == Tense.GERUND
                && drafts.stream().anyMatch(one -> one.sentence == draft.sentence && one.kind.isViolence()));
    }

    /** Whether those who leave are those whom another draft tells to be attacked, and no force. */
    private static boolean isByVictims(Draft leaving, Draft attack) {
        return attack.kind.isViolence()
                && leaving.actors.stream()
                        .allMatch(one -> !Patterns.matches(one.actor().sector(), "MIL|COP")
                                && !ActorKinds.isOrganisation(one.actor())
                                && attack.actors.stream()
                                        .anyMatch(other -> other.role() == Role.TARGET
                                                && other.actor()
                                                        .id()
                                                        .equals(one.actor().id())));
    }

    /** "Two protesters were killed in Kut": the crowd is who it was done to. */
    private static boolean isOfVictims(Draft crowd, List<Draft> drafts) {
        return drafts.stream()
                .anyMatch(one -> one.sentence == crowd.sentence
                        && one.kind.isViolence()
                        && one.isPassive
                        && one.at > crowd.at
                        && one.at - crowd.at <= 3);
    }

    /** Whether one of some words stands before what a draft tells. */
    private static boolean isBehind(Draft draft, Set<String> words) {
        for (int i = Math.max(draft.sentence.start(), draft.at - BEHIND); i < draft.at; i++) {
            if (words.contains(draft.sentence.word(i).text())) {
                return true;
            }
        }
        return false;
    }
}
