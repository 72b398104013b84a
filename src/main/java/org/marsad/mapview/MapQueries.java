package org.marsad.mapview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.BorderId;
import org.marsad.mapview.Histogram.Unit;
import org.marsad.mapview.columns.AreaCount;
import org.marsad.mapview.columns.Brief;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.EventRow;
import org.marsad.mapview.columns.Facet;
import org.marsad.mapview.columns.KnownArea;
import org.marsad.mapview.columns.Pages;
import org.marsad.mapview.columns.RepeatingBytes;
import org.marsad.mapview.columns.Snapshot;
import org.marsad.mapview.columns.TileForm;
import org.marsad.mapview.columns.ViewCounts;
import org.marsad.text.Language;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** What the map, the counts and the list show, from the read model; see {@code docs/api.md}. */
@Service
public class MapQueries {
    private static final int MOST_VALUES = 200;
    private static final int LARGE = 20_000;
    private static final List<String> DATE_PRECISIONS = List.of("day", "week", "month", "year", "unknown");

    private final ReadModel model;
    private final TextSearch texts;
    private final EventList events;

    public MapQueries(ReadModel model, TextSearch texts, EventList events) {
        this.model = model;
        this.texts = texts;
        this.events = events;
    }

    /** One answer's worth of the model: what is asked of it is of one state. */
    public final class At {
        private final Snapshot snapshot;

        private At(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        public String version() {
            return snapshot.version();
        }

        public Instant asOf() {
            return snapshot.asOf();
        }

        public int size() {
            return snapshot.size();
        }

        /** Whether the database is away, or would take longer over so many events. */
        boolean answersFirst() {
            return snapshot.size() > LARGE || model.status().awaySince() != null;
        }

        /** First and last day of events; null where none is dated. */
        public @Nullable List<LocalDate> days() {
            int[] days = snapshot.days();
            return days == null ? null : List.of(LocalDate.ofEpochDay(days[0]), LocalDate.ofEpochDay(days[1]));
        }

        /**
         * @throws IllegalArgumentException for a tile that is none
         */
        public RepeatingBytes tile(EventFilter filter, int z, int x, int y, TileForm form, Cancellation cancellation) {
            return snapshot.view(filter, texts).tile(z, x, y, form, cancellation);
        }

        /**
         * All tiles of a block, row by row from its north-western corner, each as its length (4 bytes, the lowest first) and
         * itself.
         */
        public RepeatingBytes tiles(EventFilter filter, TileRange range, TileForm form, Cancellation cancellation) {
            var view = snapshot.view(filter, texts);
            return RepeatingBytes.framed(range.stream()
                    .parallel()
                    .map(tile -> view.tile(range.z(), tile[0], tile[1], form, cancellation))
                    .toList());
        }

        public ViewCounts count(EventFilter filter, Set<Facet> facets, Unit unit, Cancellation cancellation) {
            return snapshot.view(filter, texts).count(facets, unit, model.executor(), cancellation);
        }

        /** The values of a facet by name, most first: at most {@value #MOST_VALUES}, and those that the filter names. */
        public List<EventCounts.Facet> named(
                Facet facet, List<ViewCounts.Value> values, EventFilter filter, Language language) {
            var chosen = chosen(facet, filter);
            var name = name(facet, language);
            var result = new ArrayList<EventCounts.Facet>();
            for (var value : values) {
                if (result.size() < MOST_VALUES || chosen.contains(value.id())) {
                    result.add(new EventCounts.Facet(value.id(), name.apply(value.id()), value.count()));
                }
            }
            return result;
        }

        public List<AreaCount> areas(EventFilter filter) {
            return snapshot.view(filter, texts).areas();
        }

        /** A name for an area: its border's, or those of its places. */
        public String label(KnownArea area, Language language) {
            var border = area.border();
            if (border != null) {
                return BorderNames.name(border, language);
            }
            if (area.isCountry() && !area.countries().isEmpty()) {
                return area.countries().stream()
                        .map(country -> BorderNames.country(country, language))
                        .collect(Collectors.joining(" · "));
            }
            return area.places().stream()
                    .map(place -> model.names().place(place, language))
                    .collect(Collectors.joining(" · "));
        }

        /** The selected events of an area by its number, newest first. */
        public List<EventSummary> inArea(EventFilter filter, int area, Language language) {
            var found = snapshot.view(filter, texts).inArea(area).stream()
                    .sorted((one, other) -> other.start() != one.start()
                            ? Integer.compare(other.start(), one.start())
                            : Integer.compare(other.id(), one.id()))
                    .limit(1000)
                    .toList();
            return summaries(found.stream().mapToInt(Brief::id).toArray(), filter, language);
        }

        /**
         * @param after where the page before ended, or null
         * @param offset events passed over, at most a million
         */
        public EventPage page(
                EventFilter filter,
                EventSort sort,
                Pages.@Nullable Cursor after,
                int offset,
                int limit,
                Language language) {
            var page = snapshot.view(filter, texts).page(Pages.Order.valueOf(sort.name()), after, offset, limit);
            var next = page.next();
            return new EventPage(
                    page.total(), summaries(page.ids(), filter, language), next == null ? null : next.toString());
        }

        /** These events, in this order; of those that are no more, nothing. While the database is away, as far as known. */
        public List<EventSummary> summaries(int[] ids, EventFilter filter, Language language) {
            if (ids.length == 0) {
                return List.of();
            }
            var byId = model.status().awaySince() == null ? complete(ids, filter, language) : null;
            if (byId == null) {
                byId = briefly(ids, filter, language);
            }
            var known = byId;
            return Arrays.stream(ids)
                    .mapToObj(id -> known.get((long) id))
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }

        /** Null where the database has gone away and the model has not noticed yet. */
        private @Nullable Map<Long, EventSummary> complete(int[] ids, EventFilter filter, Language language) {
            try {
                return events
                        .listByIds(Arrays.stream(ids).mapToObj(Long::valueOf).toList(), filter, language)
                        .stream()
                        .collect(Collectors.toMap(EventSummary::id, Function.identity()));
            } catch (DataAccessException | TransactionException e) {
                return null;
            }
        }

        private Map<Long, EventSummary> briefly(int[] ids, EventFilter filter, Language language) {
            var wanted = Arrays.stream(ids).boxed().collect(Collectors.toSet());
            var certainty = EventFilter.ALL.withCorridor(filter.corridor());
            var result = new HashMap<Long, EventSummary>();
            snapshot.view(certainty, texts)
                    .briefs(wanted)
                    .forEach((id, brief) -> result.put((long) id, summary(brief, language)));
            return result;
        }
    }

    /**
     * @param total events that the filter selects
     * @param next for the parameter {@code after} of the next page; null on the last
     */
    public record EventPage(
            int total, List<EventSummary> events, @Nullable String next) {}

    /**
     * The model as it is now.
     *
     * @throws ModelLoadingException before the first load is done
     */
    public At now() {
        return new At(model.get());
    }

    /** The same; empty before the first load is done. */
    public Optional<At> find() {
        return model.find().map(At::new);
    }

    public ReadModel.Status status() {
        return model.status();
    }

    private EventSummary summary(Brief brief, Language language) {
        boolean dated = brief.start() != EventRow.UNDATED;
        return new EventSummary(
                brief.id(),
                brief.type(),
                "",
                "",
                dated ? LocalDate.ofEpochDay(brief.start()) : null,
                dated ? LocalDate.ofEpochDay(brief.end()) : null,
                DATE_PRECISIONS.get(brief.datePrecision()),
                brief.wherePrecision(),
                null,
                List.of(),
                brief.actors().stream()
                        .map(one -> new EventSummary.NamedActor(
                                one.actor(),
                                model.names().actor(one.actor(), language),
                                one.role().word()))
                        .toList(),
                brief.deaths() < 0 ? null : new EventSummary.Deaths(null, brief.deaths(), null),
                0,
                null,
                brief.certain(),
                null);
    }

    private Function<String, String> name(Facet facet, Language language) {
        return switch (facet) {
            case ACTOR -> id -> model.names().actor(id, language);
            case COUNTRY -> id -> BorderNames.country(id, language);
            case REGION -> id -> model.names().region(id, language);
            case BORDER -> id -> BorderNames.name(BorderId.parse(id), language);
            default -> Function.identity();
        };
    }

    private static Set<String> chosen(Facet facet, EventFilter filter) {
        return switch (facet) {
            case ACTOR -> filter.actors();
            case REGION -> filter.regions();
            case COUNTRY -> filter.countries();
            default -> Set.of();
        };
    }
}
