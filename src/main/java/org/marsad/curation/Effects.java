package org.marsad.curation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.marsad.curation.Rehearsal.ActorEffect;
import org.marsad.curation.Rehearsal.BorderEffect;
import org.marsad.curation.Rehearsal.EventEffect;
import org.marsad.curation.Rehearsal.MentionEffect;
import org.marsad.store.Recodings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of mentions and events where codings are exchanged: compares them before and after, in one transaction. */
final class Effects {
    private final EventSnapshots snapshots;
    private final Map<Long, EventSnapshots.Snapshot> before = new LinkedHashMap<>();

    Effects(JdbcClient jdbc) {
        snapshots = new EventSnapshots(jdbc);
    }

    /** Events that may be others afterwards; to be told before any is touched. */
    void expect(Set<Long> events) {
        before.putAll(snapshots.take(events));
    }

    /**
     * All that changed.
     *
     * @param articles in which anything is different
     */
    record Found(
            int articles,
            List<MentionEffect> mentions,
            List<ActorEffect> actors,
            List<EventEffect> events,
            List<BorderEffect> borders) {
        /** The events that are different, those that are gone, and those that are new. */
        Set<Long> eventIds() {
            var ids = new TreeSet<Long>();
            events.forEach(effect -> ids.add(effect.event()));
            return ids;
        }
    }

    /** To be asked when all is written. */
    Found of(Recodings.Outcome outcome) {
        var after = new HashMap<>(before);
        after.keySet().retainAll(outcome.after());
        after.putAll(snapshots.take(outcome.rewritten()));
        return new Found(
                outcome.changed().size(),
                outcome.mentions().stream()
                        .filter(Recodings.MentionChange::isOfPlace)
                        .map(Effects::effect)
                        .toList(),
                outcome.actors().stream().map(Effects::effect).toList(),
                EventSnapshots.effects(before, after, outcome.heirs()),
                snapshots.borders(before, after));
    }

    private static ActorEffect effect(Recodings.ActorChange change) {
        var at = change.at();
        return new ActorEffect(
                at.article(), at.title(), at.begin(), at.end(), at.text(), change.before(), change.after());
    }

    private static MentionEffect effect(Recodings.MentionChange change) {
        var at = change.at();
        return new MentionEffect(
                at.article(),
                at.title(),
                at.begin(),
                at.end(),
                at.text(),
                change.before(),
                change.after(),
                !change.was(),
                !change.is());
    }
}
