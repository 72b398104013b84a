package org.marsad.mapview;

import java.util.BitSet;
import org.marsad.mapview.columns.Snapshot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the events that have some words: the one part of a filter that the model asks the database for. */
@Service
@Transactional(readOnly = true)
public class TextSearch implements Snapshot.TextSearch {
    private final JdbcClient jdbc;

    public TextSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BitSet ids(String text) {
        var where = EventFilters.where(EventFilter.ALL.withText(text));
        var ids = new BitSet();
        jdbc.sql("select e.id from event e where " + where.sql())
                .params(where.parameters())
                .query(row -> {
                    ids.set(Math.toIntExact(row.getLong(1)));
                });
        return ids;
    }
}
