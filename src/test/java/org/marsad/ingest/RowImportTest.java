package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.actor.ActorRegistry;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.marsad.store.PostgisTest;
import org.marsad.store.Store;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of other data sets, good and bad, into a real database. */
@PostgisTest
class RowImportTest {
    private static final Gazetteer GAZETTEER = Gazetteer.builtIn();

    @TempDir
    Path directory;

    private final JdbcClient jdbc;
    private final ImportJobs jobs;
    private final Importer importer;

    RowImportTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        var actors = ActorRegistry.builtIn();
        var borders = Borders.builtIn();
        var store = Store.over(database, GAZETTEER, actors, borders);
        jobs = new ImportJobs(new JdbcTemplate(database), transaction);
        importer = new Importer(
                database,
                transaction,
                jobs,
                store,
                new DocumentCoder(store),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate event, imported_event, import_job, quarantine cascade")
                .update();
    }

    @Test
    void anAcledRowIsAnEventWithItsCodesPlaceActorsAndBorders() throws Exception {
        var file = AcledFile.of(1, 1)
                .set(0, "event_type", "Violence against civilians")
                .set(0, "sub_event_type", "Attack")
                .set(0, "event_date", "2024-03-14")
                .set(0, "year", "2024")
                .set(0, "time_precision", "1")
                .set(0, "actor1", "JNIM: Group for Support of Islam and Muslims")
                .set(0, "inter1", "Rebel group")
                .set(0, "actor2", "Civilians (Mali)")
                .set(0, "inter2", "Civilians")
                .set(0, "iso", "466")
                .set(0, "country", "Mali")
                .set(0, "location", "Diboli")
                .set(0, "latitude", "14.4550")
                .set(0, "longitude", "-12.1990")
                .set(0, "geo_precision", "2")
                .set(0, "fatalities", "4");
        run(Dataset.ACLED, false, file.write(directory.resolve("one.csv")));

        assertThat(jdbc.sql("""
                        select concat_ws(' ', plover, acled, acled_sub, ucdp_violence, start_date, end_date, date_precision,
                            where_precision, fatalities_best, ST_AsText(geom), source) from event""").query(String.class).single())
                .isEqualTo("ASSAULT Violence against civilians Attack 3 2024-03-14 2024-03-14 day 2 4"
                        + " POINT(-12.199 14.455) acled");
        assertThat(jdbc.sql("select actor_id || ' ' || role from event_actor order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("civilians target", "jnim perpetrator");
        assertThat(jdbc.sql("select name from event_place join place on id = place_id")
                        .query(String.class)
                        .single())
                .isEqualTo("Diboli");
        assertThat(jdbc.sql("select km < 5 and side = 'ML' from event_border where border_id = 'ML-SN'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("select date_code || ' ' || place_code from imported_event")
                        .query(String.class)
                        .single())
                .isEqualTo("1 2");
    }

    @Test
    void fourThousandRowsWithFivePercentFaultsPutExactlyTheFaultsIntoQuarantine() throws Exception {
        var file = AcledFile.of(4000, 4000);
        var faults = new TreeMap<Integer, String>();
        for (int i = 0; i < 200; i++) {
            faults.put(
                    i * 20 + 7,
                    List.of(
                                    "date",
                                    "year",
                                    "missing",
                                    "swapped",
                                    "range",
                                    "zero",
                                    "type",
                                    "inter",
                                    "precision",
                                    "deaths")
                            .get(i % 10));
        }
        faults.forEach((row, fault) -> {
            switch (fault) {
                case "date" -> file.set(row, "event_date", "2023-02-30");
                case "year" -> file.set(row, "year", "1997");
                case "missing" -> file.set(row, "latitude", "");
                case "swapped" ->
                    file.set(row, "latitude", "-12.1990")
                            .set(row, "longitude", "14.4550")
                            .set(row, "iso", "466");
                case "range" -> file.set(row, "latitude", "144.55");
                case "zero" -> file.set(row, "latitude", "0").set(row, "longitude", "0");
                case "type" -> file.set(row, "event_type", "Weather");
                case "inter" -> file.set(row, "inter1", "Wizards");
                case "precision" -> file.set(row, "geo_precision", "9");
                default -> file.set(row, "fatalities", "many");
            }
        });
        var lines = file.lines();
        var path = AcledFile.write(directory.resolve("faults.csv"), lines, bytes -> bytes);
        var job = run(Dataset.ACLED, false, path);

        // A row's line is not its number: notes hold line breaks.
        var expected = new TreeSet<Long>();
        long line = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && faults.containsKey(i - 1)) {
                expected.add(line);
            }
            line += 1 + lines.get(i).chars().filter(c -> c == '\n').count();
        }
        assertThat(refusedLines(job)).isEqualTo(expected);
        assertThat(rows(job)).isEqualTo(List.of(4000L, 3800L, 0L, 0L, 200L));
        assertThat(count("event")).isEqualTo(3800);
    }

    @Test
    void theSameFileTwiceChangesNothing() throws Exception {
        var path = AcledFile.of(300, 5).set(10, "event_date", "nonsense").write(directory.resolve("twice.csv"));
        run(Dataset.ACLED, false, path);
        var before = fingerprint();
        var again = run(Dataset.ACLED, false, path);

        assertThat(rows(again)).isEqualTo(List.of(300L, 0L, 0L, 299L, 1L));
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void aNewerRowReplacesAndAnOlderOneDoesNot() throws Exception {
        var first = AcledFile.of(3, 6).write(directory.resolve("first.csv"));
        run(Dataset.ACLED, false, first);
        long event = jdbc.sql("select event_id from imported_event where source_id = 'SAH1'")
                .query(Long.class)
                .single();
        var newer = AcledFile.of(3, 6)
                .set(1, "fatalities", "99")
                .set(1, "timestamp", "1800000000")
                .write(directory.resolve("newer.csv"));
        assertThat(rows(run(Dataset.ACLED, false, newer))).isEqualTo(List.of(3L, 0L, 1L, 2L, 0L));
        assertThat(rows(run(Dataset.ACLED, false, first))).isEqualTo(List.of(3L, 0L, 0L, 3L, 0L));
        assertThat(jdbc.sql("select fatalities_best from event where id = ?")
                        .param(event)
                        .query(Integer.class)
                        .single())
                .isEqualTo(99);
    }

    @Test
    void anEditionWithdrawsWhatItLacksAndGivesItBackByTheSameEvent() throws Exception {
        var whole = AcledFile.of(50, 7).write(directory.resolve("whole.csv"));
        run(Dataset.ACLED, false, whole);
        var before = ids();
        var less = AcledFile.of(50, 7).remove(30).remove(4).write(directory.resolve("less.csv"));
        var job = run(Dataset.ACLED, true, less);
        assertThat(rows(job)).isEqualTo(List.of(48L, 0L, 0L, 48L, 0L));
        assertThat(jobs.get(job).rows().withdrawn()).isEqualTo(2);
        assertThat(count("event")).isEqualTo(48);
        assertThat(count("imported_event")).isEqualTo(50);
        assertThat(jdbc.sql("select source_id from imported_event where withdrawn_at is not null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("SAH30", "SAH4");

        assertThat(rows(run(Dataset.ACLED, true, whole))).isEqualTo(List.of(50L, 0L, 2L, 48L, 0L));
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void nothingIsWithdrawnOnTheWordOfACutFileOrOfAPart() throws Exception {
        run(Dataset.ACLED, false, AcledFile.of(50, 8).write(directory.resolve("whole.csv")));
        var cut = AcledFile.write(
                directory.resolve("cut.csv"),
                AcledFile.of(50, 8).lines(),
                bytes -> Arrays.copyOf(bytes, bytes.length * 4 / 5));
        var job = run(Dataset.ACLED, true, cut);
        assertThat(jobs.get(job).message()).contains("Nothing was withdrawn", "cut off");
        assertThat(refusals(job)).singleElement().asString().contains("the file ends in the middle of it");

        var part = AcledFile.of(10, 8).write(directory.resolve("part.csv"));
        assertThat(jobs.get(run(Dataset.ACLED, true, part)).message()).contains("looks like a part of an edition");
        assertThat(count("event")).isEqualTo(50);
    }

    @Test
    void aRefusedRowOfAnEditionIsNotWithdrawn() throws Exception {
        run(Dataset.ACLED, false, AcledFile.of(20, 9).write(directory.resolve("whole.csv")));
        var job = run(
                Dataset.ACLED,
                true,
                AcledFile.of(20, 9).set(3, "latitude", "").remove(12).write(directory.resolve("edition.csv")));
        assertThat(jobs.get(job).rows().withdrawn()).isEqualTo(1);
        assertThat(count("event")).isEqualTo(19);
    }

    @Test
    void anUnclosedQuoteAHugeFieldAndAForeignEncodingSpoilOnlyTheirRows() throws Exception {
        var lines = AcledFile.of(40, 10).lines();
        lines.set(5, lines.get(5).replace("\"", "").replace("\n", " ") + ",\"never closed");
        lines.set(9, lines.get(9) + ",\"" + "x".repeat(10 << 20) + "\"");
        lines.set(13, AcledFile.of(40, 10).set(12, "notes", "@@é@@").line(12));
        lines.set(17, lines.get(17) + ",too,many");
        var path = AcledFile.write(directory.resolve("bad.csv"), lines, bytes -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            var out = new ByteArrayOutputStream();
            int at = text.indexOf("@@é@@");
            out.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
            out.writeBytes("é".getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(text.substring(at + 5).getBytes(StandardCharsets.UTF_8));
            return out.toByteArray();
        });
        var job = run(Dataset.ACLED, false, path);

        assertThat(refusals(job))
                .satisfiesExactly(
                        one -> assertThat(one).contains("a quote in it is not closed"),
                        one -> assertThat(one).contains("longer than 1,048,576 bytes"),
                        one -> assertThat(one).contains("not UTF-8 like the rest"),
                        one -> assertThat(one).contains("33 columns, not 31"));
        assertThat(rows(job)).isEqualTo(List.of(40L, 36L, 0L, 0L, 4L));
    }

    @Test
    void oneIdWithTwoContentsInAFileIsRefusedTheSecondTime() throws Exception {
        var lines = AcledFile.of(5, 11).lines();
        lines.add(lines.get(2));
        lines.add(AcledFile.of(5, 11).set(3, "fatalities", "77").line(3));
        var path = AcledFile.write(directory.resolve("doubles.csv"), lines, bytes -> bytes);
        var job = run(Dataset.ACLED, false, path);
        assertThat(rows(job)).isEqualTo(List.of(7L, 5L, 0L, 1L, 1L));
        assertThat(refusals(job)).singleElement().asString().contains("SAH3").contains("already, with other values");
        assertThat(rows(run(Dataset.ACLED, false, path))).isEqualTo(List.of(7L, 0L, 0L, 6L, 1L));
    }

    @Test
    void readsOlderAcledFilesWithAByteOrderMarkNumbersForActorsAndIso3() throws Exception {
        var path = directory.resolve("older.csv");
        Files.writeString(path, "\uFEFF" + """
                data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,timestamp,iso3
                7098393,466,MLI3456,3456,14 November 2019,2019,1,Battles,Armed clash,Military Forces of Mali (2013-2020),,1,Unidentified Armed Group (Mali),,3,13,Western Africa,Mali,Gao,Ansongo,,Ansongo,15.6597,0.5022,1,AFP,International,A clash.,3,1580848900,MLI
                """);
        var job = run(Dataset.ACLED, false, path);
        assertThat(rows(job)).isEqualTo(List.of(1L, 1L, 0L, 0L, 0L));
        assertThat(jdbc.sql("select string_agg(actor_id, ' ' order by actor_id) from event_actor")
                        .query(String.class)
                        .single())
                .isEqualTo("mali-army unidentified-armed-group");
        assertThat(jdbc.sql("select start_date::text from event")
                        .query(String.class)
                        .single())
                .isEqualTo("2019-11-14");
    }

    @Test
    void readsSingleByteAndUtf16FilesAndPackedOnes() throws Exception {
        var lines = AcledFile.of(30, 12)
                .set(0, "notes", "près de Téra")
                .set(1, "notes", "à Djibo")
                .lines();
        var text = String.join("\n", lines) + "\n";
        var latin = Files.write(directory.resolve("latin.csv"), text.getBytes(Charset.forName("windows-1252")));
        assertThat(rows(run(Dataset.ACLED, false, latin))).isEqualTo(List.of(30L, 30L, 0L, 0L, 0L));
        assertThat(jdbc.sql("select notes from imported_event where source_id = 'SAH0'")
                        .query(String.class)
                        .single())
                .isEqualTo("près de Téra");
        var wide = Files.write(directory.resolve("wide.csv"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertThat(rows(run(Dataset.ACLED, false, wide))).isEqualTo(List.of(30L, 0L, 0L, 30L, 0L));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        var zipped = Files.write(directory.resolve("packed.csv.gz"), packed.toByteArray());
        assertThat(rows(run(Dataset.ACLED, false, zipped))).isEqualTo(List.of(30L, 0L, 0L, 30L, 0L));
        var half =
                Files.write(directory.resolve("half.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertThat(refusals(run(Dataset.ACLED, false, half)).getLast()).contains("cut off");
    }

    @Test
    void whatIsNoFileOfTheDataSetIsRefusedAsAWhole() throws Exception {
        var path = Files.writeString(directory.resolve("other.csv"), "name,age\nAli,7\n");
        assertThat(refusals(run(Dataset.ACLED, false, path)))
                .singleElement()
                .asString()
                .contains("names no column event_id_cnty");
    }

    @Test
    void readsUcdpByTheNamesOfItsColumns() throws Exception {
        var path = Files.writeString(directory.resolve("ged.csv"), """
                "id","relid","year","type_of_violence","side_a","side_b","where_prec","where_coordinates","adm_1","latitude","longitude","country","date_prec","date_start","date_end","best","high","low"
                254698,"MLI-2021-1-1","2021",1,"Government of Mali","JNIM",1,"Boulkessi village","Mopti region",14.9,-1.04,"Mali",1,"2021-01-05 00:00:00.000","2021-01-05 00:00:00.000",5,7,4
                254699,"MLI-2021-3-9","2021",3,"IS","Civilians",4,"Gao region","Gao region",16.3,-0.04,"Mali",4,"2021-03-01","2021-03-31",12,12,12
                254700,"MLI-2021-3-9","2021",3,"IS","Civilians",8,"Gao region","Gao region",16.3,-0.04,"Mali",4,"2021-03-01","2021-03-31",12,12,12
                254701,"MLI-2021-3-9","2021",3,"IS","Civilians",1,"Gao region","Gao region",16.3,-0.04,"Mali",1,"2021-03-31","2021-03-01",12,12,12
                254702,"MLI-2021-3-9","2021",3,"IS","Civilians",1,"Gao region","Gao region",16.3,-0.04,"Mali",1,"2021-03-01","2021-03-01",12,3,12
                """);
        var job = run(Dataset.UCDP, false, path);
        assertThat(rows(job)).isEqualTo(List.of(5L, 2L, 0L, 0L, 3L));
        assertThat(jdbc.sql("""
                        select concat_ws(' ', plover, acled_sub, ucdp_violence, date_precision, where_precision, fatalities_low,
                            fatalities_best, fatalities_high, (select string_agg(actor_id || ':' || role, ' ' order by actor_id)
                                from event_actor where event_id = e.id)) from event e order by start_date""").query(String.class).list())
                .containsExactly(
                        "ASSAULT Armed clash 1 day 1 4 5 7 jnim:participant mali-government:participant",
                        "ASSAULT Attack 3 month 4 12 12 12 civilians:target islamic-state:perpetrator");
    }

    @Test
    void readsGdeltWithItsCountryCodesAndLeavesOutWhatIsBroken() throws Exception {
        var good = gdelt(
                "1000001",
                "20240314",
                "190",
                "4",
                "MALI",
                "MLI",
                "MIL",
                "4",
                "Bamako, Bamako, Mali",
                "ML",
                "12.65",
                "-8.0");
        var nowhere = gdelt("1000002", "20240314", "042", "1", "ALGERIA", "DZA", "GOV", "0", "", "", "", "");
        var algeria =
                gdelt("1000003", "20240314", "036", "1", "ALGERIA", "DZA", "GOV", "1", "Algeria", "AG", "28.0", "3.0");
        var broken =
                gdelt("1000004", "20240314", "190", "4", "MALI", "MLI", "MIL", "4", "Bamako", "ML", "12.65#", "-8.0");
        var unknown =
                gdelt("1000005", "20240314", "190", "4", "MALI", "MLI", "MIL", "4", "Bamako", "Q9", "12.65", "-8.0");
        var short58 = String.join("\t", List.of(good.split("\t", -1)).subList(0, 58));
        var path = Files.writeString(
                directory.resolve("20240314.export.CSV"),
                String.join("\n", good, nowhere, algeria, broken, unknown, short58) + "\n");
        var job = run(Dataset.GDELT, false, path);
        assertThat(rows(job)).isEqualTo(List.of(6L, 3L, 0L, 0L, 3L));
        assertThat(refusals(job).stream().collect(Collectors.joining("\n")))
                .contains("12.65#", "Q9", "GDELT 1.0 is not read");
        assertThat(jdbc.sql("""
                        select concat_ws(' ', plover, where_precision, geom is null,
                            (select country from event_place join place on place.id = place_id where event_id = e.id),
                            (select actor_id from event_actor where event_id = e.id)) from event e order by id""").query(String.class).list())
                .containsExactly(
                        "ASSAULT 2 f ML mali-army",
                        "CONSULT 6 t algeria-government",
                        "AGREE 6 f DZ algeria-government");
    }

    private static String gdelt(
            String id,
            String day,
            String code,
            String quad,
            String actor,
            String country,
            String type,
            String geoType,
            String place,
            String fips,
            String lat,
            String lon) {
        var values = new ArrayList<>(java.util.Collections.nCopies(61, ""));
        var columns = Dataset.GDELT.columns();
        values.set(columns.indexOf("globaleventid"), id);
        values.set(columns.indexOf("sqldate"), day);
        values.set(columns.indexOf("eventcode"), code);
        values.set(columns.indexOf("quadclass"), quad);
        values.set(columns.indexOf("actor1name"), actor);
        values.set(columns.indexOf("actor1countrycode"), country);
        values.set(columns.indexOf("actor1type1code"), type);
        values.set(columns.indexOf("actiongeo_type"), geoType);
        values.set(columns.indexOf("actiongeo_fullname"), place);
        values.set(columns.indexOf("actiongeo_countrycode"), fips);
        values.set(columns.indexOf("actiongeo_lat"), lat);
        values.set(columns.indexOf("actiongeo_long"), lon);
        values.set(columns.indexOf("dateadded"), "20240314120000");
        return String.join("\t", values);
    }

    private long run(Dataset dataset, boolean edition, Path... files) throws InterruptedException, IOException {
        long job = jobs.submitRows(dataset, List.of(files), edition, "test", "test")
                .id();
        importer.runOpenJobs();
        assertThat(jobs.get(job).state()).as("%s", jobs.get(job)).isEqualTo(ImportJob.State.DONE);
        var rows = rows(job);
        assertThat(rows.get(1) + rows.get(2) + rows.get(3) + rows.get(4)).isEqualTo(rows.getFirst());
        return job;
    }

    /** Read, added, changed, unchanged, in quarantine. */
    private List<Long> rows(long id) {
        var job = jobs.get(id);
        var rows = java.util.Objects.requireNonNull(job.rows());
        assertThat(jobs.listRefusals(id, 0, 10_000)).hasSize(job.quarantined());
        return List.of(rows.read(), rows.added(), rows.changed(), rows.unchanged(), (long) job.quarantined());
    }

    private TreeSet<Long> refusedLines(long job) {
        return jobs.listRefusals(job, 0, 10_000).stream()
                .map(Refusal::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> refusals(long job) {
        return jobs.listRefusals(job, 0, 10_000).stream()
                .map(one -> one.line() + " " + one.reason())
                .toList();
    }

    private List<String> ids() {
        return jdbc.sql(
                        "select e.id || ' ' || i.source_id from event e join imported_event i on i.event_id = e.id order by 1")
                .query(String.class)
                .list();
    }

    private String fingerprint() {
        return jdbc.sql(
                        "select md5(string_agg(e::text || i::text, '' order by e.id)) from event e join imported_event i"
                                + " on i.event_id = e.id")
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
