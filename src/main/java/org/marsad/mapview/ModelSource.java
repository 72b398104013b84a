package org.marsad.mapview;

import java.sql.SQLException;
import java.util.BitSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.columns.EventColumnsBuilder;
import org.marsad.mapview.columns.Vocabulary;

/** Where the read model gets its events from: one connection that is told of changes. For one thread. */
public interface ModelSource extends AutoCloseable {
    /** The id that stands for all events: they were taken away together. */
    int EVERYTHING = 0;

    /**
     * What was read.
     *
     * @param builder holds the events
     * @param bookmark of {@link #changes}
     */
    record Loaded(EventColumnsBuilder builder, String bookmark) {}

    /**
     * What has changed since a bookmark; some that have not may be among them.
     *
     * @param ids of events that are new, have changed or are no more; empty for none
     */
    record Changes(BitSet ids, String bookmark) {}

    /**
     * Reads every event.
     *
     * @param progress told now and then how many were read
     */
    Loaded load(Vocabulary vocabulary, LongConsumer progress) throws SQLException;

    Changes changes(String bookmark) throws SQLException;

    /** Adds those of some events that are there. */
    void read(BitSet ids, EventColumnsBuilder into) throws SQLException;

    /** Names of what the vocabulary holds; asked after each read. Null where those from before still do. */
    @Nullable
    ModelNames names(Vocabulary vocabulary) throws SQLException;

    /** How many events there are. */
    long count() throws SQLException;

    /** Waits until there may be changes, at most some milliseconds. */
    void await(int millis) throws SQLException;

    @Override
    void close() throws SQLException;
}
