package org.marsad.coding.draft;

import java.util.List;
import org.marsad.coding.reading.ActorKinds;
import org.marsad.coding.reading.Sentence;
import org.marsad.coding.slot.Draft;

/**
 * «أدانت الجزائر، أمس الأربعاء، الهجوم الذي استهدف كيدال»: the day is that of the reproach; the deed has it not. A crowd that
 * clashes with the police, where nobody dies, riots as part of its protest.
 */
final class Reproaches {
    private Reproaches() {}

    static void keepApart(List<Draft> drafts) {
        for (var reproach : List.copyOf(drafts)) {
            if (!reproach.kind.key().equals("condemnation") || reproach.date == null) {
                continue;
            }
            var date = reproach.date;
            drafts.stream()
                    .filter(one -> one.kind.isViolence()
                            && one.at > reproach.at
                            && (one.date == null || date.equals(one.date))
                            && isBetween(one.sentence, date.span().begin(), reproach.at, one.at))
                    .forEach(one -> {
                        one.date = null;
                        one.told = false;
                        one.definite = true;
                        one.plainness = Math.min(one.plainness, 0);
                    });
        }
        boolean protest = drafts.stream().anyMatch(one -> one.kind.family().equals("protest"));
        drafts.removeIf(one -> protest
                && one.kind.isViolence()
                && one.counts.isEmpty()
                && !one.actors.isEmpty()
                && one.actors.stream()
                        .allMatch(party -> ActorKinds.isCivilian(party.actor())
                                || ActorKinds.isProtesters(party.actor())
                                || party.actor().sector().equals("COP"))
                && one.actors.stream()
                        .anyMatch(party ->
                                ActorKinds.isCivilian(party.actor()) || ActorKinds.isProtesters(party.actor())));
    }

    private static boolean isBetween(Sentence sentence, int date, int from, int to) {
        return sentence.word(from).span().begin() < date
                && date < sentence.word(to).span().begin();
    }
}
