package org.marsad.coding.weigh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Lexicon;
import org.marsad.coding.slot.Draft;
import org.marsad.text.DatePrecision;
import org.marsad.text.Language;

/**
 * What speaks for and against a draft being one real incident, by name: the features of {@link EventWeights}. A property
 * that a draft has is 1; one of several values is named for its value ("tense past"); what is measured is about 0 to 1.
 */
public final class Evidence {
    /** Ages of news, in days before its article. */
    private static final int[] AGES = {2, 10, 60, 400};

    private final Map<String, Double> values = new LinkedHashMap<>();

    private Evidence() {}

    /**
     * The evidence on one of an article's drafts.
     *
     * @param ruled whether the coder's rules take it for an event
     * @param all the drafts of the article, each incident once
     */
    public static Map<String, Double> of(Draft draft, boolean ruled, List<Draft> all, Language language) {
        var evidence = new Evidence();
        evidence.is("ruled", ruled);
        evidence.is("language " + language.tag(), true);
        evidence.addWords(draft);
        evidence.addWhen(draft);
        evidence.addWhere(draft);
        evidence.addWho(draft);
        evidence.addSetting(draft);
        evidence.addOthers(draft, all);
        return evidence.values;
    }

    private void is(String name, boolean value) {
        if (value) {
            values.put(name, 1.0);
        }
    }

    private void measure(String name, double value) {
        if (value != 0) {
            values.put(name, value);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** What its words say, and how. */
    private void addWords(Draft draft) {
        is("kind " + draft.kind.key(), true);
        is("family " + draft.kind.family(), true);
        is("plover " + draft.kind.plover(), true);
        is("tense " + lower(draft.tense), true);
        measure("plainness", draft.plainness / 2);
        measure("score", draft.score() / 5);
        is("complete", draft.isComplete());
        is("told", draft.told);
        is("definite", draft.definite);
        is("another", draft.another);
        is("aside", draft.aside);
        is("earlier", draft.earlier);
        is("guessed", draft.guessed);
        is("plural", draft.plural);
        is("several", draft.several);
        is("series", draft.series);
        is("passive", draft.isPassive);
        is("anaphoric", draft.anaphoric);
    }

    private void addWhen(Draft draft) {
        var date = draft.date;
        if (date == null) {
            is("date none", true);
            return;
        }
        is(
                "date " + lower(date.precision()) + (draft.dateInherited ? " inherited" : draft.dayLent ? " lent" : "")
                        + (draft.dateOfNews ? " of news" : ""),
                true);
        is("date " + lower(date.basis()), true);
        // A year is enough to tell which withdrawal or agreement is meant, not which attack.
        is(
                "date year of a whole act",
                date.precision() == DatePrecision.YEAR && !draft.kind.isViolence() && draft.isComplete());
        var published = draft.sentence.published;
        if (published != null && date.precision() != DatePrecision.UNKNOWN) {
            is("age " + age(published.toEpochDay() - date.end().toEpochDay()), true);
        }
    }

    private static String age(long days) {
        if (days < 0) {
            return "to come";
        }
        for (int age : AGES) {
            if (days <= age) {
                return "to " + age;
            }
        }
        return "older";
    }

    private void addWhere(Draft draft) {
        var places = draft.places();
        is(
                "place "
                        + (places.isEmpty()
                                ? draft.where.border() == null ? "none" : "border"
                                : lower(places.getFirst().level())),
                true);
        is("place fine", draft.hasFinePlace());
        is("place inherited", draft.placeInherited);
        measure("places", Math.min(4, places.size()) / 4.0);
        is("place unknown", draft.unplaced);
        is("town unknown", draft.unknownTown != null);
    }

    private void addWho(Draft draft) {
        for (var role : Role.values()) {
            is(lower(role), draft.actors.stream().anyMatch(one -> one.role() == role));
            is(
                    lower(role) + " named",
                    draft.actors.stream()
                            .anyMatch(one -> one.role() == role
                                    && !ActorKinds.isCivilian(one.actor())
                                    && !ActorKinds.isUnidentified(one.actor())));
        }
        boolean official = draft.actors.stream()
                .anyMatch(one -> ActorKinds.isState(one.actor()) || ActorKinds.isOrganisation(one.actor()));
        boolean armed = draft.actors.stream()
                .anyMatch(one -> ActorKinds.isArmedGroup(one.actor()) || ActorKinds.isForce(one.actor()));
        is("family " + draft.kind.family() + " official", official);
        is("family " + draft.kind.family() + " armed", armed);
        is("family " + draft.kind.family() + " of nobody", !official && !armed);
        is("actors " + Math.min(3, draft.actors.size()), true);
        is("people", draft.people);
        is("forces", draft.forces);
        is("civilians", draft.civilians);
        is("figures", !draft.counts.isEmpty());
        is("dead", draft.counts.stream().anyMatch(count -> count.harm() == Lexicon.Harm.KILLED));
    }

    /** Where in the article and in its sentence it stands. */
    private void addSetting(Draft draft) {
        var sentence = draft.sentence;
        is("title", sentence.title);
        is("lead", draft.isLead());
        measure("position", Math.min(30, sentence.index) / 30.0);
        is("sentences " + Math.min(4, draft.mentions.size()), true);
        measure("words", Math.min(60, sentence.size()) / 60.0);
        measure("word", Math.min(40, draft.at) / 40.0);
        measure("clause", Math.min(5, sentence.clause(draft.at)) / 5.0);
        is("relative clause", sentence.isRelative(draft.at));
        is("saying", !sentence.sayings.isEmpty());
        var source = sentence.span.in(sentence.source());
        is("quotation", source.codePoints().anyMatch(c -> "«“\"".indexOf(c) >= 0));
        is("colon", source.indexOf(':') >= 0);
    }

    private void addOthers(Draft draft, List<Draft> all) {
        int sentence = 0;
        int family = 0;
        int day = 0;
        boolean place = false;
        for (var other : all) {
            if (other == draft) {
                continue;
            }
            sentence += other.sentence == draft.sentence ? 1 : 0;
            if (other.kind.family().equals(draft.kind.family())) {
                family++;
                day += draft.date != null
                                && other.date != null
                                && other.date.start().equals(draft.date.start())
                        ? 1
                        : 0;
                place |= !draft.places().isEmpty() && draft.places().equals(other.places());
            }
        }
        measure("others in the sentence", Math.min(4, sentence) / 4.0);
        measure("others of the family", Math.min(6, family) / 6.0);
        measure("others of the family and day", Math.min(3, day) / 3.0);
        is("another of the family and place", place);
        measure("drafts", Math.min(15, all.size()) / 15.0);
    }
}
