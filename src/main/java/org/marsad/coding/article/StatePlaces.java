package org.marsad.coding.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** Where what states and courts decide is placed: sanctions at their target, judgements where the court sits, a coup at home. */
final class StatePlaces {
    private static final Set<String> COURTS = Set.of(
            "judges", "court", "tribunal", "courtroom", "juges", "cour", "tribunaux", "محكمه", "المحكمه", "قضاه");
    private static final int COURT_LINES = 4;

    private final List<Sentence> sentences;
    private final Setting setting;

    StatePlaces(List<Sentence> sentences, Setting setting) {
        this.sentences = sentences;
        this.setting = setting;
    }

    /** Corrects the place of what a state, a court or an organisation decided; nothing else is touched. */
    void settle(Draft draft) {
        if (Patterns.matches(draft.kind.plover(), "SANCTION|THREATEN")
                && !draft.kind.family().equals("sentence")) {
            placeAtTarget(draft);
        }
        if (draft.kind.key().equals("trial") && !draft.where.own()) {
            placeAtCourt(draft);
        }
        boolean abroad = draft.actors.stream().anyMatch(one -> ActorKinds.isOrganisation(one.actor()));
        if (draft.kind.family().equals("sentence")
                && (abroad || draft.kind.key().equals("warrant") || !draft.where.own())) {
            placeAtDateline(draft);
        }
        if (Patterns.matches(draft.kind.plover(), "ACCUSE|REJECT") || isAtAddressee(draft)) {
            placeAtSpeaker(draft);
        }
        if (draft.kind.key().equals("severance")) {
            placeAtBoth(draft);
        }
        if (draft.kind.key().equals("coup") && draft.where.border() != null) {
            draft.where = new Where(draft.places(), null, draft.where.near(), draft.where.own());
        }
        if (draft.kind.key().equals("coup")
                && !(draft.hasFinePlace() && draft.where.own() && draft.places().size() == 1)) {
            placeAtParty(draft);
        }
        if (draft.places().isEmpty() && draft.where.border() == null && isOfState(draft)) {
            placeAtHome(draft);
        }
    }

    /** Sanctions and threats are on the state that they are aimed at, wherever they are decided. */
    private void placeAtTarget(Draft draft) {
        boolean blunt = draft.actors.stream().noneMatch(one -> one.role() == Role.TARGET)
                && draft.actors.stream().anyMatch(one -> ActorKinds.isOrganisation(one.actor()));
        var home = blunt ? setting.home() : null;
        if (home != null) {
            // "The bloc closed its borders": to the country that the article is about.
            draft.where = new Where(List.of(home), null, false, false);
            return;
        }
        draft.actors.stream()
                .filter(one -> one.role() == Role.TARGET && one.actor().country() != null)
                .filter(one -> draft.places().stream()
                        .noneMatch(
                                place -> String.valueOf(one.actor().country()).equals(place.country())
                                        && !"PPLC".equals(place.feature())))
                .map(one -> setting.country(String.valueOf(one.actor().country())))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(place -> draft.where = new Where(List.of(place), null, false, false));
    }

    /** A court sits where the first lines say that it does: "Judges in The Hague convict …", «محكمة الاستئناف بسلا». */
    private void placeAtCourt(Draft draft) {
        for (var sentence : sentences.subList(0, Math.min(COURT_LINES, sentences.size()))) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                boolean court = place != null
                        && Where.rank(place) == 0
                        && item.value().kind() == MentionKind.LITERAL
                        && (COURTS.contains(sentence.textAt(item.begin() - 2))
                                || COURTS.contains(sentence.textAt(item.begin() - 3)));
                if (court) {
                    draft.where = new Where(List.of(place), null, false, false);
                    return;
                }
            }
        }
    }

    /** A court sits where its judgement is reported from, unless the text says where. */
    private void placeAtDateline(Draft draft) {
        sentences.stream()
                .map(sentence -> sentence.dateline)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(place -> draft.where = new Where(List.of(place), null, false, false));
    }

    /** «طالبت الحكومة المالية باريس بسحب جنودها»: who is asked is no place. */
    private static boolean isAtAddressee(Draft draft) {
        return draft.kind.family().equals("request")
                && draft.actors.stream()
                        .filter(one -> one.role() == Role.TARGET)
                        .anyMatch(one -> draft.places().stream()
                                .anyMatch(place ->
                                        String.valueOf(one.actor().country()).equals(place.country())));
    }

    /** A state accuses or refuses at home: in its capital, where the text says "Bamako" for it. */
    private void placeAtSpeaker(Draft draft) {
        var speaker = draft.actors.stream()
                .filter(one -> one.role() == Role.PERPETRATOR && ActorKinds.isGovernment(one.actor()))
                .map(one -> one.actor().country())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (speaker == null || draft.places().stream().anyMatch(place -> speaker.equals(place.country()))) {
            return;
        }
        var capital = draft.sentence.mentions.stream()
                .filter(item -> item.value().kind() == MentionKind.METONYM)
                .map(item -> item.value().place())
                .filter(place -> place != null && speaker.equals(place.country()) && Where.rank(place) == 0)
                .findFirst()
                .orElse(null);
        var place = capital == null ? setting.country(speaker) : capital;
        if (place != null) {
            draft.where = new Where(List.of(place), null, false, false);
        }
    }

    /** What a government or a court decides at home. */
    private static boolean isOfState(Draft draft) {
        return Patterns.matches(draft.kind.family(), "restriction|postponement|sentence")
                        && !draft.kind.key().equals("border-closure")
                || draft.kind.key().equals("mobilisation");
    }

    private void placeAtHome(Draft draft) {
        draft.actors.stream()
                .filter(one -> one.role() == Role.PERPETRATOR
                        && ActorKinds.isGovernment(one.actor())
                        && one.actor().country() != null)
                .map(one -> setting.country(String.valueOf(one.actor().country())))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .or(() -> draft.actors.isEmpty() ? Optional.ofNullable(NamedState.of(draft)) : Optional.empty())
                .ifPresent(place -> draft.where = new Where(List.of(place), null, false, false));
    }

    /** A breach is between two states, and in both. */
    private void placeAtBoth(Draft draft) {
        var states = draft.actors.stream()
                .filter(one -> one.actor().country() != null)
                .sorted(java.util.Comparator.comparing(one -> one.role() != Role.PERPETRATOR))
                .map(one -> setting.country(String.valueOf(one.actor().country())))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .limit(2)
                .toList();
        if (!states.isEmpty()) {
            draft.where = new Where(List.copyOf(states), null, false, false);
        }
    }

    /** A coup is where its junta or the government that it topples is. */
    private void placeAtParty(Draft draft) {
        var countries = draft.actors.stream()
                .filter(one -> one.actor().id().value().endsWith("-junta") || one.role() == Role.TARGET)
                .filter(one -> ActorKinds.isState(one.actor()))
                .map(one -> String.valueOf(one.actor().country()))
                .toList();
        boolean there = draft.places().stream().anyMatch(place -> countries.contains(place.country()));
        if (!countries.isEmpty() && (!there || draft.places().size() > 1)) {
            var place = setting.country(countries.getFirst());
            if (place != null) {
                draft.where = new Where(List.of(place), null, false, false);
            }
        }
    }
}
