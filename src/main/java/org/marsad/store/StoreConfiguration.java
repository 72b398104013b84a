package org.marsad.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The store in the server, over what comes with Marsad. */
@Configuration
class StoreConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(StoreConfiguration.class);

    @Bean
    Gazetteer gazetteer() {
        return Gazetteer.builtIn();
    }

    @Bean
    ActorRegistry actorRegistry() {
        return ActorRegistry.builtIn();
    }

    @Bean
    Borders borders() {
        return Borders.builtIn();
    }

    /** Asks for Flyway's bean so that the schema is there first. */
    @Bean
    Store store(
            DataSource database,
            Gazetteer gazetteer,
            ActorRegistry actors,
            Borders borders,
            FlywayMigrationInitializer migrated) {
        return Store.over(database, gazetteer, actors, borders);
    }

    /** Behind the back of a server that already answers: it takes a while the first time. */
    @Bean
    @ConditionalOnBooleanProperty(name = "marsad.gazetteer-in-database", matchIfMissing = true)
    GazetteerWriter gazetteerWriter(Store store) {
        return new GazetteerWriter(store);
    }

    static final class GazetteerWriter {
        private final Store store;
        private final AtomicBoolean started = new AtomicBoolean();

        GazetteerWriter(Store store) {
            this.store = store;
        }

        @EventListener(ApplicationReadyEvent.class)
        void write() {
            if (started.compareAndSet(false, true)) {
                Thread.ofPlatform().name("gazetteer-writer").daemon().start(() -> {
                    try {
                        store.writeGazetteer();
                    } catch (SQLException | RuntimeException e) {
                        LOG.error(
                                "The gazetteer could not be written into the database; the next start tries again", e);
                    }
                });
            }
        }
    }
}
