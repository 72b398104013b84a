package org.marsad.mapview;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.store.Licences;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An export without a server. */
public final class LocalExport {
    private LocalExport() {}

    /**
     * @param parameters a filter's, as in a URL
     * @param licensed data sets that the user holds a licence of their own for; other restricted ones are left out
     * @return how many events were written
     * @throws BadParameterException names the first parameter that cannot be read
     */
    public static long write(
            DatabaseAddress address,
            Map<String, List<String>> parameters,
            String format,
            Set<String> licensed,
            Appendable out)
            throws IOException {
        var shape = ExportFormat.findById(format)
                .orElseThrow(() -> new BadParameterException("as", "'" + format + "' is not one of " + formats()));
        return run(
                address,
                parameters,
                licensed,
                (export, filter) -> export.write(filter, shape, ExportAbout.of(filter), out));
    }

    /** The same as a GeoPackage, in a file that is not there yet. */
    public static long writeGeoPackage(
            DatabaseAddress address, Map<String, List<String>> parameters, Set<String> licensed, Path file)
            throws IOException {
        return run(
                address,
                parameters,
                licensed,
                (export, filter) -> export.writeGeoPackage(filter, ExportAbout.of(filter), file));
    }

    private interface Writing {
        long write(EventExport export, EventFilter filter) throws IOException;
    }

    private static long run(
            DatabaseAddress address, Map<String, List<String>> parameters, Set<String> licensed, Writing writing)
            throws IOException {
        for (var name : parameters.keySet()) {
            if (!EventFilterCodec.PARAMETERS.contains(name)) {
                throw new BadParameterException(
                        name,
                        "is none of a filter's; there are "
                                + String.join(
                                        ", ",
                                        EventFilterCodec.PARAMETERS.stream()
                                                .sorted()
                                                .toList()));
            }
        }
        var filter = EventFilterCodec.decode(parameters);
        try (var database = new HikariDataSource()) {
            database.setJdbcUrl(address.url());
            database.setUsername(address.user());
            database.setPassword(address.password());
            database.setMaximumPoolSize(2);
            Flyway.configure().dataSource(database).load().migrate();
            var withheld = new java.util.HashSet<>(new Licences(JdbcClient.create(database)).listWithheld(""));
            withheld.removeAll(licensed);
            var export = new EventExport(new JdbcTemplate(database));
            return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(database)).execute(_ -> {
                try {
                    return writing.write(export, filter.withoutAlso(withheld));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
    }

    /** The formats by name, for messages. */
    public static String formats() {
        return String.join(
                ", ",
                Stream.concat(
                                Arrays.stream(ExportFormat.values()).map(ExportFormat::id),
                                Stream.of(ExportAbout.GEOPACKAGE))
                        .toList());
    }
}
