package org.marsad.store.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;

/** The server of {@code MARSAD_DB_URL}. */
record GivenServer(DatabaseAddress address) implements DatabaseServer {
    @Override
    public String describe() {
        return "the database of MARSAD_DB_URL, " + address;
    }

    @Override
    public String kind() {
        return "given";
    }

    @Override
    public Optional<DatabaseAddress> findRunning() {
        try (var _ = address.connect()) {
            return Optional.of(address);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    @Override
    public DatabaseAddress start(Consumer<String> says) {
        try (var _ = address.connect()) {
            return address;
        } catch (SQLException e) {
            throw new DatabaseException(
                    "MARSAD_DB_URL is set, but no connection: " + e.getMessage()
                            + "\nCheck MARSAD_DB_URL, MARSAD_DB_USER and MARSAD_DB_PASSWORD; or unset MARSAD_DB_URL"
                            + " and let Marsad find a database.",
                    e);
        }
    }

    @Override
    public void stop() {
        // Not ours.
    }
}
