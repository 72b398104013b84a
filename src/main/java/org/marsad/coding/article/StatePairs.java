package org.marsad.coding.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.reading.WordSets;
import org.marsad.coding.slot.Draft;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.MentionKind;

/** "The two countries agreed", « les trois pays ont signé », «اتفق البلدان»: the states that the text spoke of before. */
final class StatePairs {
    private static final Set<String> TWO = WordSets.get("two-states");
    private static final Set<String> THREE = WordSets.get("three-states");
    private static final Set<String> STATES = WordSets.get("states");
    private static final Set<String> DUAL = WordSets.get("states-dual");

    private final List<Sentence> sentences;
    private final ActorRegistry registry;

    StatePairs(List<Sentence> sentences, ActorRegistry registry) {
        this.sentences = sentences;
        this.registry = registry;
    }

    /** Adds as many states as the event's sentence counts, those told of most up to there; none where it counts none. */
    void complete(Draft draft) {
        int wanted = count(draft.sentence);
        if (wanted == 0 || draft.kind.key().equals("summit")) {
            return;
        }
        Map<String, Integer> times = new LinkedHashMap<>();
        for (var sentence : sentences.subList(0, draft.sentence.index + 1)) {
            for (var item : sentence.mentions) {
                var place = item.value().place();
                boolean state = place != null
                        && place.country() != null
                        && (place.level() == PlaceLevel.COUNTRY || item.value().kind() == MentionKind.METONYM);
                if (state) {
                    times.merge(String.valueOf(place.country()), 1, Integer::sum);
                }
            }
            for (var item : sentence.actors) {
                var actor = item.value().actor();
                if (ActorKinds.isState(actor) && actor.country() != null) {
                    times.merge(String.valueOf(actor.country()), 1, Integer::sum);
                }
            }
        }
        if (times.size() < wanted) {
            return;
        }
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(wanted)
                .forEach(entry -> registry.findOfCountry(entry.getKey(), "government")
                        .ifPresent(actor -> draft.actors.add(new EventActor(actor, Role.PARTICIPANT))));
    }

    private static int count(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            var word = sentence.word(i);
            if (word.readings().stream().anyMatch(reading -> DUAL.contains(reading.stem()))) {
                return 2;
            }
            if (sentence.isAt(i - 1, "aux", "to", "with", "avec", "des", "of")) {
                continue;
            }
            boolean states = i + 1 < sentence.size()
                    && STATES.contains(sentence.word(i + 1).text());
            if (states && TWO.contains(word.text())) {
                return 2;
            }
            if (states && THREE.contains(word.text())) {
                return 3;
            }
        }
        return 0;
    }
}
