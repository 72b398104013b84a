package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.draft.UnknownTowns;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Tense;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.slot.Bulletins;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.Generalities;
import org.marsad.coding.slot.PlaceWords;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.ArticleText;
import org.marsad.text.Patterns;

/** Lends events what only the text around them says: a date or place of the sentence before, the article's place. */
final class Context {
    private static final int RECENT_DAYS = 10;
    /** How many sentences back a town may be named that "the town" points at. */
    private static final int NAMED_BEFORE = 3;

    private final List<Sentence> sentences;
    private final Period period;
    private final @Nullable LocalDate published;
    private final NarrativeDays narrative;

    Context(List<Sentence> sentences, ArticleText article) {
        this.narrative = new NarrativeDays(sentences, article.language());
        this.sentences = sentences;
        this.published = article.published();
        this.period = new Period(sentences);
    }

    void complete(List<Draft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            draft.where = draft.where.settled();
            if (draft.date == null && isHoursAfter(draft)) {
                dateOfMain(drafts, draft);
            }
            if (draft.date == null) {
                draft.date = DayBefore.of(draft);
            }
            if (draft.date == null) {
                inheritDate(drafts, i);
            }
            if (draft.date == null && draft.told) {
                Preceding.lend(sentences, drafts, draft);
            }
            Bulletins.lend(drafts, i);
            narrative.lendAhead(draft, drafts);
            if (draft.told && (draft.date == null || period.isFinerThan(draft.date))) {
                period.lend(draft);
            }
            if (draft.kind.family().equals("release")) {
                Captures.complete(drafts, i);
            }
            if (Patterns.matches(draft.kind.plover(), "SANCTION|THREATEN")
                    && !draft.kind.family().equals("sentence")) {
                placeAtTarget(draft);
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
                    && !(draft.hasFinePlace()
                            && draft.where.own()
                            && draft.places().size() == 1)) {
                placeAtParty(draft);
            }
            if (draft.places().isEmpty() && draft.where.border() == null && isOfState(draft)) {
                placeAtHome(draft);
            }
            if (draft.places().isEmpty() && draft.where.border() == null) {
                Hosts.placeAtDateline(draft, sentences);
            }
            Inland.place(draft, iso -> iso == null ? home() : country(iso));
            if (draft.places().isEmpty() && draft.where.border() == null) {
                inheritPlace(drafts, i);
            }
            if (draft.kind.family().equals("meeting")) {
                inheritHost(draft);
            }
            draft.people |= draft.kind.family().equals("release") && Captures.isAfter(drafts, i);
            if (draft.kind.frame() == EventKind.Frame.ACT && draft.actors.isEmpty()) {
                inheritActor(drafts, i);
            }
        }
    }

    /** "attacked A, hours after a raid on B": the raid was on that day too. */
    private static boolean isHoursAfter(Draft draft) {
        var sentence = draft.sentence;
        for (int i = draft.at - 1; i >= Math.max(1, draft.at - 8); i--) {
            if (sentence.isAt(i, "after", "before", "apres", "avant", "بعد", "قبل", "من")
                    && (sentence.isAt(i - 1, "hours", "minutes", "heures", "بساعات", "ساعات")
                            || sentence.isAt(i + 1, "ساعات"))) {
                return true;
            }
            // "The strike was carried out in response to an attack by".
            if (sentence.isAt(i, "to") && sentence.isAt(i - 1, "response") && i - 1 > sentence.start() + 1) {
                return true;
            }
        }
        return false;
    }

    private static void dateOfMain(List<Draft> drafts, Draft draft) {
        drafts.stream()
                .filter(one -> one != draft && one.date != null && one.mentions.contains(draft.sentence))
                .findFirst()
                .ifPresent(one -> draft.date = one.date);
    }

    /** The date of the event told just before in the same paragraph, where the text goes on telling of that day. */
    private void inheritDate(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        boolean sameDay = Patterns.matches(
                draft.sentence.text(0, draft.sentence.size()),
                ".*\\b(same day|meme jour|meme journee)\\b.*|.*يوم (نفسه|ذاته).*|.*(نفس|ذات) اليوم.*");
        sameDay |= draft.sentence.isLaterThatDay();
        for (int i = Math.min(drafts.size() - 1, at + 2); i >= 0; i--) {
            var other = drafts.get(i);
            // What a meeting decides is of its day, though the title told it first.
            boolean together = other.sentence == draft.sentence
                    || other.kind.family().equals("meeting")
                            && !draft.kind.isViolence()
                            && draft.mentions.contains(other.sentence);
            if (i > at && !together || other.date == null || other.dateInherited && !sameDay) {
                continue;
            }
            // What is released on a day was taken on another.
            if (draft.kind.family().equals("release") && other.kind.mode().equals("abduct") && !sameDay) {
                continue;
            }
            boolean reproach = other.kind.key().equals("condemnation") && draft.kind.isViolence();
            if (reproach
                    || other.kind.family().equals("release")
                            && draft.kind.mode().equals("abduct")) {
                // "were freed on Saturday, weeks after they had been taken".
                continue;
            }
            boolean near = other.mentions.stream()
                    .anyMatch(one -> one.paragraph == draft.sentence.paragraph
                            && draft.sentence.index - one.index <= 2
                            && draft.sentence.index >= one.index);
            boolean violent = other.kind.isViolence() == draft.kind.isViolence()
                    || other.kind.isViolence()
                            && !other.kind.mode().equals("abduct")
                            && Patterns.matches(draft.kind.family(), "release|arrest|surrender");
            boolean beside = together
                    && !other.dateInherited
                    && !Generalities.isYearOfOther(draft, other)
                    && draft.told
                    && !draft.earlier
                    && draft.tense != Tense.PARTICIPLE
                    && (!other.sentence.isRelative(other.at)
                            || other.sentence == draft.sentence && draft.sentence.isRelative(draft.at))
                    && (other.sentence != draft.sentence
                            || draft.sentence.island(draft.at) == draft.sentence.island(other.at));
            if (beside
                    || SummitDecisions.areOf(other, draft)
                    || sameDay && draft.sentence.index - other.mentions.getLast().index <= 2
                    || near && violent && draft.told) {
                draft.date = other.date;
                draft.dateInherited = true;
                return;
            }
        }
    }

    /** Sanctions and threats are on the state that they are aimed at, wherever they are decided. */
    private void placeAtTarget(Draft draft) {
        boolean blunt = draft.actors.stream().noneMatch(one -> one.role() == Role.TARGET)
                && draft.actors.stream().anyMatch(one -> ActorKinds.isOrganisation(one.actor()));
        var home = blunt ? home() : null;
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
                .map(one -> country(String.valueOf(one.actor().country())))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(place -> draft.where = new Where(List.of(place), null, false, false));
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
                .filter(one ->
                        one.role() == Role.PERPETRATOR && one.actor().kind().equals("government"))
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
        var place = capital == null ? country(speaker) : capital;
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
                        && one.actor().kind().equals("government")
                        && one.actor().country() != null)
                .map(one -> country(String.valueOf(one.actor().country())))
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
        if (!countries.isEmpty() && (!there || draft.places().size() > 1)) {
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
    private @Nullable Place pointedAt(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        if (!draft.anaphoric) {
            return null;
        }
        for (int i = at - 1; i >= 0; i--) {
            var other = drafts.get(i);
            if (other.kind.isViolence() == draft.kind.isViolence()
                    && !other.places().isEmpty()
                    && Where.rank(other.places().getFirst()) == 0) {
                boolean here = other.mentions.stream().anyMatch(one -> one.paragraph == draft.sentence.paragraph);
                var beside = here ? null : namedBefore(draft, true);
                return beside == null ? other.places().getFirst() : beside;
            }
        }
        return namedBefore(draft, false);
    }

    /** The town named last in the sentences before, or only in those of the paragraph. */
    private @Nullable Place namedBefore(Draft draft, boolean paragraph) {
        int index = draft.sentence.index;
        for (var sentence :
                sentences.subList(Math.max(0, index - NAMED_BEFORE), index).reversed()) {
            if (paragraph && (sentence.paragraph != draft.sentence.paragraph || sentence.title)) {
                return null;
            }
            for (var item : sentence.mentions.reversed()) {
                var place = item.value().place();
                if (place != null
                        && item.value().kind() == MentionKind.LITERAL
                        && Where.rank(place) == 0
                        && (!paragraph || PlaceWords.isScenery(sentence, item) && !"PPLC".equals(place.feature()))) {
                    return place;
                }
            }
        }
        return null;
    }

    private void inheritPlace(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        var place = beside(drafts, draft);
        place = place == null && !draft.unplaced ? pointedAt(drafts, at) : place;
        place = place == null ? draft.unplaced ? draft.sentence.topic : before(drafts, draft) : place;
        boolean background = draft.date != null && !draft.isLead() && !isRecent(drafts, draft);
        if (place == null && draft.kind.frame() == EventKind.Frame.MUTUAL) {
            var parties = parties(draft);
            if (!parties.isEmpty()) {
                draft.where = new Where(parties, null, false, false);
                draft.placeInherited = true;
                return;
            }
        }
        if (place == null && !draft.unplaced && (!background || isTimeline(draft.sentence))) {
            place = leading();
        }
        if (place == null && draft.unknownTown != null) {
            place = UnknownTowns.area(sentences, draft);
        }
        boolean abroad = draft.kind.isViolence() && draft.isDated();
        if (place == null && abroad) {
            // "French soldiers drove them out": the adjective says whose they are.
            place = draft.unplaced ? NamedState.of(draft) : centre();
            place = place == null ? home() : place;
        }
        if (place == null) {
            place = NamedState.of(draft);
        }
        boolean domestic = !Patterns.matches(draft.kind.family(), "meeting|agreement|initiative|exit");
        if (place == null && draft.isDated() && domestic && !draft.unplaced) {
            place = centre();
        }
        if (place == null && draft.isDated() && domestic) {
            place = home();
            var lead = place == null ? leading() : null;
            place = lead != null && (!draft.unplaced || Where.rank(lead) > 0) ? lead : place;
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
                        && (sentence.word(item.end()).before() == Word.Gap.STRONG || sentence.isDashed(item.end())));
    }

    /** The one town that the sentence of an act of violence names as the scene of something. */
    private static @Nullable Place beside(List<Draft> drafts, Draft draft) {
        var sentence = draft.sentence;
        if (!draft.kind.isViolence() || sentence.title) {
            return null;
        }
        var towns = sentence.mentions.stream()
                .filter(item -> {
                    var place = item.value().place();
                    return place != null
                            && item.value().kind() == MentionKind.LITERAL
                            && Where.rank(place) == 0
                            && PlaceWords.isScenery(sentence, item)
                            && !PlaceWords.isReference(sentence, item)
                            && drafts.stream()
                                    .noneMatch(one -> !one.kind.family().equals(draft.kind.family())
                                            && one.mentions.contains(sentence)
                                            && one.places().contains(place))
                            && sentence.sayings.stream()
                                    .noneMatch(saying -> sentence.distance(saying, item.begin()) <= 5);
                })
                .map(item -> item.value().place())
                .distinct()
                .toList();
        return towns.size() == 1 ? towns.getFirst() : null;
    }

    /** A town named in the sentence before, in the same paragraph. */
    private @Nullable Place before(List<Draft> told, Draft draft) {
        var topic = draft.sentence.topic;
        int at = draft.sentence.index - 1;
        boolean fine = topic != null && Where.rank(topic) <= 2;
        if (fine || at < 0 || sentences.get(at).paragraph != draft.sentence.paragraph) {
            return topic;
        }
        for (var other : told) {
            if (other != draft
                    && other.mentions.contains(sentences.get(at))
                    && !other.places().isEmpty()) {
                boolean alike = other.kind.isViolence() == draft.kind.isViolence()
                        || Patterns.matches(
                                draft.kind.family(), "arrest|release|surrender|restriction|deployment|protest");
                return alike && Where.rank(other.places().getFirst()) <= 2
                        ? other.places().getFirst()
                        : topic;
            }
        }
        var found = topic;
        for (var item : sentences.get(at).mentions) {
            var place = item.value().place();
            if (place != null
                    && item.value().kind() == MentionKind.LITERAL
                    && Where.rank(place) <= 2
                    && PlaceWords.isScenery(sentences.get(at), item)) {
                found = place;
            }
        }
        return found;
    }

    /** The finest place of the title and the first lines. */
    private @Nullable Place leading() {
        Place best = null;
        for (var sentence : sentences.subList(0, Math.min(3, sentences.size()))) {
            if (sentence.isDatelineOnly()) {
                continue;
            }
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

    /** Whether it was within days of what the article leads with, or of the article. */
    private boolean isRecent(List<Draft> drafts, Draft draft) {
        var date = draft.date;
        var today = published;
        if (date != null && today != null && !date.start().isBefore(today.minusDays(RECENT_DAYS))) {
            return true;
        }
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

    /** The town that the article is about: named again and again, and more than twice as often as any other. */
    private @Nullable Place centre() {
        Map<Place, Integer> times = new LinkedHashMap<>();
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && item.value().kind() == MentionKind.LITERAL && Where.rank(place) == 0) {
                    times.merge(place, sentence.title ? 2 : 1, Integer::sum);
                }
            }
        }
        var sorted = times.entrySet().stream()
                .sorted(Map.Entry.<Place, Integer>comparingByValue().reversed())
                .limit(2)
                .toList();
        boolean clear = !sorted.isEmpty()
                && sorted.getFirst().getValue() >= 3
                && (sorted.size() == 1
                        || sorted.getFirst().getValue() > 2 * sorted.get(1).getValue());
        return clear ? sorted.getFirst().getKey() : null;
    }

    /** The country that the article speaks of most; adjectives, which name people too, count less. */
    private @Nullable Place home() {
        Map<String, Integer> times = new LinkedHashMap<>();
        for (var sentence : sentences) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                if (place != null && place.country() != null) {
                    times.merge(place.country(), item.value().kind() == MentionKind.DEMONYM ? 1 : 3, Integer::sum);
                }
            }
        }
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(this::country)
                .orElse(null);
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
}
