package org.marsad.ui.curation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Found;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.Rehearsal;
import org.marsad.curation.ReviewQueue.Item;
import org.marsad.ui.curation.PlaceMap.Spot;
import org.marsad.ui.curation.PlaceMap.SpotKind;
import org.marsad.ui.curation.ReviewCard.Reach;

/** What waits for an admin's eye, form by form; all of it can be done by keys. */
@Route("gazetteer/review")
@RolesAllowed("ADMIN")
@JsModule("./marsad-review-keys.ts")
class ReviewView extends CurationPage implements ReviewCard.Host {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 60;
    private static final int FOUND = 30;
    private final Span count = new Span();
    private final Div list = Rows.div("m-queue");
    private final Section middle = new Section();
    private final PlaceMap map;
    private final Div side = Rows.div("m-review-side");
    private final ComboBox<Found> other;
    private final transient Set<String> skipped = new HashSet<>();
    private transient List<Item> items = List.of();
    private int at;
    private int mention;
    private int decided;
    private Reach reach = Reach.EVERYWHERE;
    private boolean rehearsing;

    ReviewView(CurationDesk desk, AuthenticationContext authentication) {
        super(desk, authentication, Page.REVIEW);
        count.addClassName("m-fact-note");
        count.getElement().setAttribute("role", "status");
        var left = new Section(Rows.div("m-panel-head", new H1(words.say("curation.review")), count), list);
        int waiting = desk.files().countDoubtful();
        if (waiting > 0) {
            var link = new Anchor("gazetteer/files", words.say("files.waiting", waiting));
            link.addClassName("m-files-wait");
            left.addComponentAtIndex(1, link);
        }
        left.addClassNames("m-panel", "m-places");
        middle.addClassNames("m-panel", "m-review");
        map = new PlaceMap(words.language(), desk.messages().forBrowser(words.language()));
        map.addPlacePickedListener(picked -> decide(picked.id(), picked.id()));
        other = new ComboBox<>();
        other.setPlaceholder(words.say("review.other"));
        other.setAriaLabel(words.say("review.other"));
        other.setItemLabelGenerator(words::found);
        other.setItems(DataProvider.fromFilteringCallbacks(
                query -> desk.curation().search(query.getFilter().orElse(""), FOUND).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> desk.curation()
                        .search(query.getFilter().orElse(""), FOUND)
                        .size()));
        other.addValueChangeListener(change -> {
            var chosen = change.getValue();
            if (change.isFromClient() && chosen != null) {
                decide(chosen.place().id(), chosen.place().name());
            }
        });
        var right = new Section(map, side);
        right.addClassNames("m-panel", "m-review-right");
        var main = new Main(left, middle, right);
        main.addClassNames("m-gazetteer", "m-reviewing");
        add(main);
        getElement()
                .addEventListener(
                        "review-key",
                        event -> key(event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
        getElement().executeJs("window.marsadReviewKeys.listen(this)");
        load();
    }

    private void load() {
        items = desk.queue().list(0, PAGE).stream()
                .filter(item -> !skipped.contains(item.surface()))
                .toList();
        at = Math.clamp(at, 0, Math.max(0, items.size() - 1));
        mention = 0;
        count.setText(words.say("review.count", desk.queue().count(), decided));
        show();
    }

    private void show() {
        rehearsing = false;
        side.removeAll();
        map.showEffects(List.of());
        list.removeAll();
        for (int i = 0; i < items.size(); i++) {
            list.add(row(items.get(i), i));
        }
        if (items.isEmpty()) {
            list.add(Rows.div("m-empty", Rows.span(words.say("review.empty"))));
        }
        showItem();
    }

    private NativeButton row(Item item, int index) {
        var row = new NativeButton();
        row.add(
                Rows.div(
                        "m-effect-head",
                        Rows.own(item.shown(), "m-place-name"),
                        Rows.span(
                                words.say("reason." + item.reason().name().toLowerCase(Locale.ROOT)),
                                "m-tag",
                                "m-reason-" + item.reason().name().toLowerCase(Locale.ROOT))),
                Rows.span(words.say("review.hangs", item.events(), item.mentions(), item.articles()), "m-fact-note"));
        row.addClassName("m-queue-row");
        row.getElement().setAttribute("data-surface", item.surface());
        if (index == at) {
            row.getElement().setAttribute("aria-current", "true");
            row.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
        }
        row.addClickListener(click -> {
            at = index;
            mention = 0;
            show();
        });
        return row;
    }

    private @Nullable Item item() {
        return at < items.size() ? items.get(at) : null;
    }

    private void showItem() {
        middle.removeAll();
        var item = item();
        if (item == null) {
            map.showSpots(List.of());
            middle.add(Rows.div("m-empty", Rows.span(words.say("review.done"))));
            return;
        }
        var reports = item.reports().stream()
                .map(report -> new ReportCard(desk, words, user, report, _ -> load()))
                .toList();
        middle.add(new ReviewCard(words, item, mention, reach, reports, other, this));
        other.clear();
        map.showSpots(IntStream.range(0, item.suggestions().size())
                .mapToObj(i -> {
                    var one = item.suggestions().get(i);
                    return new Spot(
                            one.place(), one.name(), one.lon(), one.lat(), SpotKind.SUGGESTED, words.number(i + 1));
                })
                .toList());
        map.fit();
    }

    @Override
    public void pickMention(int index) {
        mention = index;
        showItem();
    }

    @Override
    public void reach(Reach next) {
        reach = next;
        showItem();
    }

    private void key(String name) {
        if (name.startsWith("pick")) {
            pick(Integer.parseInt(name.substring("pick".length())) - 1);
            return;
        }
        switch (name) {
            case "next" -> step(1);
            case "previous" -> step(-1);
            case "nextMention" -> stepMention(1);
            case "previousMention" -> stepMention(-1);
            case "everywhere" -> reach(Reach.EVERYWHERE);
            case "source" -> reach(Reach.SOURCE);
            case "mention" -> reach(Reach.MENTION);
            case "notPlace" -> decide(null, words.say("review.notPlace"));
            case "skip" -> skip();
            case "create" -> create();
            case "search" -> other.focus();
            case "leave" -> {
                if (rehearsing) {
                    show();
                }
            }
            default -> {}
        }
    }

    private void step(int by) {
        if (!items.isEmpty()) {
            at = Math.clamp(at + by, 0, items.size() - 1);
            mention = 0;
            show();
        }
    }

    private void stepMention(int by) {
        var item = item();
        if (item != null && !item.samples().isEmpty()) {
            mention = Math.clamp(mention + by, 0, item.samples().size() - 1);
            showItem();
        }
    }

    private void pick(int index) {
        var item = item();
        if (item != null && index < item.suggestions().size()) {
            var one = item.suggestions().get(index);
            decide(one.place(), one.name());
        }
    }

    @Override
    public void skip() {
        var item = item();
        if (item != null) {
            skipped.add(item.surface());
            var left = new ArrayList<>(items);
            left.remove(at);
            items = List.copyOf(left);
            at = Math.clamp(at, 0, Math.max(0, items.size() - 1));
            mention = 0;
            show();
        }
    }

    @Override
    public void create() {
        var item = item();
        if (item != null) {
            var parameters = Map.of("new", "1", "name", item.shown(), "source", words.say("review.source"));
            getUI().ifPresent(ui -> ui.navigate("gazetteer", QueryParameters.simple(parameters)));
        }
    }

    /** Rehearses a decision; the button that applies it then has the focus, so that Enter is enough. */
    @Override
    public void decide(@Nullable String place, String name) {
        var item = item();
        var scope = item == null ? null : ReviewCard.scope(item, mention, reach);
        if (item == null || scope == null) {
            return;
        }
        var edit = new PlaceEdit.Decide(item.surface(), scope, place, false);
        // An arrow would point the wrong way in text of two directions.
        var what = item.shown() + " = " + name;
        var why = new Why(words.say("review.source"), what);
        rehearsing = true;
        side.removeAll();
        side.add(new RehearsalPanel(desk, words, what, change(edit, why), new RehearsalPanel.Host() {
            @Override
            public void rehearsed(Rehearsal rehearsal) {
                map.showEffects(rehearsal.events());
            }

            @Override
            public void applied(Changeset changeset) {
                decided++;
                tell(words.say("applied", changeset.version(), changeset.events()));
                load();
            }

            @Override
            public void conflict(EditConflict conflict) {
                tell(String.valueOf(conflict.getMessage()));
                load();
            }

            @Override
            public void back() {
                show();
            }
        }));
    }
}
