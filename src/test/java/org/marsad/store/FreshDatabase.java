package org.marsad.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Points a test server at a fresh database. */
final class FreshDatabase implements ContextCustomizerFactory {
    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> test, List<ContextConfigurationAttributes> attributes) {
        var annotation = TestContextAnnotationUtils.findMergedAnnotation(test, ServerTest.class);
        return annotation == null
                ? null
                : new Customizer(annotation.database().isEmpty() ? test.getName() : annotation.database());
    }

    /** Equal by name: Spring keeps one server for each. */
    private record Customizer(String name) implements ContextCustomizer {
        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            var database = TestDatabase.create();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh-database",
                            Map.of(
                                    // There is no development server on the class path, and tests need none.
                                    "vaadin.productionMode",
                                    "true",
                                    "marsad.gazetteer-in-database",
                                    "false",
                                    "spring.datasource.url",
                                    database.address().url(),
                                    "spring.datasource.username",
                                    database.address().user(),
                                    "spring.datasource.password",
                                    database.address().password())));
            context.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent closed
                        && closed.getApplicationContext() == context) {
                    database.close();
                }
            });
        }
    }
}
