package org.marsad.snapshot;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.schedule.RelativeDays;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.marsad.snapshot.store.DraftJson;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Snapshots without a server: for timetables of the machine's own, and for checking files. */
public final class LocalSnapshots implements AutoCloseable {
    private final HikariDataSource database = new HikariDataSource();
    private final JdbcClient jdbc;
    private final Snapshots snapshots;

    /**
     * @param data where Marsad keeps what it stores on this machine
     * @param address where Marsad is reached; printed on sheets
     */
    public LocalSnapshots(
            DatabaseAddress server,
            Path data,
            String address,
            String software,
            SheetWords words,
            SheetRenderer renderer,
            PackRenderer packRenderer) {
        database.setJdbcUrl(server.url());
        database.setUsername(server.user());
        database.setPassword(server.password());
        database.setMaximumPoolSize(3);
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        snapshots = new Snapshots(
                new JdbcTemplate(database),
                new JdbcTransactionManager(database),
                new SnapshotSettings(data.resolve("snapshots"), address, software),
                words,
                () -> renderer,
                () -> packRenderer);
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    private record View(String account, String name, String query) {}

    /**
     * Issues a saved view.
     *
     * @param view its name, or its number
     * @param account whose it is; null where only one has a view of that name
     * @param asked how it is to look, as JSON; a title it does not have is the view's name
     * @param lastDays up to today; null for the view's own
     * @param step is told what is being done
     * @throws SnapshotRefusedException names the views that there are
     */
    public Snapshot issueView(
            String view,
            @Nullable String account,
            SnapshotDraft asked,
            @Nullable Integer lastDays,
            Consumer<IssueStep> step) {
        var found = find(view, account);
        var filter =
                RelativeDays.applied(DraftJson.filter(found.query()), lastDays, LocalDate.now(ZoneId.systemDefault()));
        return snapshots.issue(
                asked.withFilter(filter)
                        .withExtent(asked.extent() == null ? DraftJson.extentOf(found.query()) : asked.extent())
                        .ofView(found.name()),
                Signer.COMMAND_LINE,
                step);
    }

    private View find(String view, @Nullable String account) {
        var all = jdbc.sql("select account, name, query, id from saved_view order by account, lower(name)")
                .query((row, _) -> new Object[] {
                    row.getLong("id"), new View(row.getString("account"), row.getString("name"), row.getString("query"))
                })
                .list();
        var found = all.stream()
                .filter(each -> each[1] instanceof View one
                        && (account == null || one.account().equals(account))
                        && (one.name().equalsIgnoreCase(view.strip())
                                || each[0].toString().equals(view)))
                .map(each -> (View) each[1])
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        List<String> names = all.stream()
                .map(each -> (View) each[1])
                .map(one -> one.account() + ": " + one.name())
                .toList();
        throw new SnapshotRefusedException(
                Reason.MISSING,
                found.isEmpty()
                        ? "there is no saved view '" + view + "'; there are "
                                + (names.isEmpty() ? "none" : String.join(", ", names))
                        : "several accounts have a view '" + view + "': say which, by --account "
                                + String.join(
                                        "|", found.stream().map(View::account).toList()));
    }

    @Override
    public void close() {
        database.close();
    }
}
