package org.marsad.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.marsad.actor.ActorRegistry;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.geo.Borders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
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
    Gazetteers gazetteers(@Value("${marsad.data}") Path data) {
        return new Gazetteers(data);
    }

    @Bean
    Gazetteer gazetteer(Gazetteers gazetteers) {
        return gazetteers.load(List.of());
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

    @Bean
    LiveGazetteer liveGazetteer(Store store) {
        return store.live();
    }

    /** Behind the back of a server that already answers: it takes a while the first time. */
    @Bean
    @ConditionalOnBooleanProperty(name = "marsad.gazetteer-in-database", matchIfMissing = true)
    GazetteerWriter gazetteerWriter(Store store, Gazetteers gazetteers) {
        return new GazetteerWriter(store, gazetteers);
    }

    static final class GazetteerWriter {
        private final Store store;
        private final Gazetteers gazetteers;
        private final AtomicBoolean started = new AtomicBoolean();

        GazetteerWriter(Store store, Gazetteers gazetteers) {
            this.store = store;
            this.gazetteers = gazetteers;
        }

        @EventListener(ApplicationReadyEvent.class)
        void write() {
            if (started.compareAndSet(false, true)) {
                Thread.ofPlatform().name("gazetteer-writer").daemon().start(() -> {
                    try {
                        store.writeGazetteer(gazetteers.imports().files());
                        int filled = store.articles().fillIn(store.live(), () -> true);
                        if (filled > 0) {
                            LOG.info("{} articles looked through for what they ask of the gazetteer", filled);
                        }
                    } catch (SQLException | RuntimeException e) {
                        LOG.error(
                                "The gazetteer could not be written into the database; the next start tries again", e);
                    }
                });
            }
        }
    }
}
