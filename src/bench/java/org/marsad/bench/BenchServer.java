package org.marsad.bench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.marsad.Marsad;
import org.marsad.mapview.ModelNames;
import org.marsad.mapview.ModelSource;
import org.marsad.mapview.ReadModel;
import org.marsad.mapview.columns.EventColumnsBuilder;
import org.marsad.mapview.columns.Vocabulary;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.web.Gzip;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The server as it is, on a free port; beside its own routes a login without a form, and the tiles of PostGIS, which pass
 * through the same filters and the same compression.
 */
@Configuration(proxyBeanMethods = false)
class BenchServer {
    /** What the model is filled from; null for the database. */
    static @Nullable SyntheticEvents synthetic;

    static @Nullable PostgisBaseline baseline;

    static ConfigurableApplicationContext start(DatabaseAddress database, Map<String, Object> more) {
        var settings = new java.util.HashMap<String, Object>(Map.of(
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "server.port",
                "0",
                "marsad.gazetteer-in-database",
                "false",
                "logging.level.root",
                "warn"));
        settings.putAll(more);
        return new SpringApplicationBuilder(Marsad.class, BenchServer.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    static int port(ConfigurableApplicationContext running) {
        return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The schema, before anything else is in the database. */
    static void migrate(DatabaseAddress database) {
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .load()
                .migrate();
    }

    @Bean
    @Primary
    ReadModel.Opener benchSource(
            @org.springframework.beans.factory.annotation.Qualifier("modelSource") ReadModel.Opener real) {
        return () -> {
            var events = synthetic;
            return events == null ? real.open() : new Synthetic(events);
        };
    }

    @Bean
    @Order(0)
    SecurityFilterChain benchLogin(HttpSecurity http) {
        return http.securityMatcher("/bench/login")
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @RestController
    static class Routes {
        @PostMapping("/bench/login")
        void login(@RequestParam String user, HttpServletRequest request, HttpServletResponse response) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    user, null, List.of(new SimpleGrantedAuthority("ROLE_ANALYST"))));
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        }

        @GetMapping("/api/v1/bench/{function}/{z}/{x}/{y}")
        ResponseEntity<byte[]> tile(
                @PathVariable String function,
                @PathVariable int z,
                @PathVariable int x,
                @PathVariable int y,
                @RequestParam int from,
                @RequestParam int to,
                @RequestHeader(name = "Accept-Encoding", defaultValue = "") String accepted)
                throws SQLException {
            var tiles = java.util.Objects.requireNonNull(baseline);
            byte[] plain = tiles.tile(function, z, x, y, from, to);
            var answer =
                    ResponseEntity.ok().contentType(MediaType.parseMediaType("application/vnd.mapbox-vector-tile"));
            return plain.length < Gzip.WORTH_IT || !accepted.contains("gzip")
                    ? answer.body(plain)
                    : answer.header("Content-Encoding", "gzip").body(Gzip.fast(plain));
        }
    }

    /** Events out of arrays, which never change. */
    private record Synthetic(SyntheticEvents events) implements ModelSource {
        @Override
        public Loaded load(Vocabulary vocabulary, LongConsumer progress) {
            return new Loaded(events.new Feeder().fill(), "");
        }

        @Override
        public Changes changes(String bookmark) {
            return new Changes(new BitSet(), "");
        }

        @Override
        public void read(BitSet ids, EventColumnsBuilder into) {}

        @Override
        public @Nullable ModelNames names(Vocabulary vocabulary) {
            return null;
        }

        @Override
        public long count() {
            return events.size;
        }

        @Override
        public void await(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {}
    }
}
