package org.marsad.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.Coder;
import org.marsad.gazetteer.EditedPlace;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.geo.Borders;

/**
 * The gazetteer as it is now: what the sources have, and upon it what admins changed. Looks at the database for another
 * version now and then, so that several servers follow each other's edits. Safe for use by many threads.
 */
public final class LiveGazetteer {
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000;

    private final Gazetteer sources;
    private final EditedPlaces edits;
    private final Supplier<Coder> makeCoder;
    private final String stamp;
    private @Nullable Coder coder;
    private volatile @Nullable Edition edition;
    private volatile long lookedAt;

    LiveGazetteer(Gazetteer sources, EditedPlaces edits, ActorRegistry actors, Borders borders) {
        this.sources = sources;
        this.edits = edits;
        this.makeCoder = () -> new Coder(sources, actors, borders);
        this.stamp = sources.stamp();
    }

    /** The edition in force, at most a second old. */
    public Edition current() {
        var known = edition;
        if (known != null && System.nanoTime() - lookedAt < LOOK_AGAIN_NANOS) {
            return known;
        }
        return refresh();
    }

    /** The edition in force. */
    public Edition refresh() {
        long version = edits.version();
        var known = edition;
        if (known == null || known.version() != version) {
            known = read();
        }
        lookedAt = System.nanoTime();
        return known;
    }

    private synchronized Edition read() {
        long version = edits.version();
        var known = edition;
        if (known == null || known.version() != version) {
            known = with(version, edits.list(), new DecisionTable(edits.listDecisions()));
            edition = known;
        }
        return known;
    }

    /**
     * An edition that is not in force.
     *
     * @param edited every place that is other than the sources have it
     */
    public Edition with(long version, List<EditedPlace> edited, DecisionTable decisions) {
        var gazetteer = sources.with(edited);
        return new Edition(version, gazetteer, coder().withGazetteer(gazetteer), decisions, stamp);
    }

    private synchronized Coder coder() {
        if (coder == null) {
            coder = makeCoder.get();
        }
        return coder;
    }

    /** What the sources have, without any edit. */
    public Gazetteer sources() {
        return sources;
    }

    public Gazetteer gazetteer() {
        return current().gazetteer();
    }

    public Optional<Place> find(PlaceId id) {
        return gazetteer().find(id);
    }

    /** What admins changed. */
    public EditedPlaces edits() {
        return edits;
    }

    public String stamp() {
        return stamp;
    }
}
