package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.exchange.datasets.Columns;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.exchange.datasets.ForeignRows;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.mapview.EventExport;
import org.marsad.mapview.EventFilter;
import org.marsad.store.ImportedEvents.NewRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Events written in the shapes of others, and read again. */
@PostgisTest
class EventExportTest {
    private static final String ROW =
            "MLI9,2024-03-14,2024,1,Political violence,Battles,Armed clash,JNIM: Group for Support"
                    + " of Islam and Muslims,,Rebel group,Military Forces of Mali (2021-),,State forces,Rebel group-State forces,,"
                    + "466,Western Africa,Mali,Kayes,Kayes,,Diboli,14.455,-12.199,1,AFP,International,=HYPERLINK(\"x\"),3,,1710500000";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;
    private final EventExport export;

    EventExportTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.store = Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
        this.export = new EventExport(new JdbcTemplate(database));
    }

    @BeforeEach
    void write() {
        jdbc.sql("truncate document, event, imported_event cascade").update();
        var read = new ForeignRows(Dataset.ACLED, Columns.of(Dataset.ACLED)).read(List.of(ROW.split(",", -1)));
        transaction.execute(_ -> store.imported().save(Dataset.ACLED, List.of(new NewRow(read, 1)), job()));
        transaction.execute(_ -> store.documents()
                .save(Reports.document(
                        "article",
                        "هجوم في ديبولي قتل فيه خمسة من الجنود على الأقل كما قالت المصادر",
                        Reports.at(
                                "e1",
                                Reports.DIBOLI,
                                Reports.on("2025-07-01"),
                                new Fatalities(4, 5, 6),
                                Reports.as(Role.PERPETRATOR, Reports.JNIM),
                                Reports.as(Role.TARGET, Reports.ARMY)),
                        Reports.along("e2", new BorderId("ML", "SN"), Reports.on("2025-02-20")))));
    }

    private long job() {
        return jdbc.sql("insert into import_job (origin, requested_by, state) values ('t', 't', 'done') returning id")
                .query(Long.class)
                .single();
    }

    @Test
    void leavesOutWhatItsLicenceForbidsToPassOn() {
        var withheld = new Licences(jdbc).listWithheld("nobody");
        assertThat(withheld).containsExactly("acled");
        for (var format : ExportFormat.values()) {
            var all = write(EventFilter.ALL, format);
            var open = write(EventFilter.ALL.withoutAlso(withheld), format);
            assertThat(all).as("%s", format).contains("HYPERLINK");
            assertThat(open).as("%s", format).doesNotContain("HYPERLINK").contains("Diboli");
        }
    }

    @Test
    void anAccountWithALicenceOfItsOwnIsNotWithheldAnything() {
        jdbc.sql(
                        "insert into account (name, password, role) values ('licensed', '{noop}x', 'ANALYST') on conflict do nothing")
                .update();
        var licences = new Licences(jdbc);
        assertThat(licences.grant("acled", "licensed")).isTrue();
        assertThat(licences.grant("acled", "no-such")).isFalse();
        assertThat(licences.listWithheld("licensed")).isEmpty();
        licences.revoke("acled", "licensed");
        assertThat(licences.listWithheld("licensed")).containsExactly("acled");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() {
        for (var format : List.of(ExportFormat.ACLED, ExportFormat.CSV, ExportFormat.PLOVER)) {
            assertThat(write(EventFilter.ALL, format))
                    .as("%s", format)
                    .contains("'=HYPERLINK")
                    .doesNotContain(",=HYPERLINK")
                    .doesNotContain(",\"=HYPERLINK")
                    .contains(",-12.199");
        }
    }

    @Test
    void aCodedEventIsARowOfAcledThatReadsBackAsTheSame() {
        var lines = write(EventFilter.ALL.withoutAlso(Set.of("acled")), ExportFormat.ACLED)
                .split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).isEqualTo(String.join(",", Dataset.ACLED.columns()));
        var line = List.of(lines).stream()
                .filter(one -> one.contains("2025-07-01"))
                .findFirst()
                .orElseThrow();
        var event = new ForeignRows(Dataset.ACLED, Columns.of(Dataset.ACLED)).read(fields(line));
        assertThat(event.type().plover()).isEqualTo("ASSAULT");
        assertThat(event.type().acledSub()).isEqualTo("Armed clash");
        assertThat(event.date()).isEqualTo(Reports.on("2025-07-01"));
        assertThat(event.fatalities()).isEqualTo(new Fatalities(5, 5, 5));
        assertThat(event.wherePrecision()).isEqualTo(1);
        assertThat(Objects.requireNonNull(event.place()).country()).isEqualTo("ML");
        assertThat(event.actors().stream().map(actor -> actor.inter()).toList()).containsExactly(2, 1);
    }

    @Test
    void aCodedEventIsARowOfUcdpThatReadsBackAsTheSame() {
        var lines = write(EventFilter.ALL.withoutAlso(Set.of("acled")), ExportFormat.UCDP)
                .split("\r\n");
        var line = List.of(lines).stream()
                .filter(one -> one.contains("2025-07-01"))
                .findFirst()
                .orElseThrow();
        var event = new ForeignRows(Dataset.UCDP, Columns.of(Dataset.UCDP)).read(fields(line));
        assertThat(event.type().ucdpViolence()).isEqualTo(1);
        assertThat(event.date()).isEqualTo(Reports.on("2025-07-01"));
        assertThat(event.fatalities()).isEqualTo(new Fatalities(4, 5, 6));
        // PRIO-GRID's cell at 14.455 N, 12.199 W.
        assertThat(line).contains(",150096,");
    }

    @Test
    void aRowThatCameFromAcledLeavesAsItCame() {
        var lines = write(EventFilter.ALL, ExportFormat.ACLED).split("\r\n");
        assertThat(lines[1].replace("\"\"", "\"").replace("\"'=", "=").replace("\")\",", "\"),"))
                .isEqualTo(ROW);
    }

    @Test
    void geoJsonKeepsTheLineOfABorder() {
        var features = new JsonMapper()
                .readTree(write(EventFilter.ALL.withoutAlso(Set.of("acled")), ExportFormat.GEOJSON))
                .path("features");
        assertThat(features.size()).isEqualTo(2);
        assertThat(features.path(0).path("geometry").path("type").asString()).isEqualTo("MultiLineString");
        assertThat(features.path(0).path("properties").path("border").asString())
                .isEqualTo("ML-SN");
        assertThat(features.path(1).path("properties").path("deaths_best").asInt())
                .isEqualTo(5);
        assertThat(features.path(1).path("properties").path("perpetrators").asString())
                .contains("JNIM");
    }

    @Test
    void aGeoPackageHoldsEveryEventWithItsGeometryAndTypes(@TempDir Path directory) throws Exception {
        insertOneWithoutAPlace();
        var file = directory.resolve("events.gpkg");
        assertThat(export.writeGeoPackage(EventFilter.ALL.withoutAlso(Set.of("acled")), "left out: acled", file))
                .isEqualTo(3);
        try (var gpkg = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(first(gpkg, "pragma application_id")).isEqualTo("1196444487");
            assertThat(first(gpkg, "pragma integrity_check")).isEqualTo("ok");
            assertThat(first(gpkg, "pragma foreign_key_check")).isEmpty();
            assertThat(first(gpkg, "select description from gpkg_contents where table_name = 'events'"))
                    .isEqualTo("left out: acled");
            assertThat(first(
                            gpkg,
                            "select count(*) || ' ' || count(geom) || ' ' || typeof(max(deaths_best)) from events"))
                    .isEqualTo("3 2 integer");
            assertThat(first(gpkg, "select hex(substr(geom, 1, 8)) from events where start = '2025-07-01'"))
                    .isEqualTo("47500001E6100000");
        }
        assertThat(Ogr.featuresOf(file)).isIn(OptionalLong.empty(), OptionalLong.of(3));
    }

    @Test
    void kmlAndGeoJsonHoldEveryEventForOtherPrograms(@TempDir Path directory) throws Exception {
        insertOneWithoutAPlace();
        jdbc.sql("update article set title = title || ' <b>&\u0001 ]]>'").update();
        for (var format : List.of(ExportFormat.KML, ExportFormat.GEOJSON)) {
            var file = directory.resolve("events." + format.extension());
            java.nio.file.Files.writeString(file, write(EventFilter.ALL, format));
            assertThat(Ogr.featuresOf(file)).isIn(OptionalLong.empty(), OptionalLong.of(4));
        }
        var kml = javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("events.kml").toFile());
        var placemarks = kml.getElementsByTagName("Placemark");
        assertThat(placemarks.getLength()).isEqualTo(4);
        assertThat(kml.getElementsByTagName("Point").getLength()).isEqualTo(2);
        assertThat(kml.getElementsByTagName("LineString").getLength()).isPositive();
        assertThat(kml.getElementsByTagName("begin").item(0).getTextContent()).isEqualTo("2024-03-14");
    }

    private void insertOneWithoutAPlace() {
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, date_precision, where_precision, confidence)
                values ('ASSAULT', 'Battles', 'Armed clash', 'unknown', 7, 0.5)""").update();
    }

    private static String first(java.sql.Connection database, String sql) throws java.sql.SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    @Test
    void theFilterIsHonoured() {
        var filter = EventFilter.ALL.withRange(java.time.LocalDate.of(2025, 6, 1), null);
        assertThat(write(filter, ExportFormat.CSV).split("\r\n")).hasSize(2);
        assertThat(write(filter.withPlover(Set.of("CONSULT")), ExportFormat.CSV).split("\r\n"))
                .hasSize(1);
    }

    private String write(EventFilter filter, ExportFormat format) {
        var out = new StringBuilder();
        transaction.executeWithoutResult(_ -> {
            try {
                export.write(filter, format, "", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString();
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + ",").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        return fields;
    }
}
