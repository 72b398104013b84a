package org.marsad.ui.curation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.curation.Curation;
import org.marsad.curation.Curation.Found;
import org.marsad.store.ServerTest;
import org.marsad.ui.EmptyState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The gazetteer's pages, over a real database and without a browser. Nothing is applied here: see CurationIT. */
@ServerTest(database = "web")
@WithMockUser(username = "root", roles = "ADMIN")
class GazetteerViewTest extends SpringBrowserlessTest {
    private static final String KAYES = "geonames:2455518";

    @Autowired
    private Curation curation;

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private void open(String query) {
        UI.getCurrent().navigate("gazetteer", QueryParameters.fromString(query));
    }

    @Test
    @SuppressWarnings("unchecked")
    void findsAPlaceByItsNameInAnotherScriptAndOpensIt() {
        open("q=كايس");
        Grid<Found> grid = find(Grid.class).withClassName("m-places-grid").single();
        assertThat(test(grid).size()).isPositive();
        assertThat(test(grid).getRow(0).place().name()).isEqualTo("Kayes");
        test(grid).clickRow(0);
        assertThat(headings()).contains("Kayes");
        assertThat(texts()).contains(test(grid).getRow(0).place().id());
    }

    @Test
    void aPositionTheWrongWayRoundIsRefusedAsItIsTyped() {
        open("place=" + KAYES);
        press("Move");
        test(find(NumberField.class).withLabel("Latitude").single()).setValue(-11.44);
        test(find(NumberField.class).withLabel("Longitude").single()).setValue(14.45);
        assertThat(problems()).anyMatch(text -> text.contains("Latitude and longitude are swapped"));
        test(find(NumberField.class).withLabel("Latitude").single()).setValue(0.0);
        test(find(NumberField.class).withLabel("Longitude").single()).setValue(0.0);
        assertThat(problems()).anyMatch(text -> text.contains("stands for unknown"));
    }

    @Test
    void aNewPlaceIsShownWhatIsThereAlready() {
        open("new=1&name=Kayes&lat=14.45&lon=-11.44");
        assertThat(find(Div.class).withClassName("m-neighbours").single().isVisible())
                .isTrue();
        assertThat(find(Anchor.class).withClassName("m-neighbour").all()).isNotEmpty();
        assertThat(problems()).anyMatch(text -> text.contains("is there already"));
    }

    @Test
    void nothingIsRehearsedWithoutASourceAndANote() {
        open("place=" + KAYES);
        press("Retire");
        rehearse();
        assertThat(find(RehearsalPanel.class).all()).isEmpty();
        assertThat(find(TextField.class).withLabel("Source").single().isInvalid())
                .isTrue();
        assertThat(find(TextArea.class).withLabel("Note").single().isInvalid()).isTrue();
    }

    @Test
    void canBeAppliedOnlyOnceItIsRehearsed() throws InterruptedException {
        open("place=" + KAYES);
        press("Move");
        test(find(NumberField.class).withLabel("Latitude").single()).setValue(14.46);
        test(find(TextField.class).withLabel("Source").single()).setValue("Survey");
        test(find(TextArea.class).withLabel("Note").single()).setValue("The station is the middle");
        assertThat(find(Button.class).withText("Apply").all()).isEmpty();
        rehearse();
        var apply = find(Button.class).withText("Apply").single();
        await(apply::isEnabled, () -> texts().toString());
        assertThat(texts()).anyMatch(text -> text.startsWith("Move"));
        assertThat(curation.history(Long.MAX_VALUE, 1))
                .as("a rehearsal changes nothing")
                .isEmpty();
        press("Back");
        assertThat(find(Button.class).withText("Apply").all()).isEmpty();
    }

    @Test
    void aStateCannotBeRetired() {
        open("q=Mali");
        open("place=geonames:2453866");
        press("Retire");
        assertThat(problems()).anyMatch(text -> text.contains("States are neither made"));
    }

    @Test
    void theQueueAndTheHistorySayThatTheyAreEmpty() {
        UI.getCurrent().navigate("gazetteer/review");
        assertThat(texts()).contains("Nothing waits.");
        UI.getCurrent().navigate("gazetteer/history");
        assertThat(find(EmptyState.class).single().getElement().getTextRecursively())
                .contains("No changes yet.")
                .contains("can be taken back");
    }

    @Test
    @WithMockUser(roles = "BRIEFER")
    void onlyAnAdminReachesThePages() {
        for (var page : List.of("gazetteer", "gazetteer/review", "gazetteer/history", "reports")) {
            UI.getCurrent().navigate(page);
            List<HasElement> shown = UI.getCurrent().getInternals().getActiveRouterTargetsChain();
            assertThat(shown).as(page).noneMatch(CurationPage.class::isInstance);
        }
    }

    private void press(String text) {
        test(find(NativeButton.class).withText(text).single()).click();
    }

    private void rehearse() {
        test(find(Button.class).withText("Rehearse").single()).click();
    }

    /** What another thread has for the page is taken over while the session's lock is given up. */
    private static void await(BooleanSupplier done, Supplier<String> shown) throws InterruptedException {
        var patience = Instant.now().plus(Duration.ofSeconds(60));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(shown).isBefore(patience);
            Thread.sleep(50);
            MockVaadin.clientRoundtrip();
        }
    }

    private List<String> headings() {
        return find(H2.class).all().stream().map(H2::getText).toList();
    }

    private List<String> texts() {
        return java.util.stream.Stream.concat(find(Span.class).all().stream().map(Span::getText), headings().stream())
                .toList();
    }

    private List<String> problems() {
        return find(Span.class, find(Problems.class).single()).all().stream()
                .map(Span::getText)
                .toList();
    }
}
