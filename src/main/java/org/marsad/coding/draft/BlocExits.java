package org.marsad.coding.draft;

import java.util.stream.IntStream;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;
import org.marsad.text.Patterns;

/** States that leave a bloc of states. */
final class BlocExits {
    private BlocExits() {}

    /** Whether a draft tells that states left a bloc, rather than troops a place. */
    static boolean is(Draft draft) {
        return Patterns.matches(draft.kind.key(), "withdrawal|leaving")
                && draft.actors.stream().anyMatch(one -> ActorKinds.isBloc(one.actor()))
                && draft.actors.stream().anyMatch(one -> ActorKinds.isGovernment(one.actor()))
                && draft.actors.stream()
                        .noneMatch(one -> Patterns.matches(one.actor().kind(), "state-forces|external-forces"));
    }

    /** Who left stands before the bloc, which is what was left. */
    static void settle(Draft draft) {
        draft.actors.removeIf(one -> ActorKinds.isGovernment(one.actor()) && isBehind(draft, one));
        draft.actors.replaceAll(one ->
                new EventActor(one.actor(), ActorKinds.isOrganisation(one.actor()) ? Role.TARGET : Role.PERPETRATOR));
    }

    /** « ont quitté la Cédéao, instrumentalisée par la France »: who is named only behind the bloc did not leave it. */
    private static boolean isBehind(Draft draft, EventActor one) {
        var sentence = draft.sentence;
        var bloc = sentence.actors.stream()
                .filter(item -> item.begin() > draft.at
                        && ActorKinds.isBloc(item.value().actor()))
                .findFirst();
        var named = IntStream.concat(
                        sentence.actors.stream()
                                .filter(item -> item.value().actor().equals(one.actor()))
                                .mapToInt(Sentence.Item::begin),
                        sentence.mentions.stream()
                                .filter(item -> item.value().place() != null
                                        && item.value().place().country() != null
                                        && item.value()
                                                .place()
                                                .country()
                                                .equals(one.actor().country()))
                                .mapToInt(Sentence.Item::begin))
                .min();
        return bloc.isPresent()
                && named.isPresent()
                && named.getAsInt() > bloc.get().begin();
    }
}
