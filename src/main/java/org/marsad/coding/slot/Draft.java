package org.marsad.coding.slot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.article.SecondChance;
import org.marsad.coding.draft.Factuality;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.who.Casualties;
import org.marsad.gazetteer.Place;
import org.marsad.text.DateExpression;
import org.marsad.text.DatePrecision;
import org.marsad.text.Patterns;

/** An event in the making: what one clause tells, then what all of an article tells of it. Mutable, of one thread. */
public final class Draft {
    public EventKind kind;
    public final Sentence sentence;
    /** Index of its first word in its sentence. */
    public int at;

    public Tense tense = Tense.PAST;
    /** How plainly its trigger says that it happened; see {@link Factuality}. */
    public double plainness;
    /** Whether a finite verb or a verb beside its noun says so. */
    public boolean told;
    /** Whether it points back at what was told before. */
    public boolean definite;
    /** Whether the text calls it a further one. */
    public boolean another;
    /** Whether its sentence turns to something else: "Separately, …". */
    public boolean aside;
    /** Whether it is told as past to what the text tells: "had killed", « avaient péri ». */
    public boolean earlier;

    /** Whether no word names it: its kind is guessed from the words around, see {@link SecondChance}. */
    public boolean guessed;

    public boolean plural;
    /** Whether it sums up several incidents: "in the two attacks". */
    public boolean several;
    /** Whether it tells of several incidents, each of which may be told by itself: "a series of attacks". */
    public boolean series;
    /** Whether it names a place that the gazetteer does not know. */
    public boolean unplaced;
    /** The name of that place, folded, where only its words tell that it is one; null for others. */
    @Nullable
    public String unknownTown;

    /** Whether it points at a place told before: «البلدة», "the camp". */
    public boolean anaphoric;

    public boolean isPassive;
    /** Whether a place stands right after its verb: "entered Geidam". */
    public boolean into;
    /** Whether people are named beside it. */
    public boolean people;
    /** Whether troops or what they hold are named beside it: "completed its withdrawal from the base". */
    public boolean forces;
    /** Whether civilians are named before it: "relatives of the soldiers demonstrated". */
    public boolean civilians;

    @Nullable
    public DateExpression date;
    /** Whether the date was taken from a sentence before. */
    public boolean dateInherited;

    /** Whether its day is that of a heading or of a sentence before it in its paragraph, and not its own. */
    public boolean dayLent;

    /** Whether its date may be that of the announcement: «أعلن الجيش، الأحد، مقتل», where no other tells more. */
    public boolean dateOfNews;

    public Where where = Where.UNKNOWN;
    public boolean placeInherited;
    public final List<EventActor> actors = new ArrayList<>();
    public final List<Casualties.Count> counts = new ArrayList<>();
    public final List<List<Casualties.Count>> countsBySentence = new ArrayList<>();
    public final List<Sentence> mentions = new ArrayList<>();

    public Draft(EventKind kind, Sentence sentence) {
        this.kind = kind;
        this.sentence = sentence;
        mentions.add(sentence);
    }

    public List<Place> places() {
        return where.places();
    }

    public boolean hasFinePlace() {
        return where.border() != null || where.places().stream().anyMatch(place -> Where.rank(place) <= 2);
    }

    /** Whether the title alone tells it, without a date. */
    public boolean isHeadline() {
        return date == null && mentions.stream().allMatch(one -> one.title);
    }

    public boolean isLead() {
        return mentions.stream().anyMatch(one -> one.title || one.index <= 1);
    }

    /** Whether all is said that its kind needs. */
    public boolean isComplete() {
        if (guessed) {
            return true;
        }
        var needs = kind.needs();
        // What has its own day or month and its own town needs no verb and no second party.
        boolean pinned = isDated() && hasOwnTown();
        boolean announced = tense == Tense.FUTURE
                && isDated()
                && actors.stream().anyMatch(one -> ActorKinds.isOrganisation(one.actor()));
        boolean vouched = told || pinned || announced;
        return !(needs.contains("told") && !vouched
                || needs.contains("told-or-dated") && !told && date == null
                || needs.contains("dated") && (date == null || dayLent)
                || needs.contains("lead-or-dated") && date == null && !isLead()
                || needs.contains("people") && !people
                || needs.contains("forces")
                        && !(forces && !actors.isEmpty())
                        && actors.stream().noneMatch(Draft::isForce)
                || needs.contains("into") && !into
                || needs.contains("state")
                        && !actors.isEmpty()
                        && actors.stream().noneMatch(Draft::isOfficial)
                        && !(kind.family().equals("sanction") && told && isDated() && isOnArmedGroup())
                || kind.key().equals("accusation") && !isAgainstState()
                || kind.key().equals("protest")
                        && !civilians
                        && !actors.isEmpty()
                        && actors.stream()
                                .allMatch(one -> one.role() == Role.PERPETRATOR
                                        && isOfficial(one)
                                        && !one.actor().kind().equals("other"))
                || kind.key().equals("protest")
                        && !people
                        && !hasFinePlace()
                        && actors.stream().noneMatch(one -> ActorKinds.isProtesters(one.actor()))
                || kind.family().equals("meeting")
                        && !isLead()
                        && places().isEmpty()
                        && where.border() == null
                        && (date == null || date.precision() != DatePrecision.DAY)
                || isHistory()
                || date == null && (placeInherited || unplaced && places().isEmpty()) && !isLead() && counts.isEmpty()
                || needs.contains("armed") && !isArmed() && !(pinned && told)
                || needs.contains("grounds") && !isArmed() && !people && (date == null || dateInherited)
                || needs.contains("party") && parties() < 1
                || needs.contains("parties") && parties() < (pinned ? 0 : 2));
    }

    /** "In 2012 jihadists took much of Mali": a year, a country and nobody's name are background. */
    private boolean isHistory() {
        if (date != null
                && date.precision() == DatePrecision.YEAR
                && kind.family().equals("agreement")
                && !isLead()) {
            return true;
        }
        return date != null
                && date.precision() == DatePrecision.YEAR
                && (!hasFinePlace() || placeInherited)
                && counts.isEmpty()
                && (kind.family().equals("restriction") || actors.stream().allMatch(Draft::isGeneric));
    }

    private static boolean isForce(EventActor one) {
        return !ActorKinds.isGovernment(one.actor()) && !ActorKinds.isCivilian(one.actor());
    }

    private static boolean isOfficial(EventActor one) {
        return ActorKinds.isState(one.actor()) || ActorKinds.isOrganisation(one.actor());
    }

    /** Whether a state or an organisation of states is accused: armed groups are blamed for every attack. */
    private boolean isAgainstState() {
        return actors.stream().anyMatch(one -> one.role() != Role.PERPETRATOR && isOfficial(one));
    }

    private boolean isOnArmedGroup() {
        return actors.stream().anyMatch(one -> one.role() == Role.TARGET && ActorKinds.isArmedGroup(one.actor()));
    }

    private boolean hasOwnTown() {
        return hasFinePlace() && !placeInherited;
    }

    /** Whether its own words say when or exactly where. */
    public boolean isPinned() {
        return date != null && !dateInherited || hasOwnTown();
    }

    /** Whether the first sentences tell plainly that somebody with a name did it: what a brief without a date is about. */
    public boolean isNews() {
        return isLead() && told && hasNamedPerpetrator();
    }

    /** Whether its text gives it a day or at least a month. */
    public boolean isDated() {
        return date != null && date.precision() != DatePrecision.YEAR && !dateInherited;
    }

    /** Whether armed people, a force or victims are named. */
    private boolean isArmed() {
        return counts.stream().anyMatch(count -> count.harm() != Lexicon.Harm.OTHER)
                || actors.stream()
                        .anyMatch(one -> ActorKinds.isArmedGroup(one.actor())
                                || one.actor().kind().equals("external-forces")
                                || ActorKinds.isForce(one.actor()));
    }

    /** Whether it adds to an incident more than a passing word: what is said beside a bare "the attack" may be of others. */
    public boolean isTelling() {
        return told || date != null || sentence.title || !counts.isEmpty();
    }

    /** States count once however many of their institutions are named; an organisation of states is several by itself. */
    private long parties() {
        if (actors.stream().anyMatch(one -> ActorKinds.isOrganisation(one.actor()))) {
            return 2;
        }
        return actors.stream()
                .filter(one -> !ActorKinds.isCivilian(one.actor()))
                .filter(one -> !ActorKinds.isArmedGroup(one.actor()) || !Patterns.matches(kind.key(), "visit|meeting"))
                .map(one -> one.actor().country() == null || !ActorKinds.isState(one.actor())
                        ? one.actor().id().value()
                        : String.valueOf(one.actor().country()))
                .distinct()
                .count();
    }

    /** How much speaks for a single, real incident: plain words, a date, a place, actors, figures. */
    public double score() {
        double score = plainness + (told ? 1.2 : 0) - (plural && !told ? 0.6 : 0);
        if (date != null && !dateInherited) {
            score += date.precision() == DatePrecision.YEAR ? 0.6 : 1.4;
        }
        if (!placeInherited) {
            score += hasFinePlace() ? 1.0 : where.places().isEmpty() ? 0 : 0.3;
        }
        long named = actors.stream()
                .filter(one -> !isGeneric(one))
                .map(EventActor::actor)
                .distinct()
                .count();
        score += named >= 2 ? 0.8 : named == 1 ? 0.5 : actors.isEmpty() ? 0 : 0.2;
        score += counts.isEmpty() ? 0 : 0.9;
        score += isLead() ? 0.4 : 0;
        score += Math.min(0.6, 0.2 * (mentions.size() - 1));
        boolean toll = counts.stream().anyMatch(count -> count.low() >= 1000);
        return toll ? score - 2 : score;
    }

    private static boolean isGeneric(EventActor one) {
        return ActorKinds.isCivilian(one.actor()) || ActorKinds.isUnidentified(one.actor());
    }

    boolean hasNamedPerpetrator() {
        return actors.stream().anyMatch(one -> one.role() == Role.PERPETRATOR && !isGeneric(one));
    }

    @Override
    public String toString() {
        var date = this.date;
        return String.format(
                java.util.Locale.ROOT,
                "%s %.1f %s %s%s %s %s%s %s",
                kind.key(),
                score(),
                date == null ? "undated" : date.start() + ".." + date.end(),
                dateInherited ? "(inherited) " : "",
                where.places().stream().map(Place::name).toList(),
                where.border() == null ? "" : where.border(),
                placeInherited ? "(inherited) " : "",
                actors.stream().map(one -> one.actor().id() + ":" + one.role()).toList(),
                mentions.stream().map(one -> one.index).toList());
    }
}
