package org.marsad.coding.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.draft.UnknownTowns;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.reading.Word;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.Extents;
import org.marsad.coding.slot.where.PlaceWords;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;
import org.marsad.text.Patterns;

/** Lends an event whose own words name no place one that the text around it names. */
final class LentPlaces {
    private static final int RECENT_DAYS = 10;
    /** How many sentences back a town may be named that "the town" points at. */
    private static final int NAMED_BEFORE = 3;
    /** Words between "previous" and what tells the earlier event, at most. */
    private static final int EARLIER_REACH = 5;

    /** Words of a fragment that names a site before its town, at most. */
    private static final int SITE = 3;

    private static final Set<String> KINDS = WordSets.get("kinds");

    private final List<Sentence> sentences;
    private final @Nullable LocalDate published;
    private final Setting setting;

    LentPlaces(List<Sentence> sentences, @Nullable LocalDate published, Setting setting) {
        this.sentences = sentences;
        this.published = published;
        this.setting = setting;
    }

    /** The nearest that fits: beside it, what it points at, the sentence before, the town the article leads with, its country. */
    void lend(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        if (isEarlierOne(draft)) {
            var state = setting.home();
            if (state != null) {
                draft.where = new Where(List.of(state), null, false, false);
                draft.placeInherited = true;
            }
            return;
        }
        var place = SameRegion.of(sentences, draft);
        place = place == null ? beside(drafts, draft) : place;
        place = place == null ? UnknownTowns.beside(sentences, draft) : place;
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
            place = setting.leading();
        }
        if (place == null && (draft.unknownTown != null || draft.unplaced)) {
            place = UnknownTowns.area(sentences, draft);
        }
        boolean abroad = draft.kind.isViolence() && draft.isDated();
        if (place == null && abroad && !draft.unplaced) {
            place = setting.reportedFrom();
        }
        if (place == null && abroad) {
            // "French soldiers drove them out": the adjective says whose they are.
            place = draft.unplaced ? NamedState.of(draft) : setting.centre();
            place = place == null ? setting.home() : place;
        }
        if (place == null) {
            place = NamedState.of(draft);
        }
        boolean domestic = !Patterns.matches(draft.kind.family(), "meeting|agreement|initiative|exit");
        if (place == null && draft.isDated() && domestic && !draft.unplaced) {
            place = setting.centre();
        }
        if (place == null && draft.isDated() && domestic) {
            place = setting.home();
            var lead = place == null ? setting.leading() : null;
            place = lead != null && (!draft.unplaced || Where.rank(lead) > 0) ? lead : place;
        }
        if (place != null) {
            draft.where = new Where(List.of(place), null, false, false);
            draft.placeInherited = true;
        }
    }

    /** "A previous attack in April had killed 54 soldiers": of another day, and nobody says where. */
    private static boolean isEarlierOne(Draft draft) {
        var sentence = draft.sentence;
        boolean earlier = false;
        for (int i = Math.max(0, draft.at - EARLIER_REACH);
                i < Math.min(sentence.size(), draft.at + EARLIER_REACH);
                i++) {
            earlier |= sentence.isAt(i, "previous", "precedente", "precedent", "سابق");
        }
        return earlier && draft.kind.isViolence() && draft.isDated() && !draft.anaphoric;
    }

    /** A village that nobody knows, or "the region", of which the sentence itself names the state alone: in the division told last. */
    void narrow(Draft draft) {
        var state = draft.places().size() == 1 && draft.where.border() == null
                ? draft.places().getFirst()
                : null;
        if (state == null || state.level() != PlaceLevel.COUNTRY) {
            return;
        }
        var area = SameRegion.of(sentences, draft);
        area = area == null && draft.unknownTown != null ? UnknownTowns.area(sentences, draft) : area;
        if (area != null && Extents.contains(state, area)) {
            draft.where = new Where(List.of(area), null, false, false);
        }
    }

    /** The place of the event told last, where the text says «البلدة» or "the camp". */
    private @Nullable Place pointedAt(List<Draft> drafts, int at) {
        var draft = drafts.get(at);
        if (!draft.anaphoric && !isSameBefore(draft)) {
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

    /** «ليست أول مرة … في القاعدة ذاتها؛ ففي العاشر من يناير انفجرت …»: the sentence before says that it was there. */
    private boolean isSameBefore(Draft draft) {
        int index = draft.sentence.index - 1;
        if (index < 1 || sentences.get(index).paragraph != draft.sentence.paragraph) {
            return false;
        }
        var sentence = sentences.get(index);
        for (int i = sentence.start(); i < sentence.size(); i++) {
            boolean same =
                    sentence.isAt(i - 1, "same", "meme") || sentence.isAt(i + 1, "ذاتها", "نفسها", "ذاته", "نفسه");
            if (same
                    && sentence.word(i).readings().stream().anyMatch(reading -> KINDS.contains(reading.stem()))
                    && !sentence.isAt(i, "منطقه", "المنطقه", "area")) {
                return true;
            }
        }
        return false;
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
            boolean scene = item.value().kind() == MentionKind.LITERAL && PlaceWords.isScenery(sentences.get(at), item);
            // « Université de Garissa, cinq heures du matin. »
            boolean site =
                    item.begin() <= sentences.get(at).start() + SITE && PlaceWords.isSite(sentences.get(at), item);
            if (place != null && Where.rank(place) <= 2 && (scene || site)) {
                found = place;
            }
        }
        return found;
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
