package org.marsad.mapview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventCounts.CorridorCount;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.ViewCounts;
import org.marsad.text.Language;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts from the read model where there are many events, and while the database is away. Few are counted by the database,
 * which knows of each change at once.
 */
@Service
@Primary
class ModelEventCounter extends EventCounter {
    private final MapQueries queries;

    ModelEventCounter(JdbcClient jdbc, MapQueries queries) {
        super(jdbc);
        this.queries = queries;
    }

    // Without a transaction: beginning one asks the database, which may be away.
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public EventCounts count(EventFilter filter, Language language) {
        var model = queries.find();
        if (model.isEmpty()) {
            return super.count(filter, language);
        }
        if (!model.get().answersFirst()) {
            try {
                return super.count(filter, language);
            } catch (DataAccessException e) {
                // What was read before will do.
            }
        }
        return count(model.get(), filter, language);
    }

    private static EventCounts count(MapQueries.At model, EventFilter filter, Language language) {
        var counts = model.count(filter, Facet.ALL, Unit.MONTH, Cancellation.NEVER);
        return new EventCounts(
                counts.total(),
                counts.undated(),
                counts.nowhere(),
                certainty(counts.corridor()),
                facet(model, counts, Facet.ACTOR, filter, language),
                facet(model, counts, Facet.TYPE, filter, language),
                facet(model, counts, Facet.BORDER, filter, language),
                facet(model, counts, Facet.LANGUAGE, filter, language),
                certainty(counts.area()),
                facet(model, counts, Facet.KIND, filter, language),
                facet(model, counts, Facet.ROLE, filter, language),
                facet(model, counts, Facet.COUNTRY, filter, language),
                facet(model, counts, Facet.REGION, filter, language),
                facet(model, counts, Facet.SOURCE, filter, language),
                facet(model, counts, Facet.PRECISION, filter, language));
    }

    private static @Nullable CorridorCount certainty(ViewCounts.@Nullable Certainty certainty) {
        return certainty == null ? null : new CorridorCount(certainty.certain(), certainty.possible());
    }

    private static List<EventCounts.Facet> facet(
            MapQueries.At model, ViewCounts counts, Facet facet, EventFilter filter, Language language) {
        return model.named(facet, counts.facets().getOrDefault(facet, List.of()), filter, language);
    }
}
