package org.marsad.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.marsad.Marsad;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * A test of the whole server, on a free port, with a database of its own. Test classes that name the same database share
 * it, and the running server with it; by default each class has its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Marsad.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextCustomizerFactories(FreshDatabase.class)
public @interface ServerTest {
    /** A name to share a server by; empty for the class's own. */
    String database() default "";
}
