package org.marsad.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseChoiceTest {
    @Test
    void takesTheGivenAddressBeforeAnythingElse() {
        var choice = DatabaseChoice.make(
                Map.of(
                        "MARSAD_DB_URL", "jdbc:postgresql://db.example.org/marsad",
                        "MARSAD_DB_USER", "someone",
                        "MARSAD_DB_PASSWORD", "secret",
                        "MARSAD_DB", "docker"),
                line -> {});
        assertThat(choice)
                .isEqualTo(new DatabaseChoice.Given(
                        new DatabaseAddress("jdbc:postgresql://db.example.org/marsad", "someone", "secret")));
    }

    @Test
    void saysWhatIsWrongWithASetting() {
        assertThatThrownBy(() -> DatabaseChoice.make(Map.of("MARSAD_DB", "oracle"), line -> {}))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("oracle")
                .hasMessageContaining("docker or local");
        assertThatThrownBy(() -> DatabaseChoice.make(Map.of("MARSAD_DB_URL", "localhost:5432"), line -> {}))
                .hasMessageContaining("jdbc:postgresql://");
    }

    @Test
    void namesAnotherDatabaseOfTheSameServer() {
        var address = new DatabaseAddress("jdbc:postgresql://h:1/a?sslmode=require", "u", "p");
        assertThat(address.withDatabase("b").url()).isEqualTo("jdbc:postgresql://h:1/b?sslmode=require");
    }
}
