package org.marsad.curation;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.flywaydb.core.Flyway;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The gazetteer as a file, without a server. */
public final class LocalPlaceExport {
    private LocalPlaceExport() {}

    /** Returns how many places were written: none before a server has run on the database, which writes them there. */
    public static long write(DatabaseAddress address, PlaceExport.Format format, Appendable out) throws IOException {
        try (var database = new HikariDataSource()) {
            database.setJdbcUrl(address.url());
            database.setUsername(address.user());
            database.setPassword(address.password());
            database.setMaximumPoolSize(1);
            Flyway.configure().dataSource(database).load().migrate();
            return new PlaceExport(new JdbcTemplate(database), new JdbcTransactionManager(database)).write(format, out);
        }
    }
}
