package org.marsad.coding.merge;

import org.marsad.coding.event.Role;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.where.Extents;
import org.marsad.text.DateExpression;

/** What an incident takes over from another sentence that tells of it. */
final class Absorption {
    private Absorption() {}

    static void take(Draft one, Draft draft) {
        // "The attack … car bombs were found": what the article adds later names the incident only where it was vague.
        one.kind = OtherIncidents.endsInArrests(one, draft) ? draft.kind : one.kind;
        boolean part = !draft.kind.family().equals(one.kind.family());
        if (!part
                && draft.kind.rank() > one.kind.rank()
                && one.kind.rank() <= 4
                && (draft.told || draft.plainness >= 1.3)) {
            one.kind = draft.kind;
        }
        if (!one.mentions.contains(draft.sentence)) {
            one.mentions.add(draft.sentence);
        }
        if (part) {
            return;
        }
        if (!draft.isTelling()) {
            one.where = draft.where.own() && (!draft.where.near() || !one.hasFinePlace()) && Extents.isFiner(draft, one)
                    ? one.where.at(draft.places(), draft.where.near(), true)
                    : one.where;
            return;
        }
        one.plainness = Math.max(one.plainness, draft.plainness);
        one.told |= draft.told;
        one.series = Sums.stays(one, draft);
        one.definite &= draft.definite;
        one.plural &= draft.plural;
        boolean news = one.dateOfNews && !draft.dateOfNews && draft.date != null;
        // A day that is taken over is no surer than it was.
        one.dateOfNews = one.date == null ? draft.dateOfNews : one.dateOfNews && !news;
        if (one.date == null
                || news
                || draft.date != null
                        && days(draft.date) < days(one.date)
                        && !draft.date.start().isBefore(one.date.start())
                        && !draft.date.end().isAfter(one.date.end())) {
            one.date = draft.date;
        }
        if (one.where.places().isEmpty()
                || !one.hasFinePlace() && draft.hasFinePlace()
                || Extents.isFiner(draft, one)) {
            var where = one.where.border() == null ? one.where.alongOf(draft.where) : one.where;
            one.where = draft.where.places().isEmpty()
                    ? where
                    : where.at(draft.places(), draft.where.near(), draft.where.own());
        } else if (one.where.border() == null && draft.where.border() != null) {
            one.where = one.where.alongOf(draft.where);
        }
        for (var actor : draft.actors) {
            boolean there = one.actors.stream()
                    .anyMatch(other -> other.actor().id().equals(actor.actor().id())
                            && (other.role() == actor.role()
                                    || actor.role() != Role.CLAIMANT && other.role() != Role.CLAIMANT));
            if (!there) {
                one.actors.add(actor);
            }
        }
        one.counts.addAll(draft.counts);
        one.countsBySentence.addAll(draft.countsBySentence);
    }

    private static long days(DateExpression date) {
        return date.end().toEpochDay() - date.start().toEpochDay();
    }
}
