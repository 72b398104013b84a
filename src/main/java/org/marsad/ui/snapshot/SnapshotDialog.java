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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.snapshot.IssueStep;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.text.Language;

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
    private final Button again;
    private final Button issue;
    private boolean busy;
    private boolean stale;
    private boolean wanted;

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
        area.addClassName("m-wide");
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
        again = new Button(desk.say(reader, "snapshot.preview"), click -> preview());
        issue = new Button(desk.say(reader, "snapshot.issue"), click -> issue());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        issue.addClassName("m-snap-issue");
        getFooter().add(new Button(desk.say(reader, "filter.cancel"), click -> close()), again, issue);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                form.focusTitle();
                preview();
            }
        });
        form.onChange(this::changed);
        area.addValueChangeListener(change -> changed());
    }

    private SnapshotDraft draft() {
        return form.draft(filter, Boolean.TRUE.equals(area.getValue()) ? seen : null, view);
    }

    /** The preview follows the form; what changes while one is drawn is drawn after it. */
    private void changed() {
        if (busy) {
            stale = true;
        } else if (isOpened()) {
            preview();
        }
    }

    private void preview() {
        stale = false;
        make((draft, signer, step) -> desk.snapshots().preview(draft, signer, step), this::show);
    }

    /** Who types a title and issues at once has the preview of it still under way: issuing comes after that. */
    private void issue() {
        if (busy) {
            wanted = true;
            return;
        }
        make((draft, signer, step) -> desk.snapshots().issue(draft, signer, step), issued -> {
            close();
            tell(issued);
        });
        issue.setEnabled(!busy);
    }

    private interface Work<T> {
        T of(SnapshotDraft draft, Signer signer, Consumer<IssueStep> step);
    }

    /** What takes its time is made beside the page; the dialog says what is being done. */
    private <T> void make(Work<T> work, Consumer<T> done) {
        if (!form.isComplete(desk.say(reader, "snapshot.titleMissing"))) {
            return;
        }
        SnapshotDraft draft;
        try {
            draft = draft();
        } catch (SnapshotRefusedException e) {
            refuse(desk.refusal(e, reader));
            return;
        }
        var signer = desk.signer();
        var steps = new StepBar(desk, reader);
        busy(true);
        problem.setVisible(false);
        preview.removeAll();
        preview.add(steps);
        Making.start(
                UI.getCurrent(),
                step -> work.of(draft, signer, step),
                steps::show,
                made -> {
                    busy(false);
                    if (wanted) {
                        wanted = false;
                        issue();
                        return;
                    }
                    done.accept(made);
                },
                e -> {
                    busy(false);
                    wanted = false;
                    refuse(desk.failure(e, reader));
                });
    }

    private void busy(boolean now) {
        busy = now;
        again.setEnabled(!now);
        if (!now) {
            issue.setEnabled(true);
        }
    }

    private void show(byte[] png) {
        if (stale) {
            preview();
            return;
        }
        var image = new Image(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png),
                desk.say(reader, "snapshot.previewOf"));
        preview.removeAll();
        preview.add(image);
    }

    private void refuse(String why) {
        preview.removeAll();
        problem.setText(why);
        problem.setVisible(true);
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
