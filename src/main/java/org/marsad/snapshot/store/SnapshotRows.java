package org.marsad.snapshot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.freeze.EventVersions;
import org.marsad.snapshot.freeze.Frozen;
import org.marsad.snapshot.seal.Manifest;
import org.marsad.text.Language;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Snapshots in the database. Their files are {@link SnapshotFiles}'. */
public final class SnapshotRows {
    private static final String COLUMNS = """
            select s.*, before.code as before_code,
                (select after.code from snapshot after where after.refreshes = s.id order by after.id desc limit 1) as after_code,
                (select coalesce(json_agg(json_build_object('name', f.name, 'bytes', f.bytes, 'sha256', f.sha256,
                    'sealed', f.sealed) order by f.name), '[]') from snapshot_file f where f.snapshot_id = s.id) as files
            from snapshot s left join snapshot before on before.id = s.refreshes\s""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    public SnapshotRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Keeps a new one with its files, in one transaction of the caller's. */
    public void insert(
            Frozen frozen,
            SnapshotDraft draft,
            String asked,
            String seal,
            String manifestSha256,
            byte[] sheetJson,
            List<Snapshot.File> files) {
        var sheet = frozen.sheet();
        var counts = sheet.counts();
        var issue = sheet.issue();
        long id = jdbc.sql("""
                        insert into snapshot (code, title, note, classification, language, paper, query, asked, view_name, total,
                            undated, nowhere, certain, possible, aggregated, withheld, withheld_events, gazetteer, software,
                            frozen_at, frozen_state, issued_by, refreshes, seal, manifest_sha256, events, sheet)
                        values (:code, :title, :note, :classification, :language, :paper, :query, :asked, :view, :total,
                            :undated, :nowhere, :certain, :possible, :aggregated, :withheld, :withheldEvents, :gazetteer,
                            :software, :at, :state, :by, (select id from snapshot where code = :refreshes), :seal, :manifest,
                            :events, :sheet) returning id""")
                .param("code", issue.code())
                .param("title", sheet.title())
                .param("note", sheet.note())
                .param("classification", sheet.classification())
                .param("language", sheet.language().tag())
                .param("paper", sheet.paper().name())
                .param("query", draft.query())
                .param("asked", asked)
                .param("view", draft.view())
                .param("total", counts.total())
                .param("undated", counts.undated())
                .param("nowhere", counts.nowhere())
                .param("certain", counts.certain())
                .param("possible", counts.possible())
                .param("aggregated", frozen.aggregated())
                .param("withheld", frozen.withheld().toArray(String[]::new))
                .param("withheldEvents", frozen.withheldEvents())
                .param("gazetteer", issue.gazetteer())
                .param("software", issue.software())
                .param("at", issue.at())
                .param("state", frozen.state())
                .param("by", issue.by())
                .param("refreshes", issue.refreshes())
                .param("seal", seal)
                .param("manifest", manifestSha256)
                .param("events", frozen.versions().pack())
                .param("sheet", sheetJson)
                .query(Long.class)
                .single();
        insertEvents(id, frozen.versions());
        files.forEach(file -> insertFile(id, file));
    }

    private void insertEvents(long snapshot, EventVersions versions) {
        if (versions.size() > Manifest.MOST_LISTED) {
            return;
        }
        template.batchUpdate(
                "insert into snapshot_event (snapshot_id, event_id) values (?, ?)", new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(java.sql.PreparedStatement statement, int i) throws SQLException {
                        statement.setLong(1, snapshot);
                        statement.setLong(2, versions.id(i));
                    }

                    @Override
                    public int getBatchSize() {
                        return versions.size();
                    }
                });
    }

    /** One that is there already stays. */
    public void insertFile(long snapshot, Snapshot.File file) {
        jdbc.sql("""
                        insert into snapshot_file (snapshot_id, name, bytes, sha256, sealed) values (?, ?, ?, ?, ?)
                        on conflict (snapshot_id, name) do nothing""")
                .params(snapshot, file.name(), file.bytes(), file.sha256(), file.sealed())
                .update();
    }

    public Optional<Snapshot> find(String code) {
        return jdbc.sql(COLUMNS + "where s.code = ?")
                .param(code)
                .query((row, _) -> snapshot(row))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param text words that the title, the note, the view, the maker or the code must contain, folded; or empty
     * @param withdrawn whether those are told that were withdrawn
     */
    public List<Snapshot> list(String text, boolean withdrawn, int offset, int limit) {
        return jdbc.sql(COLUMNS + """
                where (:withdrawn or s.withdrawn_at is null) and not exists (
                    select from regexp_split_to_table(:text, '\\s+') word where word <> '' and marsad_fold(
                        concat_ws(' ', s.title, s.note, s.classification, s.view_name, s.issued_by, s.code,
                            substr(s.code, 1, 4) || '-' || substr(s.code, 5))) not like marsad_like(word))
                order by s.frozen_at desc, s.id desc offset :offset limit :limit""")
                .param("withdrawn", withdrawn)
                .param("text", text)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> snapshot(row))
                .list();
    }

    /** Those that hold any of the events; the newest first. */
    public List<Snapshot> listTouching(Collection<Long> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = new LinkedHashSet<>(
                jdbc.sql("select distinct snapshot_id from snapshot_event where event_id = any(:events)")
                        .param("events", events.toArray(Long[]::new))
                        .query(Long.class)
                        .list());
        // Those with too many events to be listed are looked through one by one; they are few.
        jdbc.sql("select id, events from snapshot where total > ?")
                .param(Manifest.MOST_LISTED)
                .query(row -> {
                    if (EventVersions.unpack(row.getBytes("events")).containsAny(events)) {
                        ids.add(row.getLong("id"));
                    }
                });
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "where s.id = any(:ids) order by s.frozen_at desc, s.id desc")
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, _) -> snapshot(row))
                        .list();
    }

    public byte[] sheet(long id) {
        return jdbc.sql("select sheet from snapshot where id = ?")
                .param(id)
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    public EventVersions events(long id) {
        return jdbc.sql("select events from snapshot where id = ?")
                .param(id)
                .query((row, _) -> EventVersions.unpack(row.getBytes(1)))
                .single();
    }

    /** What was asked for, as JSON. */
    public String asked(long id) {
        return jdbc.sql("select asked from snapshot where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    public String state(long id) {
        return jdbc.sql("select frozen_state from snapshot where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** Returns whether it stood until now. */
    public boolean withdraw(String code, String by, String reason) {
        return jdbc.sql("""
                        update snapshot set withdrawn_at = now(), withdrawn_by = ?, withdrawn_reason = ?
                        where code = ? and withdrawn_at is null""").params(by, reason, code).update() == 1;
    }

    /** A file by its hash: the snapshot's code and the file's name. */
    public Optional<Map.Entry<String, String>> findFile(String sha256) {
        return jdbc.sql("""
                        select s.code, f.name from snapshot_file f join snapshot s on s.id = f.snapshot_id where f.sha256 = :sha
                        union all select s.code, 'manifest.json' from snapshot s where s.manifest_sha256 = :sha limit 1""")
                .param("sha", sha256)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .optional();
    }

    /** A pack. */
    public record Pack(long id, String title, String name, String sha256, List<String> codes) {}

    public void insertPack(String title, String name, long bytes, String sha256, List<String> codes, String by) {
        jdbc.sql("""
                        insert into snapshot_pack (title, name, bytes, sha256, codes, made_by) values (?, ?, ?, ?, ?, ?)
                        on conflict (sha256) do nothing""")
                .params(title, name, bytes, sha256, codes.toArray(String[]::new), by)
                .update();
    }

    public Optional<Pack> findPack(String sha256) {
        return findPackBy("sha256", sha256);
    }

    public Optional<Pack> findPackByName(String name) {
        return findPackBy("name", name);
    }

    private Optional<Pack> findPackBy(String column, String value) {
        return jdbc.sql("select * from snapshot_pack where " + column + " = ?")
                .param(value)
                .query((row, _) -> new Pack(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("sha256"),
                        List.of((String[]) row.getArray("codes").getArray())))
                .optional();
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Snapshot(
                row.getLong("id"),
                row.getString("code"),
                row.getString("title"),
                row.getString("note"),
                row.getString("classification"),
                LANGUAGES.get(row.getString("language")),
                row.getString("paper"),
                row.getString("query"),
                row.getString("view_name"),
                new Snapshot.Counts(
                        row.getLong("total"),
                        row.getLong("undated"),
                        row.getLong("nowhere"),
                        number(row, "certain"),
                        number(row, "possible")),
                row.getBoolean("aggregated"),
                List.of((String[]) row.getArray("withheld").getArray()),
                row.getLong("withheld_events"),
                row.getString("gazetteer"),
                row.getString("software"),
                row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                row.getString("seal"),
                row.getString("before_code"),
                row.getString("after_code"),
                withdrawn == null
                        ? null
                        : new Snapshot.Withdrawal(
                                withdrawn.toInstant(),
                                row.getString("withdrawn_by"),
                                row.getString("withdrawn_reason")),
                DraftJson.files(row.getString("files")));
    }

    private static final Map<String, Language> LANGUAGES =
            java.util.Arrays.stream(Language.values()).collect(Collectors.toMap(Language::tag, Function.identity()));

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
