package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.mapview.EventChange.Kind;
import org.marsad.store.PostgisTest;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the database itself notes of events, whoever changes them. */
@PostgisTest
class EventChangesTest {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventChanges changes;
    private Instant before = Instant.EPOCH;

    EventChangesTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        changes = new EventChanges(jdbc, new EventList(jdbc), new JsonMapper());
    }

    @BeforeEach
    void writeEvents() {
        jdbc.sql("truncate event, document, place, actor, event_change restart identity cascade")
                .update();
        jdbc.sql("""
                insert into actor values ('a', 'A', 'أ', 'A', 'rebel', 2, 'REB', null, null),
                    ('b', 'B', 'ب', 'B', 'rebel', 2, 'REB', null, null)""").update();
        jdbc.sql("""
                insert into place values
                    ('kayes', 'Kayes', 'ML', 'Kayes', 'settlement', 'PPL', ST_SetSRID(ST_Point(-11.4, 14.4), 4326), 1),
                    ('gao', 'Gao', 'ML', 'Gao', 'settlement', 'PPL', ST_SetSRID(ST_Point(0, 16.3), 4326), 1)""").update();
        transaction.executeWithoutResult(_ -> {
            event(1, "kayes");
            event(2, "gao");
            event(3, "gao");
            report(11, 1);
            report(12, 2);
            report(13, 3);
        });
        jdbc.sql("select setval(pg_get_serial_sequence('event', 'id'), 100)")
                .query(Long.class)
                .single();
        before = now();
    }

    @Test
    void anEventThatCameInIsNewAndItsPartsAreNoChangesOfTheirOwn() {
        transaction.executeWithoutResult(_ -> event(4, "kayes"));
        assertThat(counts()).isEqualTo(Map.of(Kind.NEW, 1));
        assertThat(history()).isZero();
        assertThat(changes.marks(Set.of(1L, 4L), before)).isEqualTo(Map.of(4L, Set.of(Kind.NEW)));
    }

    @Test
    void writingAnEventAnewAsItWasIsNoChange() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update event set plover = plover, revised_at = now() where id = 1")
                    .update();
            jdbc.sql("delete from event_place where event_id = 1").update();
            jdbc.sql("delete from event_actor where event_id = 1").update();
            jdbc.sql("insert into event_place values (1, 'kayes')").update();
            jdbc.sql("insert into event_actor values (1, 'a', 'perpetrator')").update();
        });
        assertThat(counts()).isEmpty();
        assertThat(history()).isZero();
    }

    @Test
    void anEventPutElsewhereIsMovedFromWhereItWas() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update event set geom = ST_SetSRID(ST_Point(0, 16.3), 4326) where id = 1")
                    .update();
            jdbc.sql("delete from event_place where event_id = 1").update();
            jdbc.sql("insert into event_place values (1, 'gao')").update();
        });
        var change = only();
        assertThat(change.kinds()).containsExactly(Kind.MOVED);
        assertThat(change.before().places()).containsExactly("Kayes");
        assertThat(change.after().places()).containsExactly("Gao");
        assertThat(change.before().lon()).isEqualTo(-11.4);
        assertThat(change.now()).isNotNull();
    }

    @Test
    void aPlaceOrAnActorThatIsAddedAloneIsSeen() {
        jdbc.sql("insert into event_place values (1, 'gao')").update();
        jdbc.sql("insert into event_actor values (2, 'b', 'target')").update();
        assertThat(counts()).isEqualTo(Map.of(Kind.MOVED, 1, Kind.CORRECTED, 1));
        assertThat(only(Kind.MOVED).before().places()).containsExactly("Kayes");
        assertThat(only(Kind.CORRECTED).before().actors()).containsExactly("A");
        assertThat(only(Kind.CORRECTED).after().actors()).containsExactly("A", "B");
    }

    @Test
    void anotherDateOrFigureIsACorrectionAndAnotherArticleASource() {
        jdbc.sql("update event set fatalities_best = 7, end_date = '2024-01-03' where id = 1")
                .update();
        transaction.executeWithoutResult(_ -> report(21, 2));
        assertThat(counts()).isEqualTo(Map.of(Kind.CORRECTED, 1, Kind.SOURCES, 1));
        var corrected = only(Kind.CORRECTED);
        assertThat(corrected.before().deaths()).isNull();
        assertThat(corrected.after().deaths().best()).isEqualTo(7);
        assertThat(only(Kind.SOURCES).after().sources()).isEqualTo(2);
    }

    @Test
    void twoIncidentsThatBecomeOneAreMergedAndTheOneThatIsGoneSaysWhereItIs() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("update report set event_id = 2 where event_id = 3").update();
            jdbc.sql("delete from event where id = 3").update();
        });
        assertThat(counts()).isEqualTo(Map.of(Kind.MERGED, 2));
        assertThat(changes.findSuccessor(3)).contains(2L);
        assertThat(list())
                .filteredOn(change -> change.now() == null)
                .singleElement()
                .satisfies(gone -> {
                    assertThat(gone.event()).isEqualTo(3);
                    assertThat(gone.into()).isEqualTo(2);
                    assertThat(gone.before().places()).containsExactly("Gao");
                });
    }

    @Test
    void anEventThatIsTakenAwayIsWithdrawnAndOneThatCameAndWentIsNotTold() {
        jdbc.sql("delete from event where id = 1").update();
        transaction.executeWithoutResult(_ -> event(5, "gao"));
        jdbc.sql("delete from event where id = 5").update();
        assertThat(counts()).isEqualTo(Map.of(Kind.WITHDRAWN, 1));
        assertThat(only().event()).isEqualTo(1);
    }

    @Test
    void severalChangesOfAnEventAreOneFromTheFirstToTheLast() {
        jdbc.sql("update event set fatalities_best = 1 where id = 1").update();
        var between = now();
        jdbc.sql("update event set fatalities_best = 2 where id = 1").update();
        var change = only();
        assertThat(change.before().deaths()).isNull();
        assertThat(change.after().deaths().best()).isEqualTo(2);
        var later = changes.list(EventFilter.ALL, between, now(), null, Language.EN, 0, 10);
        assertThat(later)
                .singleElement()
                .satisfies(last -> assertThat(last.before().deaths().best()).isEqualTo(1));
        assertThat(changes.listOfEvent(1, Language.EN)).hasSize(2);
    }

    @Test
    void theFilterHoldsForWhatIsStillThere() {
        jdbc.sql("update event set fatalities_best = 1 where id in (1, 2)").update();
        jdbc.sql("delete from event where id = 3").update();
        var filter = EventFilter.ALL.edit().regions(Set.of("ML:Gao")).build();
        assertThat(changes.count(filter, before, now())).isEqualTo(Map.of(Kind.CORRECTED, 1, Kind.WITHDRAWN, 1));
    }

    @Test
    void manyEventsThatComeAtOnceLeaveNoHistory() {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                with e as (insert into event (plover, acled, acled_sub, date_precision, where_precision, confidence)
                    select 'ASSAULT', 'Battles', 'Attack', 'unknown', 7, 1 from generate_series(1, 5000) returning id)
                insert into event_place select id, 'gao' from e""").update());
        assertThat(counts()).isEqualTo(Map.of(Kind.NEW, 5000));
        assertThat(history()).isZero();
    }

    private Map<Kind, Integer> counts() {
        return changes.count(EventFilter.ALL, before, now());
    }

    private java.util.List<EventChange> list() {
        return changes.list(EventFilter.ALL, before, now(), null, Language.EN, 0, 100);
    }

    private EventChange only() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    private EventChange only(Kind kind) {
        var found = changes.list(EventFilter.ALL, before, now(), kind, Language.EN, 0, 100);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private int history() {
        return jdbc.sql("select count(*) from event_change")
                .query(Integer.class)
                .single();
    }

    private Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .plus(Duration.ZERO);
    }

    private void event(long id, String place) {
        jdbc.sql("""
                insert into event (id, plover, acled, acled_sub, start_date, end_date, date_precision, where_precision,
                    geom, confidence)
                overriding system value
                select ?, 'ASSAULT', 'Battles', 'Attack', '2024-01-02', '2024-01-02', 'day', 1, point, 1 from place where id = ?""").params(id, place).update();
        jdbc.sql("insert into event_place values (?, ?)").params(id, place).update();
        jdbc.sql("insert into event_actor values (?, 'a', 'perpetrator')")
                .param(id)
                .update();
    }

    private void report(long id, long event) {
        jdbc.sql("""
                with d as (insert into document (name, sha256, text) values (:name, sha256(:name::bytea), 'text') returning id),
                a as (insert into article (document_id, ordinal, title, language, begin_cp, end_cp, body, text_hash, signature)
                    select id, 1, 'title', 'en', 0, 4, '{}', '', '{}' from d returning id)
                insert into report (id, event_id, article_id, coded_id, coded) overriding system value
                    select :id, :event, id, 'e', '{}' from a""")
                .param("name", "d" + id)
                .param("id", id)
                .param("event", event)
                .update();
    }
}
