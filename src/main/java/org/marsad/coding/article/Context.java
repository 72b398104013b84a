package org.marsad.coding.article;

import java.util.List;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Bulletins;
import org.marsad.coding.slot.Draft;
import org.marsad.text.ArticleText;

/** Lends events what only the text around them says: a date or place of the sentence before, the article's place. */
final class Context {

    private final List<Sentence> sentences;
    private final Period period;
    private final NarrativeDays narrative;
    private final Setting setting;
    private final StatePlaces states;
    private final LentPlaces places;

    Context(List<Sentence> sentences, ArticleText article) {
        this.narrative = new NarrativeDays(sentences, article.language());
        this.sentences = sentences;
        this.period = new Period(sentences);
        this.setting = new Setting(sentences);
        this.states = new StatePlaces(sentences, setting);
        this.places = new LentPlaces(sentences, article.published(), setting);
    }

    void complete(List<Draft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            draft.where = draft.where.settled();
            if (draft.date == null) {
                LentDates.lendOfMain(drafts, draft);
            }
            if (draft.date == null) {
                draft.date = DayBefore.of(draft);
            }
            if (draft.date == null) {
                LentDates.lend(drafts, i);
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
            states.settle(draft);
            if (draft.places().isEmpty() && draft.where.border() == null) {
                Hosts.placeAtDateline(draft, sentences);
            }
            Inland.place(draft, iso -> iso == null ? setting.home() : setting.country(iso));
            if (draft.places().isEmpty() && draft.where.border() == null) {
                places.lend(drafts, i);
            }
            places.narrow(draft);
            if (draft.kind.family().equals("meeting")) {
                inheritHost(draft);
            }
            draft.people |= draft.kind.family().equals("release") && Captures.isAfter(drafts, i);
            if (draft.kind.frame() == EventKind.Frame.ACT && draft.actors.isEmpty()) {
                inheritActor(drafts, i);
            }
        }
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
}
