package org.marsad.coding.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;

/** What a second state does after a first: "Mali broke off relations with Kyiv on 4 August. Niger followed suit two days later." */
final class Repeats {
    private static final Pattern AGAIN =
            Pattern.compile(".*\\b(followed suit|follow suit|did the same|did likewise|followed its example)\\b.*");
    private static final int REACH = 2;

    private final ActorRegistry registry;

    Repeats(ActorRegistry registry) {
        this.registry = registry;
    }

    /** Such deeds, after the drafts of the sentences before. */
    List<Draft> list(Sentence sentence, List<Draft> before) {
        var drafts = new ArrayList<Draft>();
        if (sentence.title || !AGAIN.matcher(sentence.text(0, sentence.size())).matches()) {
            return drafts;
        }
        var model = before.stream()
                .filter(one -> sentence.index - one.sentence.index <= REACH
                        && !one.kind.isViolence()
                        && one.actors.stream().anyMatch(actor -> actor.role() == Role.PERPETRATOR))
                .reduce((first, second) -> second)
                .orElse(null);
        if (model == null) {
            return drafts;
        }
        for (var item : sentence.mentions) {
            var place = item.value().place();
            boolean state = place != null
                    && place.level() == PlaceLevel.COUNTRY
                    && item.value().kind() != MentionKind.DEMONYM
                    && item.begin() - sentence.start() <= 6;
            var actor = state ? registry.findOfCountry(String.valueOf(place.country()), "government") : null;
            if (actor == null || actor.isEmpty()) {
                continue;
            }
            var draft = new Draft(model.kind, sentence);
            draft.at = item.begin();
            draft.plainness = model.plainness;
            draft.told = true;
            draft.another = true;
            draft.date =
                    sentence.dates.isEmpty() ? null : sentence.dates.getFirst().value();
            draft.where = new Where(List.of(place), null, false, true);
            draft.actors.add(new EventActor(actor.get(), Role.PERPETRATOR));
            model.actors.stream().filter(one -> one.role() == Role.TARGET).forEach(draft.actors::add);
            drafts.add(draft);
            break;
        }
        return drafts;
    }
}
