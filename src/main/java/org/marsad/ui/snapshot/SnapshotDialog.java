package org.marsad.ui.snapshot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.text.Language;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Freezes what the dashboard shows: a form, a preview, and a button that issues. */
public final class SnapshotDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int MILLIS = 12_000;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final transient EventFilter filter;
    private final transient Extent seen;
    private final transient @Nullable String view;
    private final SnapshotForm form;
    private final Select<Boolean> area = new Select<>();
    private final Div preview = new Div();
    private final Paragraph problem = new Paragraph();

    /**
     * @param seen what the map shows
     * @param view name of the saved view that is shown, or null
     * @param title to begin with
     */
    public SnapshotDialog(
            SnapshotDesk desk,
            Language reader,
            EventFilter filter,
            Extent seen,
            @Nullable String view,
            String title,
            boolean byActor) {
        this.desk = desk;
        this.reader = reader;
        this.filter = filter;
        this.seen = seen;
        this.view = view;
        addClassName("m-snap-dialog");
        setHeaderTitle(desk.say(reader, "snapshot.new"));
        setWidth("min(1080px, 96vw)");
        form = new SnapshotForm(desk, reader);
        form.setTitleText(title);
        form.setSymbols(byActor ? SymbolsBy.ACTOR : SymbolsBy.TYPE);
        area.setLabel(desk.say(reader, "snapshot.area"));
        area.setItems(List.of(true, false));
        area.setValue(true);
        area.setItemLabelGenerator(asSeen -> desk.say(reader, asSeen ? "snapshot.area.seen" : "snapshot.area.all"));
        form.addField(area);
        problem.addClassName("m-snap-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        preview.addClassName("m-snap-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        var side = new Div(preview, problem);
        side.addClassName("m-snap-side");
        var content = new Div(form, side);
        content.addClassName("m-snap-columns");
        add(content);
        var again = new Button(desk.say(reader, "snapshot.preview"), click -> preview());
        var issue = new Button(desk.say(reader, "snapshot.issue"), click -> issue());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        issue.addClassName("m-snap-issue");
        issue.setDisableOnClick(true);
        issue.addClickListener(click -> issue.setEnabled(true));
        getFooter().add(new Button(desk.say(reader, "filter.cancel"), click -> close()), again, issue);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                form.focusTitle();
                preview();
            }
        });
    }

    private SnapshotDraft draft() {
        return form.draft(filter, Boolean.TRUE.equals(area.getValue()) ? seen : null, view);
    }

    /** The dialog is there before the drawing is. */
    private void preview() {
        if (!form.isComplete(desk.say(reader, "snapshot.titleMissing"))) {
            return;
        }
        preview.removeAll();
        preview.add(new Span(desk.say(reader, "snapshot.drawing")));
        getElement().executeJs("return true").then(done -> {
            try {
                var png = desk.snapshots().preview(draft(), desk.signer());
                var image = new Image(
                        "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                        desk.say(reader, "snapshot.previewOf"));
                preview.removeAll();
                preview.add(image);
                problem.setVisible(false);
            } catch (SnapshotRefusedException e) {
                refuse(desk.refusal(e, reader));
            } catch (DataAccessException | TransactionException e) {
                refuse(desk.say(reader, "server.away"));
            }
        });
    }

    private void refuse(String why) {
        preview.removeAll();
        problem.setText(why);
        problem.setVisible(true);
    }

    private void issue() {
        if (!form.isComplete(desk.say(reader, "snapshot.titleMissing"))) {
            return;
        }
        try {
            var issued = desk.snapshots().issue(draft(), desk.signer());
            close();
            tell(issued);
        } catch (SnapshotRefusedException e) {
            refuse(desk.refusal(e, reader));
        } catch (DataAccessException | TransactionException e) {
            refuse(desk.say(reader, "server.away"));
        }
    }

    private void tell(Snapshot issued) {
        var note = new Notification();
        note.setDuration(MILLIS);
        note.setPosition(Notification.Position.BOTTOM_CENTER);
        var code = SnapshotCode.printed(issued.code());
        var content = new Div(
                new Span(desk.say(reader, "snapshot.issued", code)),
                new Anchor("verify/" + code, desk.say(reader, "snapshot.open")),
                new Anchor("snapshots", desk.say(reader, "snapshot.gallery")));
        content.addClassName("m-note");
        note.add(content);
        UI.getCurrent().add(note);
        note.open();
    }
}
