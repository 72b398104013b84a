package org.marsad.ui.curation;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Changeset.FileChange;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceImports;
import org.marsad.curation.Rehearsal;
import org.marsad.gazetteer.ImportedFile;
import org.marsad.ingest.Uploads;
import org.marsad.ui.EmptyState;

/** Files of places: sent, looked through, taken in; and what was taken in, with the rows that wait for a decision. */
@Route("gazetteer/files")
@RolesAllowed("ADMIN")
class PlaceFilesView extends CurationPage {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 30;
    private static final int MEGABYTE = 1024 * 1024;

    private final transient Uploads uploads;
    private final Div waiting = Rows.div("m-jobs");
    private final Div cards = Rows.div("m-jobs");
    private final Div list = Rows.div("m-jobs");
    private transient @Nullable Path sent;
    private boolean watching;

    PlaceFilesView(CurationDesk desk, Uploads uploads, AuthenticationContext authentication) {
        super(desk, authentication, Page.FILES);
        this.uploads = uploads;
        add(new Main(
                new H1(words.say("files.title")),
                Rows.note(words.say("files.about")),
                upload(),
                waiting,
                cards,
                new H2(words.say("files.known")),
                list));
        show();
        showWaiting();
    }

    private Upload upload() {
        var upload = new Upload((UploadHandler) this::keep);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) PlaceImports.LARGEST);
        upload.setAcceptedFileExtensions(".txt", ".tsv", ".csv", ".json", ".geojson", ".zip", ".gz");
        var large = words.say("files.tooBig", PlaceImports.LARGEST / MEGABYTE);
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(words.say("files.drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(words.say("files.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(words.say("files.one"))
                        .setFileIsTooBig(large)
                        .setIncorrectFileType(words.say("files.wrongType")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(words.say("import.connecting"))
                                .setProcessing(words.say("import.processing"))
                                .setHeld(words.say("import.held"))
                                .setStalled(words.say("import.stalled")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(words.say("import.failed"))
                                .setUnexpectedServerError(words.say("import.failed"))
                                .setForbidden(words.say("import.failed")))));
        upload.addAllFinishedListener(event -> {
            upload.clearFileList();
            take();
        });
        upload.addFileRejectedListener(event -> tell(event.getFileName() + ": " + event.getErrorMessage()));
        return upload;
    }

    /** On a request's thread. A browser keeps the limit; who sends without one is stopped here. */
    private void keep(UploadEvent event) throws IOException {
        var batch = uploads.open();
        if (event.getFileSize() > PlaceImports.LARGEST) {
            throw new IOException("a file of over " + PlaceImports.LARGEST + " bytes");
        }
        try (var content = new Limited(event.getInputStream(), PlaceImports.LARGEST)) {
            batch.add(event.getFileName(), content);
        }
        synchronized (this) {
            sent = batch.paths().getFirst();
        }
    }

    /** Ends with an error where more comes than allowed. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left;

        private Limited(java.io.InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("larger than allowed");
            }
        }
    }

    private void take() {
        Path file;
        synchronized (this) {
            file = sent;
            sent = null;
        }
        if (file != null) {
            cards.removeAll();
            cards.add(new PlaceFileCard(desk, words, user, file, new PlaceFileCard.Host() {
                @Override
                public String called(String place) {
                    return PlaceFilesView.this.called(place);
                }

                @Override
                public void taken(Changeset change) {
                    change.files().stream()
                            .map(FileChange::after)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .ifPresent(one -> tell(words.say("files.taken", one.name(), one.added())));
                    discarded();
                    showWaiting();
                }

                @Override
                public void discarded() {
                    cards.removeAll();
                    forget(file);
                    show();
                }
            }));
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(PlaceFilesView.class).warn("{} stays: {}", file, e.getMessage());
        }
    }

    private void show() {
        list.removeAll();
        var all = desk.files().list();
        all.forEach(file -> list.add(row(file)));
        if (all.isEmpty()) {
            list.add(new EmptyState(words.say("files.none"), words.say("files.noneHow")));
        }
        if (desk.files().isBehind()) {
            var force = Rows.choice(words.say("files.putInForce"), this::putInForce);
            force.addClassName("m-choice-strong");
            list.addComponentAsFirst(
                    Rows.div("m-buttons", Rows.span(words.say("files.decided"), "m-fact-note"), force));
        }
    }

    /** How far the articles are that are coded anew after a change, for as long as any waits. */
    private void showWaiting() {
        var found = desk.files().findWaiting();
        waiting.removeAll();
        if (found.isEmpty()) {
            return;
        }
        var state = Rows.span(
                words.say("files.recoding", found.get().left(), found.get().of()));
        state.getElement().setAttribute("role", "status");
        var bar = new ProgressBar();
        bar.setValue(1 - (double) found.get().left() / found.get().of());
        var card = Rows.div("m-job m-recoding", state, bar, Rows.note(words.say("files.recodingHow")));
        waiting.add(card);
        var failure = found.get().failure();
        if (failure != null) {
            bar.setVisible(false);
            state.setText(words.say("files.recodingFailed", found.get().left(), failure));
            card.add(Rows.div("m-buttons", Rows.choice(words.say("files.recodingResume"), () -> {
                desk.files().resume();
                showWaiting();
            })));
        } else if (!watching) {
            watching = true;
            watch(state, bar);
        }
    }

    private void watch(Span state, ProgressBar bar) {
        var ui = UI.getCurrent();
        var work = Work.start(
                ui,
                desk.files()::await,
                left -> {
                    watching = false;
                    if (left.isEmpty()) {
                        tell(words.say("files.recoded"));
                    }
                    showWaiting();
                },
                failure -> watching = false);
        var polling = ui.addPollListener(poll -> {
            if (work.share() >= 0) {
                bar.setValue(Math.clamp(work.share(), 0, 1));
                state.setText(words.say("files.recoding", work.all() - work.done(), work.all()));
            }
        });
        addDetachListener(detach -> {
            polling.remove();
            work.stop();
        });
    }

    private void putInForce() {
        rehearse(
                words.say("files.putInForce"),
                desk.files()::rehearseInForce,
                () -> desk.files().putInForce(user));
    }

    /** Rehearses a change of what is listed, in the place of a file that is looked through. */
    private void rehearse(
            String title, BiFunction<Boolean, Progress, Rehearsal> rehearsal, Supplier<Optional<Changeset>> change) {
        cards.removeAll();
        var what = new RehearsalPanel.Change() {
            @Override
            public Rehearsal rehearse(boolean everything, Progress progress) {
                return rehearsal.apply(everything, progress);
            }

            @Override
            public Changeset apply(Progress progress) {
                return change.get().orElseThrow();
            }
        };
        var panel = new RehearsalPanel(desk, words, title, what, new RehearsalPanel.Host() {
            @Override
            public void rehearsed(Rehearsal done) {}

            @Override
            public void applied(Changeset changeset) {
                tell(words.say("files.changed", changeset.version()));
                back();
                showWaiting();
            }

            @Override
            public void conflict(EditConflict conflict) {
                tell(String.valueOf(conflict.getMessage()));
            }

            @Override
            public void back() {
                cards.removeAll();
                show();
            }
        });
        panel.addClassNames("m-job", "m-place-file");
        cards.add(panel);
        cards.scrollIntoView();
    }

    private String called(String id) {
        return desk.curation()
                .find(id)
                .map(place -> place.name() + words.say("list.dash") + words.whereabouts(place))
                .orElse(id);
    }

    private Div row(ImportedFile file) {
        var card = Rows.div("m-job m-place-file");
        card.getElement().setAttribute("data-file", file.name());
        var rows = Rows.div("m-file-rows");
        card.add(
                Rows.div(
                        "m-effect-head",
                        Rows.own(file.name(), "m-strong"),
                        Rows.own(file.source(), "m-fact-note"),
                        Rows.span(words.day(file.imported()), "m-fact-note")),
                PlaceFileCard.figures(words, file),
                rows);
        if (Objects.requireNonNullElse(file.doubtful(), 0) > 0) {
            listDoubtful(file, rows);
        }
        var remove = Rows.choice(words.say("files.remove"), () -> remove(file));
        remove.addClassName("m-remove-file");
        card.add(Rows.div("m-buttons", remove));
        return card;
    }

    private void listDoubtful(ImportedFile file, Div rows) {
        rows.removeAll();
        var waiting = desk.files().listDoubtful(file.name());
        waiting.stream().limit(SHOWN).forEach(one -> {
            var row = Rows.div(
                    "m-file-row",
                    Rows.own(one.name(), "m-strong"),
                    Rows.span("→", "m-arrow"),
                    Rows.own(called(one.known())),
                    Rows.span(words.say("files.score", one.score(), one.km()), "m-fact-note"),
                    Rows.choice(words.say("files.isThat"), () -> decide(file, one.id(), one.known())),
                    Rows.choice(words.say("files.isNew"), () -> decide(file, one.id(), null)));
            row.getElement().setAttribute("data-row", one.id());
            rows.add(row);
        });
        if (waiting.size() > SHOWN) {
            rows.add(Rows.note(words.say("rehearsal.more", waiting.size() - SHOWN)));
        }
    }

    private void decide(ImportedFile file, String row, @Nullable String place) {
        try {
            desk.files().decide(file.name(), row, place);
        } catch (IOException e) {
            tell(String.valueOf(e.getMessage()));
        }
        show();
    }

    private void remove(ImportedFile file) {
        rehearse(
                words.say("files.removing", file.name()),
                (everything, progress) -> desk.files().rehearseRemoval(file.name(), everything, progress),
                () -> {
                    try {
                        return desk.files().remove(file.name(), user);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e.getMessage(), e);
                    }
                });
    }
}
