package org.marsad.ui.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.SavedView;
import org.marsad.snapshot.freeze.Extents;
import org.marsad.text.Language;
import org.marsad.ui.snapshot.SnapshotDialog;

/**
 * What the bar at the top is for.
 *
 * @param view the saved view that is shown, or null
 * @param title what is shown in words
 * @param search told the words to look for
 */
record HeadIntents(
        Words words,
        Desk desk,
        AuthenticationContext authentication,
        Standing standing,
        EventMap map,
        Supplier<@Nullable SavedView> view,
        Supplier<String> title,
        Consumer<String> search)
        implements TopBar.Intents {
    @Override
    public void lookFor(String text) {
        search.accept(text);
    }

    /** The whole page again, so that its direction, fonts and every text are right from the first paint. */
    @Override
    public void speak(Language language) {
        var parameters = standing.now().withLang(language.tag()).encode();
        UI.getCurrent().getPage().setLocation("?" + Standing.query(parameters));
    }

    @Override
    public void switchScheme() {
        UI.getCurrent().getPage().executeJs("window.marsadScheme.toggle()");
    }

    @Override
    public void help() {
        new KeyHelp(words).open();
    }

    /** Asks the map what it shows just now, whatever the address says. */
    @Override
    public void snapshot() {
        map.getElement().executeJs("return this.seen()").then(String.class, seen -> {
            try {
                var shown = view.get();
                var state = standing.now();
                new SnapshotDialog(
                                desk.snapshots(),
                                words.language(),
                                state.filter(),
                                Extents.parse(seen),
                                shown == null ? null : shown.name(),
                                shown == null ? title.get() : shown.name(),
                                List.of(state.look().split(",")).contains("actor"))
                        .open();
            } catch (IllegalArgumentException e) {
                DashboardView.warn(words.say("address.bad", e.getMessage()));
            }
        });
    }

    @Override
    public void signOut() {
        authentication.logout();
    }
}
