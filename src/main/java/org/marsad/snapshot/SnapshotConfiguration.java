package org.marsad.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import org.marsad.snapshot.schedule.ScheduleClock;
import org.marsad.snapshot.schedule.ScheduleRunner;
import org.marsad.snapshot.schedule.Schedules;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Snapshots in the server. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotConfiguration.class);

    @Bean
    SnapshotSettings snapshotSettings(
            @Value("${marsad.data}") Path data,
            @Value("${marsad.url}") String address,
            ObjectProvider<BuildProperties> build) {
        var properties = build.getIfAvailable();
        return new SnapshotSettings(
                data.resolve("snapshots"),
                address.endsWith("/") ? address.substring(0, address.length() - 1) : address,
                "Marsad " + (properties == null ? "(built by hand)" : properties.getVersion()));
    }

    @Bean
    Snapshots snapshots(
            JdbcTemplate template,
            PlatformTransactionManager transactions,
            SnapshotSettings settings,
            SheetWords words,
            ObjectProvider<SheetRenderer> renderer,
            ObjectProvider<PackRenderer> packRenderer) {
        return new Snapshots(template, transactions, settings, words, renderer::getObject, packRenderer::getObject);
    }

    @Bean
    Schedules snapshotSchedules(JdbcClient jdbc) {
        return new Schedules(jdbc);
    }

    @Bean
    ScheduleRunner scheduleRunner(Schedules schedules, Snapshots snapshots) {
        return new ScheduleRunner(schedules, snapshots);
    }

    @Bean
    ScheduleClock scheduleClock(ScheduleRunner runner) {
        return new ScheduleClock(runner);
    }

    @EventListener(ApplicationReadyEvent.class)
    void tidy(ApplicationReadyEvent ready) {
        try {
            ready.getApplicationContext().getBean(Snapshots.class).tidy();
        } catch (IOException e) {
            LOG.warn("Unfinished snapshots could not be taken away", e);
        }
        ready.getApplicationContext().getBeanProvider(SheetRenderer.class).ifAvailable(DrawingWarmUp::start);
    }
}
