package org.marsad.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs PostGIS. It has a database of its own with Marsad's schema; its test methods and its
 * constructor may ask for a {@link javax.sql.DataSource}, a {@link org.springframework.jdbc.core.simple.JdbcClient} or
 * a {@link org.marsad.store.database.DatabaseAddress}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgisExtension.class)
public @interface PostgisTest {}
