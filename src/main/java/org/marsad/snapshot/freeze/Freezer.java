package org.marsad.snapshot.freeze;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.geo.Borders;
import org.marsad.geo.Corridor;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.FilterWords;
import org.marsad.mapview.TownLabels;
import org.marsad.snapshot.IssueStep;
import org.marsad.snapshot.SheetWords;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Issue;
import org.marsad.snapshot.sheet.PlaceLabel;
import org.marsad.snapshot.sheet.Sheet;
import org.marsad.snapshot.sheet.SheetArea;
import org.marsad.snapshot.sheet.SheetCorridor;
import org.marsad.snapshot.sheet.SheetCounts;
import org.marsad.snapshot.sheet.Shown;
import org.marsad.snapshot.sheet.SourceCredit;
import org.marsad.snapshot.sheet.TimeBins;
import org.marsad.snapshot.sheet.Where.LonLat;
import org.marsad.store.Licences;
import org.marsad.text.Language;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a sheet of a view. To be called in one transaction that sees one state of the database all the time. */
public final class Freezer {
    /** Events that are drawn one by one; of more, counts are drawn. */
    public static final int MOST_SINGLE = 5_000;

    private static final int MOST_TOWNS = 120;

    private final JdbcClient jdbc;
    private final FrozenReader reader;
    private final CountReader counts;
    private final Licences licences;
    private final TownLabels towns;
    private final SheetWords words;

    public Freezer(JdbcTemplate template, SheetWords words) {
        jdbc = JdbcClient.create(template);
        reader = new FrozenReader(template);
        counts = new CountReader(jdbc);
        licences = new Licences(jdbc);
        towns = new TownLabels(jdbc);
        this.words = words;
    }

    /** Who issues, with what, and how the sheet can be found again. */
    public record Stamp(
            String by,
            String software,
            String gazetteer,
            String code,
            String link,
            @Nullable String refreshes) {}

    /**
     * @param step is told what is being done
     */
    public Frozen freeze(SnapshotDraft draft, Stamp stamp, Consumer<IssueStep> step) {
        var seen = see(draft, stamp, step);
        step.accept(IssueStep.LISTING);
        var counts = seen.sheet().counts();
        return new Frozen(
                seen.sheet(),
                seen.filter(),
                reader.versions(seen.filter(), Math.toIntExact(counts.total())),
                seen.sheet().shown() instanceof Shown.Counted,
                new TreeSet<>(seen.withheld().keySet()),
                sum(seen.withheld()),
                seen.state());
    }

    /** The sheet alone, without which events it is of. */
    public Sheet freezeSheet(SnapshotDraft draft, Stamp stamp, Consumer<IssueStep> step) {
        return see(draft, stamp, step).sheet();
    }

    private record Seen(Sheet sheet, EventFilter filter, Map<String, Long> withheld, String state) {}

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Seen see(SnapshotDraft draft, Stamp stamp, Consumer<IssueStep> step) {
        var moment = jdbc.sql("select now() as at, pg_current_snapshot()::text as state")
                .query((row, _) -> Map.entry(row.getObject("at", OffsetDateTime.class), row.getString("state")))
                .single();
        var language = draft.language();
        // What a licence forbids to pass on is on no sheet, whoever issues it: a sheet goes to others.
        var restricted = licences.listWithheld("");
        var filter = draft.filter().withoutAlso(restricted);
        var withheld = withheld(draft.filter(), restricted);
        step.accept(IssueStep.COUNTING);
        var overview = reader.overview(filter);
        var found = overview.counts();
        boolean aggregated = found.total() > MOST_SINGLE;
        var events = aggregated ? List.<FrozenEvent>of() : reader.events(filter, language);
        var asked = draft.extent();
        var cells = aggregated && asked == null ? counts.fineCells(filter) : null;
        var extent = asked == null ? extent(filter, events, cells) : asked;
        Shown shown = aggregated
                ? counts.read(filter, extent, cells, language)
                : new Shown.Events(events.stream()
                        .map(event -> EventShapes.shown(event, words, language))
                        .toList());
        var conditions = conditions(draft.filter(), language);
        remarks(conditions, events, extent, withheld, language);
        var counted = labelled(found, language);
        var sheet = new Sheet(
                draft.title(),
                draft.note(),
                draft.classification(),
                language,
                draft.digits(),
                draft.paper(),
                extent,
                conditions,
                draft.symbols(),
                shown,
                corridor(filter, language),
                area(filter, language),
                labels(extent, language),
                counted,
                histogram(filter, overview.days()),
                aggregated
                        ? KeyTables.ofTypes(counted, words, language)
                        : KeyTables.ofEvents(events, found.total(), words, language),
                credits(overview.sources(), language),
                new Issue(
                        moment.getKey()
                                .atZoneSameInstant(ZoneId.systemDefault())
                                .toOffsetDateTime()
                                .truncatedTo(ChronoUnit.SECONDS),
                        stamp.by(),
                        stamp.software(),
                        stamp.gazetteer(),
                        stamp.code(),
                        stamp.link(),
                        "",
                        stamp.refreshes()),
                Sheet.Page.ONLY);
        return new Seen(sheet, filter, withheld, moment.getValue());
    }

    private List<String> conditions(EventFilter filter, Language language) {
        var names = reader.names(filter, language);
        UnaryOperator<String> named = id -> names.getOrDefault(id, id.substring(id.indexOf(':') + 1));
        UnaryOperator<String> source =
                id -> id.equals(EventFilter.ARTICLES) ? words.say(language, "source.articles") : named.apply(id);
        var result = new ArrayList<String>();
        for (var condition :
                new FilterWords(words.in(language), new FilterWords.Naming(named, named, source)).of(filter)) {
            result.add(condition.text());
        }
        return result;
    }

    /** Of the data sets that may not be passed on, those that the view has events of. */
    private Map<String, Long> withheld(EventFilter filter, java.util.Set<String> restricted) {
        var chosen = new HashSet<>(restricted);
        if (!filter.sources().isEmpty()) {
            chosen.retainAll(filter.sources());
        }
        chosen.removeAll(filter.without());
        return chosen.isEmpty()
                ? Map.of()
                : reader.overview(filter.edit().sources(chosen).build()).sources();
    }

    private void remarks(
            List<String> conditions,
            List<FrozenEvent> events,
            Extent extent,
            Map<String, Long> withheld,
            Language language) {
        if (!withheld.isEmpty()) {
            var names = reader.sourceNames();
            SortedSet<String> shown = withheld.keySet().stream()
                    .map(id -> names.getOrDefault(id, id))
                    .collect(Collectors.toCollection(TreeSet::new));
            conditions.add(words.say(
                    language, "sheet.withheld", String.join(words.say(language, "list.comma"), shown), sum(withheld)));
        }
        long outside = events.stream()
                .filter(event -> event.geometry() != null && event.precision() <= 2)
                .filter(event -> java.util.Arrays.stream(event.geometry().getCoordinates())
                        .noneMatch(at -> Extents.holds(extent, at.x, at.y)))
                .count();
        if (outside > 0) {
            conditions.add(words.say(language, "sheet.outside", outside));
        }
    }

    private Extent extent(EventFilter filter, List<FrozenEvent> events, @Nullable List<Shown.Cell> cells) {
        var corridor = filter.corridor();
        if (corridor != null) {
            var border = Borders.builtIn().find(corridor.border());
            if (border.isPresent()) {
                return EventShapes.around(Corridor.area(border.get(), corridor.km()));
            }
        }
        var area = filter.area();
        if (area != null) {
            return EventShapes.around(area.area().outline());
        }
        if (cells != null && !cells.isEmpty()) {
            return Extents.around(
                    cells.stream().mapToDouble(Shown.Cell::lon).toArray(),
                    cells.stream().mapToDouble(Shown.Cell::lat).min().orElseThrow(),
                    cells.stream().mapToDouble(Shown.Cell::lat).max().orElseThrow());
        }
        return EventShapes.around(events, filter);
    }

    private static @Nullable SheetCorridor corridor(EventFilter filter, Language language) {
        var corridor = filter.corridor();
        return corridor == null
                ? null
                : Borders.builtIn()
                        .find(corridor.border())
                        .map(border -> new SheetCorridor(
                                corridor.border().toString(),
                                BorderNames.name(corridor.border(), language),
                                corridor.km(),
                                border.line(),
                                Corridor.area(border, corridor.km())))
                        .orElse(null);
    }

    private @Nullable SheetArea area(EventFilter filter, Language language) {
        var area = filter.area();
        return area == null
                ? null
                : new SheetArea(
                        words.say(language, "js.legend.drawn"), area.area().outline());
    }

    /** Of the extent, and a little around it. */
    private List<PlaceLabel> labels(Extent extent, Language language) {
        double more = Math.max(extent.widthDegrees(), extent.heightDegrees()) / 3 + 0.5;
        double south = Math.max(-90, extent.south() - more);
        double north = Math.min(90, extent.north() + more);
        double west = extent.west() - more;
        double east = west + extent.widthDegrees() + 2 * more;
        var found = new ArrayList<TownLabels.Town>();
        if (east - west >= 360) {
            found.addAll(towns.list(new double[] {-180, south, 180, north}, MOST_TOWNS, language));
        } else {
            // A box that goes over the date line is two.
            for (int turn = -1; turn <= 1; turn++) {
                double left = Math.max(-180, west + turn * 360);
                double right = Math.min(180, east + turn * 360);
                if (left < right) {
                    found.addAll(towns.list(new double[] {left, south, right, north}, MOST_TOWNS, language));
                }
            }
        }
        return found.stream()
                .map(town -> new PlaceLabel(
                        town.name(),
                        town.lon(),
                        town.lat(),
                        town.population(),
                        switch (town.rank()) {
                            case 0 -> PlaceLabel.Rank.CAPITAL;
                            case 1 -> PlaceLabel.Rank.SEAT;
                            default -> PlaceLabel.Rank.TOWN;
                        }))
                .toList();
    }

    private SheetCounts labelled(SheetCounts found, Language language) {
        return new SheetCounts(
                found.total(),
                found.undated(),
                found.nowhere(),
                found.certain(),
                found.possible(),
                found.types().stream()
                        .map(type -> new SheetCounts.TypeCount(
                                type.type(), words.sayOr(language, "type." + type.type(), type.type()), type.count()))
                        .toList());
    }

    private @Nullable TimeBins histogram(EventFilter filter, FrozenReader.@Nullable Days days) {
        if (days == null) {
            return null;
        }
        long span = ChronoUnit.DAYS.between(days.first(), days.last());
        return reader.bins(
                filter, span <= 92 ? TimeBins.Unit.DAY : span <= 800 ? TimeBins.Unit.WEEK : TimeBins.Unit.MONTH);
    }

    private List<SourceCredit> credits(Map<String, Long> sources, Language language) {
        var byId = licences.list().stream().collect(Collectors.toMap(Licences.EventSource::id, source -> source));
        var result = new ArrayList<SourceCredit>();
        sources.forEach((id, events) -> {
            var source = byId.get(id);
            result.add(
                    source == null
                            ? new SourceCredit(
                                    words.say(language, "sheet.articles", events),
                                    words.say(language, "sheet.articles.licence"))
                            : new SourceCredit(
                                    words.say(language, "sheet.dataset", source.name(), events), source.terms()));
        });
        result.add(new SourceCredit("GeoNames", "CC BY 4.0"));
        result.add(new SourceCredit("Natural Earth", words.say(language, "sheet.publicDomain")));
        return result;
    }

    /** Where an event lies, as the extent and the drawing need it. */
    static LonLat middle(org.locationtech.jts.geom.Geometry geometry) {
        var at = geometry.getCentroid();
        return new LonLat(at.getX(), at.getY());
    }
}
