package org.marsad.ui.dashboard;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Four events for the dashboard's tests, one of each way to be on a map, with sources in three languages. */
public final class SampleEvents {
    public static final long DIBOLI = 1;
    public static final long BORDER = 2;
    public static final long MALI = 3;
    public static final long UNDATED = 4;
    static final String MARKUP = "<img src=x onerror=alert(1)>";

    private SampleEvents() {}

    /** Into a database that has the borders; ids as above. */
    public static void write(JdbcClient jdbc) {
        jdbc.sql("""
                truncate event, document, place, place_name, event_change, place_report, saved_view, account_visit
                    restart identity cascade;
                delete from actor where id in ('test-group', 'test-army');
                insert into actor values ('test-group', 'Test Group', 'جماعة الاختبار', 'Groupe test', 'rebel', 2, 'REB', null, null),
                    ('test-army', 'Test Army', 'جيش الاختبار', 'Armée test', 'state-forces', 1, 'MIL', 'ML', null);
                insert into place values
                    ('t:diboli', 'Diboli', 'ML', 'Kayes', 'settlement', 'PPL', ST_SetSRID(ST_Point(-12.199, 14.456), 4326), 6000),
                    ('t:mali', 'Mali', 'ML', null, 'country', 'PCLI', ST_SetSRID(ST_Point(-4, 17), 4326), 20000000),
                    ('t:gao', 'Gao', 'ML', 'Gao', 'settlement', 'PPLA', ST_SetSRID(ST_Point(-0.045, 16.27), 4326), 86000);
                insert into place_name values ('t:diboli', 'ديبولي', 'ديبولي', 'ar', 'official'),
                    ('t:mali', 'مالي', 'مالي', 'ar', 'official');
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision, geom,
                        border_id, fatalities_low, fatalities_best, fatalities_high, confidence) values
                    ('ASSAULT', 'Battles', 'Armed clash', '2025-02-20', '2025-02-20', 'day', 1,
                        ST_SetSRID(ST_Point(-12.199, 14.456), 4326), null, 3, 3, 3, 0.9),
                    ('COOPERATE', 'Strategic developments', 'Other', '2025-02-01', '2025-02-28', 'month', 5,
                        (select line from border where id = 'ML-SN'), 'ML-SN', null, null, null, 0.8),
                    ('COERCE', 'Strategic developments', 'Arrests', '2024-05-21', '2024-05-31', 'week', 6,
                        ST_SetSRID(ST_Point(-4, 17), 4326), null, null, null, null, 0.6),
                    ('ASSAULT', 'Battles', 'Attack', null, null, 'unknown', 1,
                        ST_SetSRID(ST_Point(-0.045, 16.27), 4326), null, null, null, null, 0.7);
                insert into event_place values (1, 't:diboli'), (3, 't:mali'), (4, 't:gao');
                insert into event_actor values (1, 'test-group', 'perpetrator'), (1, 'test-army', 'target'),
                    (2, 'test-army', 'participant'), (4, 'test-group', 'perpetrator');
                insert into event_border values (1, 'ML-SN', 1.2, 80, 'ML'), (2, 'ML-SN', 0, 0, '')""").update();
        source(
                jdbc,
                DIBOLI,
                "ar",
                "هجوم قرب ديبولي " + MARKUP,
                "قال الجيش إن مسلحين هاجموا ديبولي يوم الخميس وقتلوا ثلاثة جنود. " + MARKUP,
                "مسلحين هاجموا ديبولي يوم الخميس",
                "ديبولي");
        source(
                jdbc,
                DIBOLI,
                "fr",
                "Attaque près de Diboli",
                "Des hommes armés ont attaqué Diboli jeudi. Le calme est revenu.",
                "Des hommes armés ont attaqué Diboli jeudi.",
                "Diboli");
        source(
                jdbc,
                BORDER,
                "en",
                "Patrols along the border",
                "The two armies patrol.",
                "The two armies patrol.",
                "armies");
        source(jdbc, MALI, "en", "Arrests in Mali", "Police arrested ten.", "Police arrested ten.", "Police");
        source(jdbc, UNDATED, "en", "Attack on Gao", "Gunmen attacked Gao.", "Gunmen attacked Gao.", "Gao");
        // Their sources came with them.
        jdbc.sql("truncate event_change").update();
    }

    private static void source(
            JdbcClient jdbc, long event, String language, String title, String body, String evidence, String place) {
        var text = title + "\n\n" + body;
        int begin = text.indexOf(evidence, title.length());
        int at = text.indexOf(place, title.length());
        jdbc.sql("""
                with d as (insert into document (name, sha256, text) values (:name, sha256(:name::bytea), :text) returning id),
                a as (insert into article (document_id, ordinal, title, language, published, begin_cp, end_cp, body, text_hash,
                        signature) select id, 1, :title, :language, '2025-02-21', 0, :length, '{}', '', '{}' from d returning id),
                r as (insert into report (event_id, article_id, coded_id, coded) select :event, id, 'e', '{}' from a returning id),
                v as (insert into evidence select id, :begin, :end from r)
                insert into mention (article_id, begin_cp, end_cp, kind, place_id, confidence, because, alternatives)
                    select a.id, :at, :atEnd, 'literal', (select place_id from event_place where event_id = :event limit 1), 0.9,
                        array['name in the gazetteer'], '[{"id": "t:gao", "confidence": 0.05}]' from a""")
                .param("name", event + "-" + language)
                .param("text", text)
                .param("title", title)
                .param("language", language)
                .param("length", text.codePointCount(0, text.length()))
                .param("event", event)
                .param("begin", begin)
                .param("end", begin + evidence.length())
                .param("at", at)
                .param("atEnd", at + place.length())
                .update();
    }
}
