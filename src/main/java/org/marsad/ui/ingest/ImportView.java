package org.marsad.ui.ingest;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.ImportJobs;
import org.marsad.ingest.Uploads;
import org.marsad.ui.Brand;
import org.marsad.ui.i18n.Messages;
import org.springframework.security.core.userdetails.UserDetails;

/** Where an admin brings articles in and sees what became of them. */
@Route("import")
@RolesAllowed("ADMIN")
class ImportView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 30;
    private static final int POLL_MILLIS = 1500;

    private final transient ImportJobs jobs;
    private final transient Uploads uploads;
    private final transient Messages messages;
    private final String user;
    private final Div list = new Div();
    private final Map<Long, JobCard> cards = new HashMap<>();
    private transient Uploads.@Nullable Batch batch;

    ImportView(ImportJobs jobs, Uploads uploads, Messages messages, AuthenticationContext authentication) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.messages = messages;
        user = authentication
                .getAuthenticatedUser(UserDetails.class)
                .map(UserDetails::getUsername)
                .orElse("");
        addClassName("m-page");
        var language = Messages.languageOf(UI.getCurrent().getLocale());
        var back = new Anchor(".", getTranslation("import.back"));
        back.addClassName("m-page-back");
        var top = new Header(new Brand(language), back);
        top.addClassName("m-top");
        var title = new H1(getTranslation("import.title"));
        var about = new Paragraph(getTranslation("import.about"));
        about.addClassName("m-fact-note");
        var heading = new H2(getTranslation("import.jobs"));
        list.addClassName("m-jobs");
        var main = new Main(title, about, upload(), heading, list);
        add(top, main);
        show();
    }

    private Upload upload() {
        var upload = new Upload((UploadHandler) this::keep);
        upload.setAcceptedFileExtensions(".txt", ".html", ".htm", ".jsonl");
        upload.setMaxFileSize(256 * 1024 * 1024);
        upload.setI18n(texts());
        upload.addAllFinishedListener(event -> submit(upload));
        upload.addFileRejectedListener(event -> Notification.show(
                event.getFileName() + ": " + event.getErrorMessage(), 8000, Notification.Position.TOP_CENTER));
        return upload;
    }

    /** On a request's thread, one for each file. */
    private void keep(UploadEvent event) throws IOException {
        Uploads.Batch to;
        synchronized (this) {
            if (batch == null) {
                batch = uploads.open();
            }
            to = batch;
        }
        try (var content = event.getInputStream()) {
            to.add(event.getFileName(), content);
        }
    }

    private void submit(Upload upload) {
        Uploads.Batch done;
        synchronized (this) {
            done = batch;
            batch = null;
        }
        upload.clearFileList();
        if (done == null || done.paths().isEmpty()) {
            return;
        }
        try {
            jobs.submit(done.paths(), done.origin(), user);
        } catch (IllegalArgumentException e) {
            Notification.show(e.getMessage(), 8000, Notification.Position.TOP_CENTER);
        }
        show();
    }

    /** Cards stay where they are and change, so that an open list of refusals stays open. */
    private void show() {
        List<ImportJob> found = jobs.list(SHOWN);
        if (found.isEmpty()) {
            list.removeAll();
            list.add(new Span(getTranslation("import.none")));
        } else if (cards.isEmpty()) {
            list.removeAll();
        }
        for (int i = 0; i < found.size(); i++) {
            var job = found.get(i);
            var card = cards.get(job.id());
            if (card == null) {
                card = new JobCard(jobs, messages, getLocale());
                cards.put(job.id(), card);
                list.addComponentAtIndex(i, card);
            }
            card.show(job);
        }
        getUI().ifPresent(ui ->
                ui.setPollInterval(found.stream().allMatch(job -> job.state().isOver()) ? -1 : POLL_MILLIS));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().addPollListener(poll -> show());
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("import.title") + " · " + getTranslation("app.title");
    }

    private UploadI18N texts() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setMany(getTranslation("import.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setMany(getTranslation("import.choose")))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("import.tooBig"))
                        .setIncorrectFileType(getTranslation("import.wrongType")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("import.connecting"))
                                .setProcessing(getTranslation("import.processing"))
                                .setHeld(getTranslation("import.held"))
                                .setStalled(getTranslation("import.stalled")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("import.failed"))
                                .setUnexpectedServerError(getTranslation("import.failed"))
                                .setForbidden(getTranslation("import.failed"))));
    }
}
