package org.marsad.mapview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.store.PostgisTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgisTest
class SavedViewsTest {
    private final JdbcClient jdbc;
    private final SavedViews views;

    SavedViewsTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
        views = new SavedViews(jdbc);
    }

    @BeforeEach
    void writeAccounts() {
        jdbc.sql("delete from account").update();
        jdbc.sql(
                        "insert into account (name, password, role) values ('amina', 'x', 'ANALYST'), ('omar', 'x', 'ANALYST')")
                .update();
    }

    @Test
    void keepsAFilterByANameInAnyScriptAndFindsItWhateverTheCase() {
        var saved = views.save(
                "amina",
                "  حدود مالي ML ",
                "?border=ML-SN&km=50&q=%D9%83%D8%A7%D9%8A%D8%B3&event=7&lang=ar&sort=-deaths&at=14.5,-12,7");
        assertThat(saved.name()).isEqualTo("حدود مالي ML");
        assertThat(views.find("amina", "حدود مالي ml")).contains(saved);
        assertThat(views.find("amina", Long.toString(saved.id()))).contains(saved);
        var kept = SavedViews.parameters(saved.query());
        assertThat(kept).containsOnlyKeys("border", "km", "q", "sort", "at");
        assertThat(EventFilterCodec.decode(kept).text()).isEqualTo("كايس");
    }

    @Test
    void lastDaysAreKeptAsLastDaysAndChosenDaysAsTheyAre() {
        assertThat(views.save("amina", "week", "last=7d&type=ASSAULT").query()).isEqualTo("type=ASSAULT&last=7d");
        assertThat(views.save("amina", "month", "from=2025-02-01&to=2025-02-28").query())
                .isEqualTo("from=2025-02-01&to=2025-02-28");
        assertThatThrownBy(() -> views.save("amina", "both", "last=7d&from=2025-02-01"))
                .isInstanceOf(BadParameterException.class);
    }

    @Test
    void showsNobodyElsesViews() {
        var saved = views.save("amina", "mine", "type=ASSAULT");
        assertThat(views.list("omar")).isEmpty();
        assertThat(views.find("omar", Long.toString(saved.id()))).isEmpty();
        assertThat(views.rename("omar", saved.id(), "his")).isEmpty();
        assertThat(views.delete("omar", saved.id())).isEmpty();
        assertThat(views.list("amina")).hasSize(1);
    }

    @Test
    void replacesAViewOfTheSameNameAndRenamesToNoneThatIsTaken() {
        var first = views.save("amina", "Gao", "type=ASSAULT");
        var second = views.save("amina", "gao", "type=COERCE");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.query()).isEqualTo("type=COERCE");
        var other = views.save("amina", "Kayes", "");
        assertThatThrownBy(() -> views.rename("amina", other.id(), "GAO")).isInstanceOf(BadParameterException.class);
        assertThat(views.rename("amina", other.id(), "kayes")).isPresent();
    }

    @Test
    void whatWasDeletedComesBackAsItWas() {
        var saved = views.save("amina", "Gao", "type=ASSAULT");
        var deleted = views.delete("amina", saved.id()).orElseThrow();
        assertThat(views.list("amina")).isEmpty();
        assertThat(views.save("amina", deleted.name(), deleted.query()).query()).isEqualTo("type=ASSAULT");
    }

    @Test
    void refusesANameOrAFilterThatIsNone() {
        assertThatThrownBy(() -> views.save("amina", "   ", "")).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> views.save("amina", "x".repeat(81), "")).hasMessageContaining("80");
        assertThatThrownBy(() -> views.save("amina", "a\nb", "")).hasMessageContaining("control");
        assertThatThrownBy(() -> views.save("amina", "x", "border=Mali")).isInstanceOf(BadParameterException.class);
        assertThatThrownBy(() -> views.save("amina", "x", "q=%zz")).isInstanceOf(BadParameterException.class);
        assertThatThrownBy(() -> views.save("nobody", "x", "")).hasMessageContaining("no account");
    }
}
