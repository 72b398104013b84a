package org.marsad.mapview;

import java.sql.DriverManager;
import java.util.Properties;
import org.marsad.geo.Borders;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The read model in the server, over a connection beside the pool: it is held for good, to be told of changes. */
@Configuration(proxyBeanMethods = false)
class ReadModelConfiguration {
    @Bean
    ReadModel.Opener modelSource(JdbcConnectionDetails database) {
        return () -> {
            var properties = new Properties();
            properties.setProperty("user", String.valueOf(database.getUsername()));
            properties.setProperty("password", String.valueOf(database.getPassword()));
            properties.setProperty("ApplicationName", "marsad map");
            properties.setProperty("tcpKeepAlive", "true");
            properties.setProperty("loginTimeout", "10");
            return new PostgresModelSource(DriverManager.getConnection(database.getJdbcUrl(), properties));
        };
    }

    @Bean
    ReadModel readModel(ReadModel.Opener source, Borders borders) {
        return new ReadModel(source, borders);
    }
}
