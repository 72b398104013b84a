package org.marsad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.marsad.text.DatePrecision;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Links between reports: made by the coder whatever the order, undone and made by hand for good. */
@PostgisTest
class LinksTest {
    private static final EventActor JNIM = Reports.as(Role.PERPETRATOR, Reports.JNIM);
    private static final EventActor ARMY = Reports.as(Role.TARGET, Reports.ARMY);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Store store;

    LinksTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.store = Store.over(database, Gazetteer.of(List.of()), ActorRegistry.builtIn(), Borders.builtIn());
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate document, event, link_decision cascade").update();
    }

    @Test
    void anyOrderOfAnyArticlesGivesTheSameIncidents() {
        for (int law = 0; law < 4; law++) {
            var documents = documents(new Random(law), 40);
            String first = null;
            for (int order = 0; order < 3; order++) {
                empty();
                Collections.shuffle(documents, new Random(order));
                documents.forEach(this::save);
                if (first == null) {
                    first = incidents();
                }
                assertThat(incidents()).as("law %d, order %d", law, order).isEqualTo(first);
            }
            assertThat(jdbc.sql("select count(*) from event")
                            .query(Integer.class)
                            .single())
                    .as("some are linked, some are not")
                    .isBetween(5, 39);
        }
    }

    @Test
    void takingADocumentAwayLeavesWhatTheOthersWouldHaveGiven() {
        var documents = documents(new Random(77), 30);
        documents.subList(0, 20).forEach(this::save);
        var without = incidents();
        empty();
        Collections.shuffle(documents.subList(0, 20), new Random(3));
        documents.forEach(this::save);
        documents.subList(20, 30).forEach(document -> remove(document.source().id()));
        assertThat(incidents()).isEqualTo(without);
        assertThat(jdbc.sql(
                                "select count(*) from event e where not exists (select from report r where r.event_id = e.id)")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLinkUndoneByHandStaysUndoneWhenItsArticlesComeAgain() {
        var a = document("a", "2025-07-02", attack("a1", "2025-07-01", JNIM));
        var b = document("b", "2025-07-02", attack("b1", "2025-07-01", JNIM));
        save(a);
        save(b);
        long event = jdbc.sql("select id from event").query(Long.class).single();
        var reports = store.links().list(event);
        assertThat(reports)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.confidence()).isGreaterThan(0.8));

        assertThat(store.links().split(event, List.of(reports.getFirst().id()), "admin"))
                .hasSize(1)
                .doesNotContain(event);
        assertThat(incidents()).isEqualTo("a | b");

        for (var document : List.of(a, b)) {
            remove(document.source().id());
            save(document);
            assertThat(incidents()).isEqualTo("a | b");
        }
        // A third report may join one of them, never both.
        save(document("c", "2025-07-02", attack("c1", "2025-07-01", JNIM)));
        assertThat(incidents().split(" \\| ")).hasSize(2);
    }

    @Test
    void aLinkUndoneByHandStaysUndoneWhenTheCoderGivesTheEventsOtherIds() {
        save(document("a", "2025-07-02", attack("a1", "2025-07-01", JNIM)));
        save(document("b", "2025-07-02", attack("b1", "2025-07-01", JNIM)));
        long event = jdbc.sql("select id from event").query(Long.class).single();
        store.links().split(event, List.of(store.links().list(event).getFirst().id()), "admin");
        for (var name : List.of("a", "b")) {
            remove(name);
            save(document(name, "2025-07-02", attack(name + "-coded-anew", "2025-07-01", JNIM, ARMY)));
        }
        assertThat(incidents()).isEqualTo("a | b");
    }

    @Test
    void aLinkMadeByHandStaysThoughTheCoderWouldNotMakeIt() {
        var a = document("a", "2025-07-02", attack("a1", "2025-07-01", JNIM));
        var b = document("b", "2025-07-20", attack("b1", "2025-07-19", JNIM));
        save(a);
        save(b);
        assertThat(incidents()).isEqualTo("a | b");
        var events = jdbc.sql("select id from event").query(Long.class).list();
        assertThat(store.links().join(events, "admin")).hasSize(1);
        assertThat(incidents()).isEqualTo("a,b");
        remove("a");
        save(a);
        save(document("c", "2025-07-02", attack("c1", "2025-07-01", JNIM)));
        assertThat(incidents()).contains("a,b");
        // The last word counts.
        long event = jdbc.sql("select event_id from report r join article a on a.id = r.article_id"
                        + " join document d on d.id = a.document_id where d.name = 'b'")
                .query(Long.class)
                .single();
        var reports = store.links().list(event);
        store.links()
                .split(
                        event,
                        reports.stream()
                                .filter(one -> one.document().equals("b"))
                                .map(Links.LinkedReport::id)
                                .toList(),
                        "admin");
        assertThat(incidents()).isEqualTo("a,c | b");
    }

    @Test
    void whatCannotBeSplitOrJoinedIsRefusedAndNothingChanges() {
        save(document("a", "2025-07-02", attack("a1", "2025-07-01", JNIM)));
        long event = jdbc.sql("select id from event").query(Long.class).single();
        long report = store.links().list(event).getFirst().id();
        assertThatThrownBy(() -> store.links().split(event, List.of(report), "admin"))
                .hasMessageContaining("nothing would be left");
        assertThatThrownBy(() -> store.links().split(event, List.of(report + 99), "admin"))
                .hasMessageContaining("has not all of the reports");
        assertThatThrownBy(() -> store.links().join(List.of(event, event + 99), "admin"))
                .hasMessageContaining("does not exist");
        assertThat(jdbc.sql("select count(*) from link_decision")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void undatedReportsOfOneTimeAreLinkedWhereAllElseAgrees() {
        save(document("a", "2025-07-02", undated("a1", new Fatalities(5, 5, 5), JNIM)));
        save(document("b", "2025-07-03", undated("b1", new Fatalities(5, 5, 5), JNIM)));
        save(document("later", "2025-09-03", undated("l1", new Fatalities(5, 5, 5), JNIM)));
        save(document("other figures", "2025-07-03", undated("o1", new Fatalities(9, 9, 9), JNIM)));
        save(document("nobody named", "2025-07-03", undated("n1", new Fatalities(5, 5, 5))));
        assertThat(incidents()).isEqualTo("a,b | later | nobody named | other figures");

        save(document(
                "dated",
                "2025-07-03",
                Reports.at("d1", Reports.DIBOLI, Reports.on("2025-07-01"), new Fatalities(5, 5, 5), JNIM)));
        assertThat(incidents()).isEqualTo("a,b,dated | later | nobody named | other figures");
        assertThat(jdbc.sql("select start_date::text from event where start_date is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("2025-07-01");
    }

    /** Attacks of few kinds, places and days, so that chains of reports that contradict each other come about. */
    private static List<NewDocument> documents(Random random, int count) {
        var documents = new ArrayList<NewDocument>();
        for (int i = 0; i < count; i++) {
            var day = LocalDate.of(2025, 7, 1).plusDays(random.nextInt(9));
            var events = new ArrayList<CodedEvent>();
            for (int e = random.nextInt(2); e >= 0; e--) {
                int deaths = random.nextInt(4) * 4;
                int length = random.nextInt(4) == 0 ? random.nextInt(8) : 0;
                var date = random.nextInt(8) == 0
                        ? EventDate.UNDATED
                        : new EventDate(
                                day, day.plusDays(length), length == 0 ? DatePrecision.DAY : DatePrecision.WEEK);
                events.add(Reports.at(
                        "d" + i + "e" + e,
                        random.nextInt(3) == 0 ? Reports.BAMAKO : Reports.DIBOLI,
                        date,
                        random.nextInt(3) == 0 ? null : new Fatalities(deaths, deaths, deaths),
                        random.nextBoolean() ? JNIM : ARMY));
            }
            documents.add(document("doc" + i, day.plusDays(1).toString(), events.toArray(CodedEvent[]::new)));
        }
        return documents;
    }

    private static CodedEvent attack(String id, String day, EventActor... actors) {
        return Reports.at(id, Reports.DIBOLI, Reports.on(day), null, actors);
    }

    private static CodedEvent undated(String id, @Nullable Fatalities deaths, EventActor... actors) {
        return Reports.at(id, Reports.DIBOLI, EventDate.UNDATED, deaths, actors);
    }

    private static NewDocument document(String name, String published, CodedEvent... events) {
        int seed = name.hashCode();
        var words = new StringBuilder(name);
        for (int i = 0; i < 30; i++) {
            seed = seed * 1103515245 + 12345;
            words.append(" w").append(seed >>> 8);
        }
        return Reports.document(name, words.toString(), LocalDate.parse(published), events);
    }

    private long id(String document) {
        return jdbc.sql("select id from document where name = ?")
                .param(document)
                .query(Long.class)
                .single();
    }

    /** Each incident by the names of its documents and what it says. */
    private String incidents() {
        return jdbc.sql("""
                        select string_agg(names, ' | ' order by names) from (
                            select string_agg(d.name, ',' order by d.name, r.coded_id)
                                || case when d0.many then concat(' ', e.start_date, ' ', e.end_date, ' ', e.fatalities_low, ' ',
                                    e.fatalities_best, ' ', e.fatalities_high) else '' end as names
                            from event e join report r on r.event_id = e.id join article a on a.id = r.article_id
                                join document d on d.id = a.document_id,
                                (select count(*) > 8 as many from document) d0
                            group by e.id, d0.many) x""").query(String.class).single();
    }

    private void remove(String document) {
        boolean removed =
                Boolean.TRUE.equals(transaction.execute(_ -> store.documents().remove(id(document))));
        assertThat(removed).isTrue();
    }

    private void save(NewDocument document) {
        Objects.requireNonNull(transaction.execute(_ -> store.documents().save(document)));
    }
}
