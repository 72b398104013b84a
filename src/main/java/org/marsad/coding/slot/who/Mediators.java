package org.marsad.coding.slot.who;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.Trigger;
import org.marsad.coding.reading.WordSets;
import org.marsad.geocode.Mention;

/** Who brings the parties of a meeting or an agreement together. */
final class Mediators {
    private static final Set<String> MEDIATION = WordSets.get("mediation");
    /** Words from the word for mediation to its mediator, and from one mediator to the next. */
    private static final int REACH = 5;

    private static final int JOINED = 3;

    private final ActorRegistry registry;

    Mediators(ActorRegistry registry) {
        this.registry = registry;
    }

    /** «بوساطة روسية تركية», « sous l'égide de la RDC », "brokered by Algeria", "under Qatari mediation". */
    void add(Trigger trigger, List<Roles.Cast> cast) {
        var sentence = trigger.sentence();
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.isOf(i, MEDIATION)) {
                var mediators = list(sentence, i);
                for (var actor : mediators) {
                    cast.removeIf(one -> one.actor().actor().id().equals(actor.id()));
                    cast.add(new Roles.Cast(new EventActor(actor, Role.MEDIATOR), 0));
                }
                if (!mediators.isEmpty()) {
                    return;
                }
            }
        }
    }

    /** Who stands right behind the word, those joined to him, or an adjective right before it. */
    private List<Actor> list(Sentence sentence, int at) {
        var actors = new ArrayList<Actor>();
        int end = at + REACH;
        for (int i = at + 1; i < Math.min(sentence.size(), end); i++) {
            int begin = i;
            var named = find(sentence, item -> item.begin() == begin);
            if (named.isPresent()) {
                actors.add(named.get().value());
                end = named.get().end() + JOINED;
                i = named.get().end() - 1;
            }
        }
        if (actors.isEmpty()) {
            find(sentence, item -> item.end() == at).map(Sentence.Item::value).ifPresent(actors::add);
        }
        return actors;
    }

    /** The actor, or else the government of the place, that stands where it should. */
    private Optional<Sentence.Item<Actor>> find(Sentence sentence, Predicate<Sentence.Item<?>> stands) {
        return sentence.actors.stream()
                .filter(stands)
                .map(item -> new Sentence.Item<>(item.value().actor(), item.begin(), item.end()))
                .findFirst()
                .or(() -> sentence.mentions.stream()
                        .filter(stands)
                        .flatMap(item -> government(item.value()).stream()
                                .map(actor -> new Sentence.Item<>(actor, item.begin(), item.end())))
                        .findFirst());
    }

    private Optional<Actor> government(Mention mention) {
        var place = mention.place();
        return place == null || place.country() == null
                ? Optional.empty()
                : registry.findOfCountry(place.country(), "government");
    }
}
