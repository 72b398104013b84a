package org.marsad.coding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;

/** Lends events what only the text around them says: a date or place of the sentence before, the article's place. */
final class Context {
    private static final int RECENT_DAYS = 10;

    private final List<Sentence> sentences;

    Context(List<Sentence> sentences) {
        this.sentences = sentences;
    }

    void complete(List<Draft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            draft.where = draft.where.settled();
            if (draft.date == null) {
                inheritDate(drafts, i);
            }
            if (draft.date == null && draft.told) {
                precedingDate(drafts, draft);
            }
            if (draft.kind.plover().matches("SANCTION|THREATEN")
                    && !draft.kind.family().equals("sentence")
                    && (!draft.hasFinePlace() || isElsewhere(draft))) {
                placeAtTarget(draft);
            }
            if (draft.kind.key().equals("severance")) {
                placeAtBoth(draft);
            }
            if (draft.kind.key().equals("coup") && draft.where.border() != null) {
                draft.where = new Where(draft.places(), null, draft.where.near(), draft.where.own());
            }
            if (draft.kind.key().equals("coup")
                    && !(draft.hasFinePlace()
                            && draft.where.own()
                            && draft.places().size() == 1)) {
                placeAtParty(draft);
            }
            if (draft.places().isEmpty() && draft.where.border() == null) {
                inheritPlace(drafts, i);
            }
            if (draft.kind.family().equals("meeting")) {
                inheritHost(draft);
            }
            draft.people |= draft.kind.family().equals("release") && isAfterCapture(drafts, i);
            if (draft.kind.frame() == EventKind.Frame.ACT && draft.actors.isEmpty()) {
                inheritActor(drafts, i);
            }
        }
    }

    /** The date of the event told just before in the same paragraph, where the text goes on telling of that day. */
    private void inheritDate(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        boolean sameDay = draft.sentence
                .text(0, draft.sentence.size())
                .matches(".*\\b(same day|meme jour|meme journee)\\b.*|.*يوم (نفسه|ذاته).*|.*(نفس|ذات) اليوم.*");
        for (int i = Math.min(drafts.size() - 1, at + 2); i >= 0; i--) {
            var other = drafts.get(i);
            if (i > at && other.sentence != draft.sentence || other.date == null || other.dateInherited && !sameDay) {
                continue;
            }
            boolean near = other.mentions.stream()
                    .anyMatch(one -> one.paragraph == draft.sentence.paragraph
                            && draft.sentence.index - one.index <= 2
                            && draft.sentence.index >= one.index);
            boolean violent = other.kind.isViolence() == draft.kind.isViolence();
            boolean beside = other.sentence == draft.sentence
                    && !other.dateInherited
                    && draft.told
                    && !draft.earlier
                    && draft.tense != Tense.PARTICIPLE
                    && draft.sentence.island(draft.at) == draft.sentence.island(other.at);
            if (beside
                    || sameDay && draft.sentence.index - other.mentions.getLast().index <= 2
                    || near && violent && draft.told) {
                draft.date = other.date;
                draft.dateInherited = true;
                return;
            }
        }
    }

    /** « Ils sont arrivés dans la nuit de samedi. Ils ont encerclé … »: the day of a sentence that tells no event itself. */
    private void precedingDate(List<Draft> drafts, Draft draft) {
        int at = draft.sentence.index - 1;
        if (at < 1
                || sentences.get(at).paragraph != draft.sentence.paragraph
                || sentences.get(at).dates.size() != 1
                || !sentences.get(at).sayings.isEmpty()
                || drafts.stream().anyMatch(one -> one.mentions.contains(sentences.get(at)))) {
            return;
        }
        var date = sentences.get(at).dates.getFirst();
        if (date.value().precision() == org.marsad.text.DatePrecision.DAY
                && !When.isBeginning(sentences.get(at), date)) {
            draft.date = date.value();
            draft.dateInherited = true;
        }
    }

    /** Whether who suffers it is of another country than the place: decided in Abuja against Niger. */
    private static boolean isElsewhere(Draft draft) {
        var targets = draft.actors.stream()
                .filter(one -> one.role() == Role.TARGET && one.actor().country() != null)
                .map(one -> String.valueOf(one.actor().country()))
                .toList();
        return !targets.isEmpty() && draft.places().stream().noneMatch(place -> targets.contains(place.country()));
    }

    /** Sanctions and threats are on the state that they are aimed at, wherever they are decided. */
    private void placeAtTarget(Draft draft) {
        draft.actors.stream()
                .filter(one -> one.role() == Role.TARGET && one.actor().country() != null)
                .map(one -> country(String.valueOf(one.actor().country())))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(place -> draft.where = new Where(List.of(place), null, false, false));
    }

    /** A breach is between two states, and in both. */
    private void placeAtBoth(Draft draft) {
        var states = draft.actors.stream()
                .filter(one -> one.actor().country() != null)
                .sorted(java.util.Comparator.comparing(one -> one.role() != Role.PERPETRATOR))
                .map(one -> country(String.valueOf(one.actor().country())))
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
        if (!countries.isEmpty() && !there) {
            var place = country(countries.getFirst());
            if (place != null) {
                draft.where = new Where(List.of(place), null, false, false);
            }
        }
    }

    /** A country that the article names. */
    private @Nullable Place country(String iso2) {
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && place.level() == PlaceLevel.COUNTRY && iso2.equals(place.country())) {
                    return place;
                }
            }
        }
        return null;
    }

    /** "They were released on 14 February", after their capture was told. */
    private static boolean isAfterCapture(List<Draft> drafts, int at) {
        return drafts.get(at).date != null
                && drafts.stream()
                        .anyMatch(one -> (one.kind.mode().equals("abduct")
                                        || one.kind.family().equals("arrest")
                                        || one.counts.stream().anyMatch(count -> count.harm() == Lexicon.Harm.TAKEN))
                                && one.mentions.stream()
                                        .anyMatch(told -> told.index <= drafts.get(at).sentence.index
                                                && drafts.get(at).sentence.index - told.index <= 3));
    }

    /** A summit whose sentence names no organisation is that of the one which the article leads with. */
    private void inheritHost(Draft draft) {
        if (draft.actors.stream().anyMatch(one -> ActorKinds.isOrganisation(one.actor()))
                || !draft.kind.key().equals("summit")) {
            return;
        }
        int from = Math.max(0, draft.sentence.index - 2);
        for (var sentence : sentences.subList(from, draft.sentence.index + 1).reversed()) {
            for (var item : sentence.actors) {
                if (ActorKinds.isOrganisation(item.value().actor())) {
                    draft.actors.add(new EventActor(item.value().actor(), Role.PARTICIPANT));
                    return;
                }
            }
        }
    }

    /** Who leaves one camp after another is named once. */
    private void inheritActor(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        for (int i = at - 1; i >= 0; i--) {
            if (drafts.get(i).kind.family().equals(draft.kind.family())
                    && !drafts.get(i).actors.isEmpty()) {
                draft.actors.add(drafts.get(i).actors.getFirst());
                return;
            }
        }
        for (var sentence : sentences.subList(0, Math.min(2, sentences.size()))) {
            for (var item : sentence.actors) {
                if (!ActorKinds.isCivilian(item.value().actor())) {
                    draft.actors.add(new EventActor(item.value().actor(), Role.PARTICIPANT));
                    return;
                }
            }
        }
    }

    /** The place of the event told last, where the text says «البلدة» or "the camp". */
    private static @Nullable Place pointedAt(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        if (!draft.anaphoric) {
            return null;
        }
        for (int i = at - 1; i >= 0; i--) {
            var other = drafts.get(i);
            if (other.kind.isViolence() == draft.kind.isViolence()
                    && !other.places().isEmpty()
                    && Where.rank(other.places().getFirst()) == 0) {
                return other.places().getFirst();
            }
        }
        return null;
    }

    private void inheritPlace(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        var place = pointedAt(drafts, at);
        place = place == null ? before(drafts, draft) : place;
        boolean background = draft.date != null && !draft.isLead() && !isRecent(drafts, draft);
        if (place == null && draft.kind.frame() == EventKind.Frame.MUTUAL) {
            var parties = parties(draft);
            if (!parties.isEmpty()) {
                draft.where = new Where(parties, null, false, false);
                draft.placeInherited = true;
                return;
            }
        }
        if (place == null && (!background || isTimeline(draft.sentence))) {
            place = leading();
        }
        boolean abroad = draft.kind.isViolence() && draft.isDated();
        if (place == null && abroad) {
            // "French soldiers drove them out": the adjective says whose they are.
            place = home(drafts);
        }
        if (place == null) {
            place = country(draft);
        }
        boolean domestic = !draft.kind.family().matches("meeting|agreement|initiative|exit");
        if (place == null && draft.isDated() && domestic) {
            place = home(drafts);
        }
        if (place != null) {
            draft.where = new Where(List.of(place), null, false, false);
            draft.placeInherited = true;
        }
    }

    /** "• 14 October 2017: a lorry exploded": items of a list under the article's place. */
    private static boolean isTimeline(Sentence sentence) {
        return sentence.dates.stream()
                .anyMatch(item -> item.begin() <= 1
                        && item.end() < sentence.size()
                        && sentence.word(item.end()).before() == Word.Gap.STRONG);
    }

    /** A town named in the sentence before, in the same paragraph. */
    private @Nullable Place before(List<Draft> told, Draft draft) {
        if (draft.sentence.topic != null) {
            return draft.sentence.topic;
        }
        int at = draft.sentence.index - 1;
        if (at < 0 || sentences.get(at).paragraph != draft.sentence.paragraph) {
            return null;
        }
        for (var other : told) {
            if (other != draft
                    && other.mentions.contains(sentences.get(at))
                    && !other.places().isEmpty()) {
                boolean alike = other.kind.isViolence() == draft.kind.isViolence()
                        || draft.kind.family().equals("arrest");
                return alike && Where.rank(other.places().getFirst()) <= 2
                        ? other.places().getFirst()
                        : null;
            }
        }
        Place found = null;
        for (var item : sentences.get(at).mentions) {
            var place = item.value().place();
            if (place != null
                    && item.value().kind() == MentionKind.LITERAL
                    && Where.rank(place) <= 2
                    && Whereabouts.isScenery(sentences.get(at), item)) {
                found = place;
            }
        }
        return found;
    }

    /** The finest place of the title and the first lines. */
    private @Nullable Place leading() {
        Place best = null;
        for (var sentence : sentences.subList(0, Math.min(3, sentences.size()))) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                boolean literal = item.value().kind() == MentionKind.LITERAL && !(item.begin() == 0 && !sentence.title);
                if (place != null && literal && (best == null || Where.rank(place) < Where.rank(best))) {
                    best = place;
                }
            }
        }
        return best;
    }

    /** Whether it was within days of what the article leads with. */
    private static boolean isRecent(List<Draft> drafts, Draft draft) {
        var date = draft.date;
        return date != null
                && drafts.stream()
                        .filter(Draft::isLead)
                        .map(one -> one.date)
                        .anyMatch(lead -> lead != null
                                && lead.precision() != org.marsad.text.DatePrecision.YEAR
                                && Math.abs(lead.start().toEpochDay()
                                                - date.start().toEpochDay())
                                        <= RECENT_DAYS);
    }

    /** The country where the article's first event was, else the one that it names first. */
    private @Nullable Place home(List<Draft> drafts) {
        for (var draft : drafts) {
            var places = draft.places();
            if (!draft.placeInherited && !places.isEmpty() && places.getFirst().country() != null) {
                var found = country(String.valueOf(places.getFirst().country()));
                if (found != null) {
                    return found;
                }
            }
        }
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && place.country() != null) {
                    return place.level() == PlaceLevel.COUNTRY ? place : country(place.country());
                }
            }
        }
        return null;
    }

    /** The countries that sign or meet, where nothing says where they did. */
    private static List<Place> parties(Draft draft) {
        return draft.sentence.mentions.stream()
                .map(item -> item.value().place())
                .filter(place -> place != null && place.level() == PlaceLevel.COUNTRY)
                .distinct()
                .limit(4)
                .toList();
    }

    /** The country whose adjective stands in the event's sentence: the last resort. */
    private static @Nullable Place country(Draft draft) {
        for (var item : draft.sentence.mentions) {
            var place = item.value().place();
            if (place != null && place.level() == PlaceLevel.COUNTRY) {
                return place;
            }
        }
        return null;
    }
}
