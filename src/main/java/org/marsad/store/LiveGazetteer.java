package org.marsad.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorId;
import org.marsad.coding.Coder;
import org.marsad.coding.reading.Vocabulary;
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

    private final EditedPlaces edits;
    private final EditedVocabulary vocabulary;
    private final Borders borders;
    private final FollowedSources followed;
    private volatile Gazetteer sources;
    private volatile @Nullable String stamp;
    private @Nullable Coder coder;
    private volatile @Nullable Edition edition;
    private volatile long lookedAt;

    LiveGazetteer(
            Gazetteer sources,
            EditedPlaces edits,
            EditedVocabulary vocabulary,
            Borders borders,
            FollowedSources followed) {
        this.followed = followed;
        this.sources = sources;
        this.edits = edits;
        this.vocabulary = vocabulary;
        this.borders = borders;
    }

    /**
     * Other sources from now on: files were imported, or taken away. What was edited stands upon them as it did upon these.
     *
     * @param other the sources
     * @param under the stamp under which it is kept what articles look at in them
     */
    public synchronized void replaceSources(Gazetteer other, String under) {
        sources = other;
        stamp = under;
        coder = null;
        edition = null;
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
            known = with(version, edits.list(), new DecisionTable(edits.listDecisions()), vocabulary.read());
            edition = known;
        }
        return known;
    }

    /**
     * An edition that is not in force.
     *
     * @param edited every place that is other than the sources have it
     */
    public Edition with(long version, List<EditedPlace> edited, DecisionTable decisions, Vocabulary words) {
        return with(version, sources.with(edited), decisions, words);
    }

    /** The same over a gazetteer that is edited already. */
    public Edition with(long version, Gazetteer gazetteer, DecisionTable decisions, Vocabulary words) {
        return new Edition(version, gazetteer, coder(words).withGazetteer(gazetteer), decisions, words, stamp());
    }

    /** The edition in force if the sources were others. */
    public Edition over(Gazetteer others, long version, Vocabulary words) {
        return with(version, others.with(edits.list()), new DecisionTable(edits.listDecisions()), words);
    }

    /** One that knows these words: that of the edition in force, or of the tables, where it does. */
    private synchronized Coder coder(Vocabulary words) {
        var known = edition;
        if (known != null && known.vocabulary().equals(words)) {
            return known.coder();
        }
        if (coder == null) {
            coder = new Coder(sources, vocabulary.tables().actors(), borders);
        }
        return words.equals(vocabulary.tables()) ? coder : coder.withVocabulary(words);
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

    /** What admins changed of actors and of words for events. */
    public EditedVocabulary vocabulary() {
        return vocabulary;
    }

    /** An actor as it is edited, or composed of a country and an institution. */
    public Optional<Actor> findActor(ActorId id) {
        return current().vocabulary().actors().find(id);
    }

    /** Under which it is kept what articles look at. Asked for only once something is stored: the schema may not be there before. */
    public String stamp() {
        var known = stamp;
        if (known == null) {
            known = followed.stampOf(sources.stamp());
            stamp = known;
        }
        return known;
    }

    /** The sources that what is stored follows. */
    public FollowedSources followed() {
        return followed;
    }
}
