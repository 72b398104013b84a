package org.marsad.mapview;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.io.WKTWriter;
import org.marsad.coding.event.Role;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.mapview.DrawnArea.Box;
import org.marsad.mapview.DrawnArea.Circle;
import org.marsad.mapview.DrawnArea.Corner;
import org.marsad.mapview.DrawnArea.Outline;
import org.marsad.mapview.EventFilter.AreaFilter;
import org.marsad.mapview.EventFilter.CorridorFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of every kind around the borders of Mali, in a real database; and filters that cut through them. */
final class RandomEvents {
    static final List<String> BORDERS = List.of("ML-SN", "ML-MR", "BF-ML", "ML-NE", "MR-SN", "GN-ML", "BF-NE");
    static final List<String> ACTORS = List.of("jnim", "isgs", "mali-army", "senegal-army", "civilians");
    static final List<String> TYPES = List.of("ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "PROTEST");
    static final List<String> SOURCES = List.of("acled", "ucdp", "gdelt");
    private static final List<String> KINDS = List.of("rebel", "state-forces", "civilians");
    private static final List<String> REGIONS = List.of("ML:Mopti", "ML:Kayes", "SN:Tambacounda", "BF:Sahel");
    private static final List<String> ROLES = List.of("perpetrator", "target", "participant");
    private static final List<String> LANGUAGES = List.of("ar", "fr", "en");
    private static final List<String> COUNTRIES = List.of("ML", "SN", "MR", "BF", "NE", "GN", "KW");
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 1500;

    private final Random random;
    private final JdbcClient jdbc;
    private int written;

    RandomEvents(long seed, JdbcClient jdbc) {
        this.random = new Random(seed);
        this.jdbc = jdbc;
    }

    void write(int count) {
        for (var id : BORDERS) {
            var line = Borders.builtIn().find(BorderId.parse(id)).orElseThrow().line();
            jdbc.sql("insert into border select ?, ?, ?, g, false, ST_Length(g::geography) / 1000"
                            + " from (select ST_GeomFromText(?, 4326) as g) x")
                    .params(id, id.substring(0, 2), id.substring(3), new WKTWriter().write(line))
                    .update();
        }
        ACTORS.forEach(id -> jdbc.sql("insert into actor values (?, ?, ?, ?, ?, 2, 'REB', null, null)")
                .params(id, id.toUpperCase(), "جهة " + id, "Acteur " + id, KINDS.get(ACTORS.indexOf(id) / 2))
                .update());
        REGIONS.forEach(region -> jdbc.sql("insert into place values (?, ?, ?, ?, 'admin1', 'ADM1',"
                        + " ST_SetSRID(ST_Point(0, 15), 4326), 1)")
                .params(region, region, region.substring(0, 2), region.substring(3))
                .update());
        COUNTRIES.forEach(iso -> jdbc.sql(
                        "insert into place values (?, ?, ?, null, 'country', 'PCLI', ST_SetSRID(ST_Point(0, 15), 4326), 1)")
                .params("c:" + iso, iso, iso)
                .update());
        writeMore(count);
        jdbc.sql("analyze").update();
    }

    /** Further events. */
    void writeMore(int count) {
        int first = written + 1;
        for (int event = first; event < first + count; event++) {
            write(event, 1 + random.nextInt(7));
        }
        written += count;
        jdbc.sql("""
                insert into event_border
                select e.id, b.id, ST_Distance(e.geom::geography, b.line::geography) / 1000, 0, ''
                from event e join border b on ST_DWithin(e.geom::geography, b.line::geography, 200000)
                where e.id >= ?""").param(first).update();
    }

    private void write(int event, int where) {
        var start = random.nextInt(8) == 0 ? null : FIRST.plusDays(random.nextInt(DAYS));
        int length = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
        var precision = start == null ? "unknown" : length == 0 ? "day" : length < 8 ? "week" : "month";
        var border = where == 5 && random.nextBoolean() ? pick(BORDERS) : null;
        boolean nowhere = random.nextInt(25) == 0;
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision,
                    fatalities_low, fatalities_best, geom, border_id, confidence, source)
                values (:plover, 'Battles', 'Armed clash', :start, :end, :precision, :where, :low, :best,
                    case when :nowhere then null
                        when cast(:border as text) is not null then (select line from border where id = :border)
                        when :twice then ST_SetSRID(ST_Collect(ST_Point(:lon, :lat), ST_Point(:lon + 1, :lat)), 4326)
                        else ST_SetSRID(ST_Point(:lon, :lat), 4326) end, :border, 0.7, :source)""")
                .param("source", random.nextInt(3) > 0 ? null : pick(SOURCES))
                .param("low", random.nextInt(3) == 0 ? random.nextInt(5) : null)
                .param("best", random.nextInt(3) == 0 ? random.nextInt(8) : null)
                .param("twice", random.nextInt(20) == 0)
                .param("plover", pick(TYPES))
                .param("start", start)
                .param("end", start == null ? null : start.plusDays(length))
                .param("precision", precision)
                .param("where", where)
                .param("nowhere", nowhere && border == null)
                .param("border", border)
                .param("lon", -13.0 + 17 * random.nextDouble())
                .param("lat", 11.0 + 8 * random.nextDouble())
                .update();
        for (var actor : some(ACTORS)) {
            jdbc.sql("insert into event_actor values (?, ?, ?)")
                    .params(event, actor, pick(ROLES))
                    .update();
        }
        if (where < 5 && random.nextBoolean()) {
            some(REGIONS)
                    .forEach(region -> jdbc.sql("insert into event_place values (?, ?)")
                            .params(event, region)
                            .update());
        }
        if (where == 6) {
            jdbc.sql("insert into event_place values (?, ?)")
                    .params(event, "c:" + pick(COUNTRIES))
                    .update();
        }
        for (int report = random.nextInt(3); report >= 0; report--) {
            write(event, report, pick(LANGUAGES));
        }
    }

    private void write(int event, int report, String language) {
        var text = "مقال الأمن في منطقة " + event + " · Sécurité à la frontière " + report;
        long document = jdbc.sql("insert into document (name, sha256, text) values (?, ?, ?) returning id")
                .params(event + "-" + report, (event + "-" + report).getBytes(), text)
                .query(Long.class)
                .single();
        long article = jdbc.sql("insert into article (document_id, ordinal, title, language, begin_cp, end_cp, body,"
                        + " text_hash, signature) values (?, 1, 'Title', ?, 0, ?, '{}', '', '{}') returning id")
                .params(document, language, text.codePointCount(0, text.length()))
                .query(Long.class)
                .single();
        jdbc.sql("insert into report (event_id, article_id, coded_id, coded) values (?, ?, 'e', '{}')")
                .params(event, article)
                .update();
    }

    /** Each part of the filter is set or not, by chance. */
    EventFilter filter() {
        var from = random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(DAYS)) : null;
        var to = random.nextInt(3) == 0 ? (from == null ? FIRST : from).plusDays(random.nextInt(DAYS / 2)) : null;
        return new EventFilterBuilder()
                .range(from, to)
                .undated(random.nextBoolean())
                .actors(random.nextBoolean() ? Set.of() : some(ACTORS))
                .kinds(random.nextInt(3) > 0 ? Set.of() : some(KINDS))
                .roles(random.nextInt(3) > 0 ? Set.of() : Set.of(Role.values()[random.nextInt(3)]))
                .corridor(
                        random.nextBoolean()
                                ? null
                                : new CorridorFilter(
                                        BorderId.parse(pick(BORDERS)), 1 + random.nextInt(200), random.nextBoolean()))
                .area(random.nextInt(3) > 0 ? null : new AreaFilter(area(), random.nextBoolean()))
                .countries(random.nextInt(4) > 0 ? Set.of() : some(COUNTRIES))
                .regions(random.nextInt(4) > 0 ? Set.of() : some(REGIONS))
                .plover(random.nextBoolean() ? Set.of() : some(TYPES))
                .languages(random.nextInt(3) > 0 ? Set.of() : some(LANGUAGES))
                .without(random.nextInt(3) > 0 ? Set.of() : some(SOURCES))
                .sources(random.nextInt(5) > 0 ? Set.of() : some(List.of("acled", "articles")))
                .precision(random.nextInt(3) > 0 ? 7 : 1 + random.nextInt(7))
                .deaths(random.nextInt(4) > 0 ? 0 : 1 + random.nextInt(4))
                .build();
    }

    private DrawnArea area() {
        double lon = -13 + 15 * random.nextDouble();
        double lat = 10 + 8 * random.nextDouble();
        return switch (random.nextInt(3)) {
            case 0 -> new Box(lon, lat, lon + 0.1 + 6 * random.nextDouble(), lat + 0.1 + 4 * random.nextDouble());
            case 1 -> new Circle(lon, lat, 1 + random.nextInt(400));
            default ->
                new Outline(List.of(
                        new Corner(lon, lat),
                        new Corner(lon + 5 * random.nextDouble(), lat - 1),
                        new Corner(lon, lat + 4)));
        };
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Set<String> some(List<String> values) {
        var result = new TreeSet<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            result.add(pick(values));
        }
        return result;
    }
}
