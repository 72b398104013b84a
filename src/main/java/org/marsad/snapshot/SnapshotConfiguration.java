package org.marsad.snapshot;

import java.nio.file.Path;
import org.marsad.snapshot.sheet.PackRenderer;
import org.marsad.snapshot.sheet.SheetRenderer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Snapshots in the server. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfiguration {
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
}
