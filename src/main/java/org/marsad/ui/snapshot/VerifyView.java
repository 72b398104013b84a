package org.marsad.ui.snapshot;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.seal.Verdict;
import org.marsad.text.Language;
import org.marsad.ui.i18n.Messages;
import org.springframework.security.access.AccessDeniedException;

/** Where the link on a sheet leads: what was issued under its code, whether it stands, and whether a file is it. */
@Route("verify/:code?")
@RolesAllowed({"ANALYST", "BRIEFER", "ADMIN"})
class VerifyView extends PageFrame implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int MILLIS = 8000;
    private static final int MOST_BYTES = 256 << 20;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final Div verdict = new Div();
    private final Div making = new Div();

    VerifyView(SnapshotDesk desk) {
        super(desk, Messages.languageOf(UI.getCurrent().getLocale()), "verify");
        this.desk = desk;
        reader = Messages.languageOf(UI.getCurrent().getLocale());
        addClassName("m-verify");
        verdict.addClassName("m-verdict-box");
        verdict.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("code").orElse(""));
    }

    private void show(String code) {
        verdict.removeAll();
        if (code.isBlank()) {
            show(new H1(say("snapshot.verify")), ask(), upload(), verdict);
            return;
        }
        var found = desk.snapshots().find(code);
        if (found.isEmpty()) {
            var unknown = line(say("verify.unknownCode", code), "m-bad");
            show(new H1(say("snapshot.verify")), unknown, ask(), upload(), verdict);
            return;
        }
        show(found.get());
    }

    private void show(Snapshot snapshot) {
        var title = new H1(snapshot.title());
        title.getElement().setAttribute("dir", "auto");
        making.removeAll();
        show(title, status(snapshot), acts(snapshot), making, new SnapshotRecord(desk, reader, snapshot));
        main().add(new H2(say("since.title")), new SincePanel(desk, reader, snapshot));
        main().add(new H2(say("verify.file")), upload(), verdict);
    }

    private Div status(Snapshot snapshot) {
        var withdrawal = snapshot.withdrawal();
        if (withdrawal != null) {
            var line = line(say("verify.withdrawn", desk.moment(withdrawal.at(), reader), withdrawal.by()), "m-bad");
            var reason = new Paragraph(withdrawal.reason());
            reason.getElement().setAttribute("dir", "auto");
            line.add(reason);
            return line;
        }
        var newer = snapshot.refreshedBy();
        if (newer != null) {
            var line = line(say("verify.newer"), "m-old");
            line.add(
                    new Anchor("verify/" + SnapshotCode.printed(newer), SnapshotCard.ltr(SnapshotCode.printed(newer))));
            return line;
        }
        return line(say("verify.stands"), "m-good");
    }

    private Div acts(Snapshot snapshot) {
        var acts = new Div();
        acts.addClassName("m-snap-acts");
        var signer = desk.signer();
        if (signer.issues()) {
            var refresh = new Button(say("snapshot.refresh"), click -> refresh(snapshot));
            refresh.setDisableOnClick(true);
            refresh.addClassName("m-snap-refresh");
            acts.add(refresh);
        }
        if (signer.withdraws() && !snapshot.isWithdrawn()) {
            var withdraw = new Button(say("snapshot.withdraw"), click -> withdraw(snapshot));
            withdraw.addThemeVariants(ButtonVariant.ERROR);
            withdraw.addClassName("m-snap-withdraw");
            acts.add(withdraw);
        }
        return acts;
    }

    /** A view of millions takes its time: it is made beside the page, which says what is being done. */
    private void refresh(Snapshot snapshot) {
        var signer = desk.signer();
        var steps = new StepBar(desk, reader);
        making.removeAll();
        making.add(steps);
        Making.start(
                UI.getCurrent(),
                step -> desk.snapshots().refresh(snapshot.code(), signer, step),
                steps::show,
                fresh -> {
                    // Whoever has gone on to something else finds it in the gallery.
                    if (isAttached()) {
                        UI.getCurrent().navigate("verify/" + SnapshotCode.printed(fresh.code()));
                    }
                },
                e -> {
                    warn(desk.failure(e, reader));
                    if (isAttached()) {
                        show(snapshot.code());
                    }
                });
    }

    private void withdraw(Snapshot snapshot) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(say("snapshot.withdraw"));
        dialog.setWidth("min(460px, 96vw)");
        var reason = new TextArea(say("snapshot.reason"));
        reason.setMaxLength(1000);
        reason.setRequired(true);
        reason.setWidthFull();
        reason.getElement().setAttribute("dir", "auto");
        dialog.add(new Paragraph(say("snapshot.withdrawAbout")), reason);
        var doIt = new Button(say("snapshot.withdraw"), click -> {
            try {
                desk.snapshots().withdraw(snapshot.code(), reason.getValue(), desk.signer());
                dialog.close();
                show(snapshot.code());
            } catch (SnapshotRefusedException e) {
                reason.setInvalid(true);
                reason.setErrorMessage(desk.refusal(e, reader));
            } catch (AccessDeniedException e) {
                dialog.close();
                warn(say("snapshot.refused.RIGHTS"));
            }
        });
        doIt.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        dialog.getFooter().add(new Button(say("filter.cancel"), click -> dialog.close()), doIt);
        dialog.open();
        reason.focus();
    }

    private Div ask() {
        var code = new TextField(say("verify.code"));
        code.setPlaceholder("7KQF-2MXD");
        code.setMaxLength(20);
        code.getElement().setAttribute("dir", "ltr");
        var go = new Button(
                say("verify.look"),
                click -> UI.getCurrent()
                        .navigate("verify/" + code.getValue().strip().replaceAll("[^0-9A-Za-z-]", "")));
        go.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        var row = new Div(code, go);
        row.addClassName("m-snap-ask");
        return row;
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> judge(metadata.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(say("verify.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(say("verify.choose")))
                .setError(new UploadI18N.Error().setFileIsTooBig(say("import.tooBig")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(say("import.connecting"))
                                .setProcessing(say("import.processing"))
                                .setHeld(say("import.held"))
                                .setStalled(say("import.stalled")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(say("import.failed"))
                                .setUnexpectedServerError(say("import.failed"))
                                .setForbidden(say("import.failed")))));
        upload.addAllFinishedListener(event -> upload.clearFileList());
        return upload;
    }

    private void judge(String name, byte[] bytes) {
        var found = desk.snapshots().verify(bytes);
        verdict.removeAll();
        var kind = found.kind();
        var line = line(
                say(kind == Verdict.Kind.WITHDRAWN ? "verify.withdrawnFile" : "verify." + kind.word(), name),
                kind == Verdict.Kind.ISSUED ? "m-good" : kind == Verdict.Kind.WITHDRAWN ? "m-old" : "m-bad");
        line.getElement().setAttribute("data-verdict", kind.word());
        found.snapshots().forEach(snapshot -> {
            var code = SnapshotCode.printed(snapshot.code());
            var link = new Anchor("verify/" + code, code + " · " + snapshot.title());
            link.getElement().setAttribute("dir", "auto");
            var row = new Div(link);
            var withdrawal = snapshot.withdrawal();
            if (withdrawal != null) {
                var reason = new Paragraph(withdrawal.reason());
                reason.getElement().setAttribute("dir", "auto");
                row.add(SnapshotCard.badge(say("snapshot.withdrawn"), "m-bad"), reason);
            }
            line.add(row);
        });
        var hash = SnapshotCard.ltr("SHA-256 " + found.sha256());
        hash.addClassName("m-hash");
        line.add(hash);
        verdict.add(line);
    }

    private Div line(String text, String kind) {
        var line = new Div(new Paragraph(text));
        line.addClassNames("m-verdict", kind);
        return line;
    }

    private static void warn(String text) {
        Notification.show(text, MILLIS, Notification.Position.TOP_CENTER);
    }

    private String say(String key, Object... parameters) {
        return desk.say(reader, key, parameters);
    }

    @Override
    public String getPageTitle() {
        return say("snapshot.verify") + " · " + say("app.title");
    }
}
