package org.marsad.store;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives a test class its database, and takes it away at the end. */
final class PostgisExtension implements ParameterResolver {
    private static final Map<Class<?>, Function<Databases, Object>> PARAMETERS = Map.of(
            DataSource.class, databases -> databases.pool,
            JdbcClient.class, databases -> JdbcClient.create(databases.pool),
            DatabaseAddress.class, databases -> databases.database.address());

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // By class, so that all methods of a class share one.
        var store = context.getRoot().getStore(ExtensionContext.Namespace.create(PostgisExtension.class));
        var databases = store.computeIfAbsent(context.getRequiredTestClass(), type -> new Databases(), Databases.class);
        return PARAMETERS.get(parameter.getParameter().getType()).apply(databases);
    }

    private static final class Databases implements AutoCloseable {
        private final TestDatabase database = TestDatabase.create();
        private final HikariDataSource pool = new HikariDataSource();

        Databases() {
            pool.setJdbcUrl(database.address().url());
            pool.setUsername(database.address().user());
            pool.setPassword(database.address().password());
            pool.setMaximumPoolSize(6);
            // It lives until the last test; what its own class does not use is given back.
            pool.setMinimumIdle(0);
            pool.setIdleTimeout(10_000);
        }

        @Override
        public void close() {
            pool.close();
            database.close();
        }
    }
}
