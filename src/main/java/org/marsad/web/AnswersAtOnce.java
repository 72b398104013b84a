package org.marsad.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** A tile goes out in one write: in Tomcat's eight kilobytes at a time it would take five, each of which wakes the reader. */
@Component
final class AnswersAtOnce implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String BYTES = Integer.toString(1 << 16);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> connector.setProperty("socket.appWriteBufSize", BYTES));
    }
}
