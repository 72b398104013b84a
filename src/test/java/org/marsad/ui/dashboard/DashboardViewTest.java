package org.marsad.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.store.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;

/** The dashboard's logic, over a real database and without a browser. */
@ServerTest(database = "dashboard")
@WithMockUser(username = "amina", roles = "ANALYST")
class DashboardViewTest extends SpringBrowserlessTest {
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void writeEvents() {
        SampleEvents.write(jdbc);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private DashboardView open(String query) {
        UI.getCurrent().navigate("", QueryParameters.fromString(query));
        return (DashboardView) getCurrentView();
    }

    private DashboardView view() {
        return navigate(DashboardView.class);
    }

    @Test
    void showsAllEventsAtFirst() {
        view();
        assertThat(total()).isEqualTo("4 events");
        assertThat(map().getProperty("filter")).isEmpty();
    }

    @Test
    void aTypePressedInNarrowsEverythingAndPressedOutWidensItAgain() {
        view();
        press("m-facet", "ASSAULT");
        assertThat(total()).isEqualTo("2 events");
        assertThat(map().getProperty("filter")).isEqualTo("type=ASSAULT");
        assertThat(chips()).contains("Attack");
        press("m-facet", "ASSAULT");
        assertThat(total()).isEqualTo("4 events");
    }

    @Test
    void anActorNarrowsAndItsChipTakesItAway() {
        view();
        press("m-facet", "test-group");
        assertThat(total()).isEqualTo("2 events");
        assertThat(chips()).contains("Test Group");
        test(find(NativeButton.class).withAriaLabel("Remove: Test Group").single())
                .click();
        assertThat(total()).isEqualTo("4 events");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCorridorSaysWhatIsCertainAndWhatIsPossible() {
        view();
        ComboBox<String> border = find(ComboBox.class).withLabel("Border").single();
        test(border).selectItem("Mali – Senegal");
        assertThat(total()).isEqualTo("3 events");
        assertThat(chips())
                .anyMatch(chip -> chip.contains("Mali – Senegal, 50 km") && chip.contains("2 certain, 1 possible"));
        assertThat(map().getProperty("corridor")).contains("border=ML-SN");
        test(find(NativeButton.class).withAriaLabel("200 km to each side").single())
                .click();
        assertThat(map().getProperty("corridor")).contains("km=200");
    }

    @Test
    void offersToWidenAFilterThatNothingMatches() {
        open("q=zzzz");
        assertThat(total()).isEqualTo("No events");
        assertThat(find(Button.class).withText("Show all events").single().isVisible())
                .isTrue();
        test(find(Button.class).withText("Show all events").single()).click();
        assertThat(total()).isEqualTo("4 events");
    }

    @Test
    void theAddressIsWhatIsShown() {
        open("actor=test-group&undated=no&event=1");
        assertThat(total()).isEqualTo("1 event");
        assertThat(map().getProperty("selected")).isEqualTo("1");
        assertThat(find(H2.class).all().stream().map(H2::getText)).contains("Attack · Diboli");
    }

    @Test
    void anAddressThatCannotBeReadSaysWhyAndShowsAll() {
        open("border=Mali");
        assertThat(total()).isEqualTo("4 events");
        assertThat(find(Notification.class).all()).hasSize(1);
    }

    @Test
    void theDetailMarksTheEvidenceInItsOwnDirectionAndLeavesMarkupText() {
        open("event=1");
        var texts = elements(getCurrentView().getElement())
                .filter(element -> element.getClassList().contains("m-source-text"))
                .toList();
        assertThat(texts).hasSize(2);
        var arabic = texts.stream()
                .filter(text -> "ar".equals(text.getAttribute("lang")))
                .findFirst()
                .orElseThrow();
        assertThat(arabic.getAttribute("dir")).isEqualTo("rtl");
        var marks = elements(arabic)
                .filter(element -> element.getTag().equals("mark"))
                .toList();
        assertThat(marks)
                .singleElement()
                .satisfies(mark -> assertThat(mark.getTextRecursively()).isEqualTo("مسلحين هاجموا ديبولي يوم الخميس"));
        assertThat(arabic.getTextRecursively()).contains(SampleEvents.MARKUP);
        assertThat(elements(getCurrentView().getElement()).map(Element::getTag)).doesNotContain("img");
    }

    @Test
    void undatedEventsAreSaidToBe() {
        open("event=4");
        assertThat(find(Span.class).withClassName("m-fact-value").all().stream().map(Span::getText))
                .contains("Undated", "exactly");
    }

    @Test
    void theBrushOfTheTimelineSetsTheRange() {
        var view = view();
        var timeline = component(view, Timeline.class);
        ComponentUtil.fireEvent(timeline, new Timeline.RangeChanged(timeline, true, "2025-02-01", "2025-02-28"));
        assertThat(total()).isEqualTo("3 events");
        ComponentUtil.fireEvent(timeline, new Timeline.UndatedToggled(timeline, true));
        assertThat(total()).isEqualTo("2 events");
        assertThat(chips()).contains("1–28 February 2025", "dated only");
    }

    @Test
    void aSpotListsItsEventsAndTheWayBack() {
        var view = view();
        var map = component(view, EventMap.class);
        ComponentUtil.fireEvent(map, new EventMap.SpotSelected(map, true, "1,4"));
        assertThat(find(H2.class).all().stream().map(H2::getText)).contains("2 events here");
        test(find(NativeButton.class).withText("All events").single()).click();
        assertThat(find(H2.class).all().stream().map(H2::getText)).contains("4 events");
    }

    @Test
    void speaksArabicWithItsPluralsAndNames() {
        UI.getCurrent().setLocale(Locale.of("ar"));
        open("event=1");
        UI.getCurrent().refreshCurrentRoute(true);
        assertThat(total()).isEqualTo("4 أحداث");
        assertThat(find(H2.class).all().stream().map(H2::getText)).contains("هجوم · ديبولي");
        assertThat(find(Span.class).withClassName("m-fact-value").all().stream().map(Span::getText))
                .contains("20 فبراير 2025", "3 قتلى");
    }

    @Test
    @WithAnonymousUser
    void nobodySeesItWithoutSigningIn() {
        UI.getCurrent().navigate("");
        assertThat(shown()).doesNotHaveAnyElementsOfTypes(DashboardView.class);
    }

    @Test
    @WithMockUser(roles = "VISITOR")
    void aRoleThatIsNotAnAnalystsDoesNotSeeIt() {
        UI.getCurrent().navigate("");
        assertThat(shown()).doesNotHaveAnyElementsOfTypes(DashboardView.class);
    }

    @Test
    @WithMockUser(roles = "ADMIN")
    void anAdminMayDoWhatAnAnalystMay() {
        view();
        assertThat(total()).isEqualTo("4 events");
    }

    private static List<HasElement> shown() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain();
    }

    private String total() {
        return find(Span.class).withClassName("m-chip-total").single().getText();
    }

    private List<String> chips() {
        return find(Span.class).withClassName("m-chip").all().stream()
                .map(chip -> chip.getElement().getTextRecursively().replace("×", ""))
                .toList();
    }

    private Element map() {
        return component(getCurrentView().getElement().getComponent().orElseThrow(), EventMap.class)
                .getElement();
    }

    private void press(String style, String id) {
        test(find(NativeButton.class)
                        .withClassName(style)
                        .withAttribute("data-id", id)
                        .single())
                .click();
    }

    private static <T extends Component> T component(Component root, Class<T> type) {
        return elements(root.getElement())
                .flatMap(element -> element.getComponent().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element root) {
        return Stream.concat(
                Stream.of(root),
                root.getChildren().filter(child -> !child.isTextNode()).flatMap(DashboardViewTest::elements));
    }
}
