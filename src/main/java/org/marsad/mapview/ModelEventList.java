package org.marsad.mapview;

import java.util.List;
import java.util.Set;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.Pages;
import org.marsad.text.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Picks and sorts events in the read model where there are many, and while the database is away. */
@Service
@Primary
class ModelEventList extends EventList {
    /** Asked late: these queries need a list themselves, of events by their ids. */
    private final ObjectProvider<MapQueries> queries;

    ModelEventList(JdbcClient jdbc, ObjectProvider<MapQueries> queries) {
        super(jdbc);
        this.queries = queries;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public int count(EventFilter filter) {
        var model = queries.getObject().find();
        if (model.isEmpty()) {
            return super.count(filter);
        }
        if (!model.get().answersFirst()) {
            try {
                return super.count(filter);
            } catch (DataAccessException e) {
                // What was read before will do.
            }
        }
        return model.get()
                .count(filter, Set.of(), Unit.MONTH, Cancellation.NEVER)
                .total();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<EventSummary> list(EventFilter filter, EventSort sort, Language language, int offset, int limit) {
        var model = queries.getObject().find();
        if (model.isEmpty() || offset > Pages.MOST) {
            return super.list(filter, sort, language, offset, limit);
        }
        if (!model.get().answersFirst()) {
            try {
                return super.list(filter, sort, language, offset, limit);
            } catch (DataAccessException e) {
                // What was read before will do.
            }
        }
        return model.get().page(filter, sort, null, offset, limit, language).events();
    }
}
