package org.marsad.ui.snapshot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.sheet.Format;
import org.marsad.text.Language;
import org.marsad.ui.EmptyState;
import org.marsad.ui.i18n.Messages;

/** All that was issued, to look through, to download and to put together. */
@Route("snapshots")
@RolesAllowed({"ANALYST", "BRIEFER", "ADMIN"})
class GalleryView extends PageFrame implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 24;
    private static final int MILLIS = 8000;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final TextField search = new TextField();
    private final Checkbox withdrawn;
    private final Div cards = new Div();
    private final NativeButton more;
    private final Div packing = new Div();
    private final TextField packTitle = new TextField();
    private final List<String> chosen = new ArrayList<>();
    private int shown;

    GalleryView(SnapshotDesk desk) {
        super(desk, Messages.languageOf(UI.getCurrent().getLocale()), "snapshots");
        this.desk = desk;
        reader = Messages.languageOf(UI.getCurrent().getLocale());
        addClassName("m-gallery");
        search.setPlaceholder(say("snapshot.search"));
        search.setAriaLabel(say("snapshot.search"));
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.getElement().setAttribute("dir", "auto");
        search.addValueChangeListener(change -> fill());
        withdrawn = new Checkbox(say("snapshot.showWithdrawn"), true);
        withdrawn.addValueChangeListener(change -> fill());
        var tools = new Div(search, withdrawn);
        tools.addClassName("m-snap-tools");
        cards.addClassName("m-snap-cards");
        more = new NativeButton(say("changes.more"), click -> add());
        more.addClassName("m-choice");
        pack();
        var about = new Paragraph(say(desk.signer().issues() ? "snapshot.aboutIssuing" : "snapshot.about"));
        about.addClassName("m-fact-note");
        show(new H1(say("snapshot.gallery")), about);
        if (desk.signer().issues()) {
            main().add(new SchedulePanel(desk, reader));
        }
        main().add(tools, packing, cards, more);
        fill();
    }

    private void pack() {
        packTitle.setLabel(say("snapshot.packTitle"));
        packTitle.setMaxLength(SnapshotDraft.MOST_TITLE);
        packTitle.getElement().setAttribute("dir", "auto");
        packing.addClassName("m-snap-pack");
        packing.add(
                packTitle,
                new Button(say("snapshot.packPdf"), click -> pack(Format.PDF)),
                new Button(say("snapshot.packPptx"), click -> pack(Format.PPTX)));
        packing.setVisible(false);
    }

    private void pack(Format format) {
        try {
            var file = desk.snapshots().pack(packTitle.getValue(), chosen, format, desk.signer());
            UI.getCurrent().getPage().setLocation("api/v1/snapshots/packs/" + file.getFileName());
        } catch (SnapshotRefusedException e) {
            Notification.show(desk.refusal(e, reader), MILLIS, Notification.Position.TOP_CENTER);
        }
    }

    private void fill() {
        cards.removeAll();
        shown = 0;
        add();
    }

    private void add() {
        var found = desk.snapshots().list(search.getValue(), withdrawn.getValue(), shown, PAGE + 1);
        found.stream()
                .limit(PAGE)
                .forEach(snapshot -> cards.add(new SnapshotCard(
                        desk,
                        reader,
                        snapshot,
                        chosen.contains(snapshot.code()),
                        desk.signer().issues() ? this::choose : null)));
        shown += Math.min(PAGE, found.size());
        more.setVisible(found.size() > PAGE);
        if (shown == 0) {
            cards.add(nothing());
        }
    }

    private EmptyState nothing() {
        if (search.getValue().isBlank()) {
            return new EmptyState(
                    say("snapshot.none"),
                    say(desk.signer().issues() ? "snapshot.noneHowIssuing" : "snapshot.noneHow"),
                    new Anchor(".", say("empty.map")));
        }
        var all = new NativeButton(say("snapshot.all"), click -> {
            search.clear();
            search.focus();
        });
        all.addClassName("m-choice");
        return new EmptyState(say("snapshot.noneFound"), say("snapshot.noneFoundHow"), all);
    }

    private void choose(String code, boolean in) {
        chosen.remove(code);
        if (in) {
            chosen.add(code);
        }
        packing.setVisible(!chosen.isEmpty());
    }

    private String say(String key, Object... parameters) {
        return desk.say(reader, key, parameters);
    }

    @Override
    public String getPageTitle() {
        return say("snapshot.gallery") + " · " + say("app.title");
    }
}
