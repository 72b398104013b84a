package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostgisTest
class CodedDocumentsTest {
    private static final String FILLER = " كلام آخر يطول به النص حتى لا يكون المقالان نسخة واحدة ";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;

    CodedDocumentsTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.store = new Store(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
        store.writeReferenceData(Borders.builtIn(), ActorRegistry.builtIn());
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate document, event cascade").update();
    }

    @Test
    void storesOffsetsAsCodePointsAndTheTextUnchanged() {
        String text = "😀😀 باماكو" + FILLER;
        save(Reports.document("a", text, Reports.at("e1", Reports.BAMAKO, Reports.on("2024-09-17"), null)));

        assertThat(jdbc.sql("""
                                select substring(d.text from m.begin_cp + 1 for m.end_cp - m.begin_cp)
                                from mention m join article a on a.id = m.article_id join document d on d.id = a.document_id""").query(String.class).single()).isEqualTo("😀");
        assertThat(jdbc.sql("select text from document").query(String.class).single())
                .isEqualTo(text);
    }

    @Test
    void joinsTwoSourcesOfOneIncidentWithTheirFiguresAndActors() {
        save(Reports.document(
                "a",
                "الأول" + FILLER,
                Reports.at(
                        "e1",
                        Reports.DIBOLI,
                        Reports.on("2025-07-01"),
                        new Fatalities(3, 3, 3),
                        Reports.as(Role.PERPETRATOR, Reports.JNIM))));
        var saved = save(Reports.document(
                "b",
                "خبر ثان مختلف تماما عن غيره في ألفاظه وترتيبه",
                Reports.at(
                        "x9",
                        Reports.DIBOLI,
                        Reports.on("2025-07-01"),
                        new Fatalities(1, 5, 7),
                        Reports.as(Role.TARGET, Reports.ARMY))));

        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Stored.class,
                        stored -> assertThat(stored.linked()).isEqualTo(1));
        assertThat(jdbc.sql("select fatalities_low, fatalities_best, fatalities_high from event")
                        .query((row, _) -> List.of(row.getInt(1), row.getInt(2), row.getInt(3)))
                        .single())
                .isEqualTo(List.of(1, 5, 7));
        assertThat(jdbc.sql("select actor_id || ' ' || role from event_actor order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("jnim perpetrator", "mali-army target");
        assertThat(jdbc.sql("select count(*) from report").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void measuresTheDistanceToEachNearBorder() {
        save(Reports.document("a", "ديبولي" + FILLER, Reports.at("e1", Reports.DIBOLI, EventDate.UNDATED, null)));

        double stored = jdbc.sql("select km from event_border where border_id = 'ML-SN'")
                .query(Double.class)
                .single();
        double asked = jdbc.sql("""
                        select ST_Distance(e.geom::geography, b.line::geography) / 1000
                        from event e, border b where b.id = 'ML-SN'""").query(Double.class).single();
        assertThat(stored).isCloseTo(asked, within(0.01)).isLessThan(5);
        var near = jdbc.sql("select border_id from event_border")
                .query(String.class)
                .set();
        assertThat(near).isEqualTo(jdbc.sql("""
                                select b.id from event e, border b
                                where ST_DWithin(e.geom::geography, b.line::geography, 200000)""").query(String.class).set());
    }

    @Test
    void keepsAnEventAlongABorderAsTheLineItself() {
        save(Reports.document(
                "a", "دوريات" + FILLER, Reports.along("e1", new BorderId("ML", "SN"), Reports.on("2025-02-20"))));

        assertThat(jdbc.sql("select ST_GeometryType(geom) || ' ' || border_id from event")
                        .query(String.class)
                        .single())
                .isEqualTo("ST_MultiLineString ML-SN");
        assertThat(jdbc.sql("select km from event_border where border_id = 'ML-SN'")
                        .query(Double.class)
                        .single())
                .isZero();
    }

    @Test
    void storesACopyButNotItsEventsAgain() {
        String wire =
                "هاجم مسلحون مركزا أمنيا قرب بلدة ديبولي فجر الثلاثاء وقتلوا ثلاثة من الحراس ثم انسحبوا نحو الغابة"
                        + " قبل وصول تعزيزات من الجيش ولم تتبن أي جهة الهجوم حتى مساء اليوم نفسه";
        var event = Reports.at("e1", Reports.DIBOLI, Reports.on("2025-07-01"), null);
        save(Reports.document("a", wire, event));

        assertThat(save(Reports.document("again", wire, event))).isInstanceOf(Saved.AlreadyStored.class);
        var other = Reports.at("e1", Reports.DIBOLI, Reports.on("2025-07-02"), null);
        assertThat(save(Reports.document("near copy", wire + " وقالت المصادر", other)))
                .isInstanceOfSatisfying(Saved.Stored.class, stored -> {
                    assertThat(stored.duplicates()).isEqualTo(1);
                    assertThat(stored.events()).isZero();
                });
        assertThat(jdbc.sql("select count(*) from event").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void findsTheSameIncidentsInWhateverOrderTheArticlesCome() {
        var documents = new ArrayList<NewDocument>();
        for (int i = 0; i < 12; i++) {
            documents.add(Reports.document(
                    "doc " + i,
                    (i + " مقال ") + "كلمة" + i * 7919 + " نص" + i * 104729 + " خبر" + i * 1299709,
                    Reports.at(
                            "e" + i,
                            i % 2 == 0 ? Reports.DIBOLI : Reports.BAMAKO,
                            Reports.on("2025-07-0" + (1 + 3 * (i % 3))),
                            new Fatalities(i, i + 1, null))));
        }
        documents.forEach(this::save);
        var first = incidents();
        for (int seed = 0; seed < 3; seed++) {
            empty();
            Collections.shuffle(documents, new Random(seed));
            documents.forEach(this::save);
            assertThat(incidents()).isEqualTo(first);
        }
        assertThat(first).hasSize(6);
    }

    @Test
    void findsTheSameIncidentsHoweverManyArticlesComeAtOnce() {
        var random = new Random(11);
        var documents = new ArrayList<NewDocument>();
        var places = List.of(Reports.DIBOLI, Reports.BAMAKO);
        for (int i = 0; i < 40; i++) {
            var events = new ArrayList<CodedEvent>();
            for (int event = 0; event < 1 + i % 3; event++) {
                var on = random.nextInt(5) == 0
                        ? EventDate.UNDATED
                        : Reports.on("2025-07-%02d".formatted(1 + random.nextInt(9)));
                events.add(
                        random.nextInt(6) == 0
                                ? Reports.along("e" + i + event, new BorderId("ML", "SN"), Reports.on("2025-07-05"))
                                : Reports.at(
                                        "e" + i + event,
                                        places.get(random.nextInt(2)),
                                        on,
                                        new Fatalities(1, 1 + random.nextInt(9), null),
                                        Reports.as(
                                                Role.PERPETRATOR, random.nextBoolean() ? Reports.JNIM : Reports.ARMY)));
            }
            documents.add(Reports.document(
                    "doc " + i,
                    (i + " مقال ") + "كلمة" + i * 7919 + " نص" + i * 104729 + " خبر" + i * 1299709,
                    java.time.LocalDate.of(2025, 7, 1 + random.nextInt(12)),
                    events.toArray(CodedEvent[]::new)));
        }
        documents.forEach(this::save);
        var oneByOne = incidents();
        var links = links();
        assertThat(oneByOne.size()).isLessThan(70);
        assertThat(links).hasSizeGreaterThan(20);
        for (int seed = 0; seed < 4; seed++) {
            empty();
            var shuffle = new Random(seed);
            Collections.shuffle(documents, shuffle);
            for (int from = 0; from < documents.size(); ) {
                int to = seed == 0 ? documents.size() : Math.min(documents.size(), from + 1 + shuffle.nextInt(20));
                var some = List.copyOf(documents.subList(from, to));
                transaction.executeWithoutResult(_ -> store.documents().saveAll(some));
                from = to;
            }
            assertThat(incidents()).isEqualTo(oneByOne);
            assertThat(links()).isEqualTo(links);
            assertThat(jdbc.sql("""
                                    select count(*) from report_link l join report a on a.id = l.a join report b on b.id = l.b
                                    where a.chain <> b.chain""").query(Long.class).single()).isZero();
        }
    }

    @Test
    void knowsCopiesAmongArticlesThatComeAtOnce() {
        String wire =
                "هاجم مسلحون مركزا أمنيا قرب بلدة ديبولي فجر الثلاثاء وقتلوا ثلاثة من الحراس ثم انسحبوا نحو الغابة"
                        + " قبل وصول تعزيزات من الجيش ولم تتبن أي جهة الهجوم حتى مساء اليوم نفسه";
        var event = Reports.at("e1", Reports.DIBOLI, Reports.on("2025-07-01"), null);
        var documents = List.of(
                Reports.document("a", wire, event),
                Reports.document("other", "خبر عن شيء آخر" + FILLER, event),
                Reports.document("again", wire, event),
                Reports.document("near copy", wire + " وقالت المصادر", event),
                Reports.document("same words", wire.replace("مسلحون", "مُسلَّحون"), event));

        var saved = Objects.requireNonNull(
                transaction.execute(_ -> store.documents().saveAll(documents)));

        assertThat(saved.get(0)).isInstanceOfSatisfying(Saved.Stored.class, stored -> {
            assertThat(stored.events()).isEqualTo(1);
            assertThat(saved.get(2)).isEqualTo(new Saved.AlreadyStored(stored.documentId()));
        });
        assertThat(saved.get(1))
                .isInstanceOfSatisfying(
                        Saved.Stored.class,
                        stored -> assertThat(stored.linked()).isEqualTo(1));
        for (int copy : new int[] {3, 4}) {
            assertThat(saved.get(copy))
                    .isInstanceOfSatisfying(
                            Saved.Stored.class,
                            stored -> assertThat(stored.duplicates()).isEqualTo(1));
        }
        assertThat(jdbc.sql("select count(distinct duplicate_of) || ' ' || count(duplicate_of) from article")
                        .query(String.class)
                        .single())
                .isEqualTo("1 2");
    }

    @Test
    void keepsTheAttacksOfAWeekApart() {
        for (int day = 1; day <= 7; day++) {
            save(Reports.document(
                    "day " + day,
                    "يوم" + day * 7919 + FILLER.repeat(day),
                    Reports.at(
                            "e" + day,
                            Reports.DIBOLI,
                            Reports.on("2025-07-0" + day),
                            null,
                            Reports.as(Role.PERPETRATOR, Reports.JNIM))));
        }
        assertThat(jdbc.sql("select max(end_date - start_date) from event")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }

    private List<String> links() {
        return jdbc.sql("""
                        select least(a.coded_id, b.coded_id) || ' ' || greatest(a.coded_id, b.coded_id) || ' ' || l.confidence
                        from report_link l join report a on a.id = l.a join report b on b.id = l.b order by 1""").query(String.class).list();
    }

    private List<String> incidents() {
        return jdbc.sql("""
                        select concat(e.start_date, ' ', e.fatalities_low, ' ', e.fatalities_best, ' ', e.border_id, ' ', e.confidence)
                            || ' '
                            || (select string_agg(d.name || r.coded_id, ',' order by d.name, r.coded_id) from report r join article a on a.id = r.article_id
                                join document d on d.id = a.document_id where r.event_id = e.id)
                        from event e order by 1""").query(String.class).list();
    }

    private Saved save(NewDocument document) {
        return Objects.requireNonNull(transaction.execute(_ -> store.documents().save(document)));
    }
}
