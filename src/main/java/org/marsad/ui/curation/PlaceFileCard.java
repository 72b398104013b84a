package org.marsad.ui.curation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.EditConflict;
import org.marsad.curation.PlaceImports.Report;
import org.marsad.curation.Rehearsal;
import org.marsad.gazetteer.ImportedFile;

/** A file of places that was sent: first looked through, then taken in or thrown away. */
final class PlaceFileCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 50;

    private final transient CurationDesk desk;
    private final transient GazetteerWords words;
    private final transient Path path;
    private final String user;
    private final String name;
    private final transient Host host;
    private final Div running = new Div();
    private final Span state = new Span();
    private final Div report = Rows.div("m-file-report");
    private final Div effect = Rows.div("m-file-effect");
    private final Problems problems;
    private transient @Nullable Work work;
    private transient @Nullable Registration polling;

    /** What the card asks of the page. */
    interface Host {
        /** What a known place is called, by its id. */
        String called(String place);

        void taken(Changeset change);

        void discarded();
    }

    PlaceFileCard(CurationDesk desk, GazetteerWords words, String user, Path path, Host host) {
        this.desk = desk;
        this.words = words;
        this.user = user;
        this.path = path;
        this.host = host;
        name = desk.files().nameOf(path);
        addClassNames("m-job", "m-place-file");
        state.getElement().setAttribute("role", "status");
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        running.add(state, bar);
        running.addClassName("m-running");
        problems = new Problems(words);
        var heading = new H2(path.getFileName().toString());
        heading.getElement().setAttribute("dir", "auto");
        add(
                heading,
                Rows.note(words.say("files.dryRun")),
                running,
                problems,
                report,
                effect,
                Rows.div("m-buttons", Rows.choice(words.say("files.discard"), host::discarded)));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> {
            var current = work;
            if (current != null && current.done() > 0) {
                state.setText(words.say("files.rows", current.done()));
            }
        });
        if (work == null) {
            lookThrough();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
        }
        if (work != null) {
            work.stop();
        }
    }

    private void lookThrough() {
        state.setText(words.say("files.reading"));
        work = Work.start(
                UI.getCurrent(),
                reading(progress -> desk.files().lookThrough(path, name, progress)),
                this::show,
                failure -> {
                    running.setVisible(false);
                    problems.say(said(failure));
                });
    }

    /** A task that reads a file. */
    interface Reading<T> {
        T run(Progress progress) throws IOException;
    }

    static <T> Work.Task<T> reading(Reading<T> reading) {
        return progress -> {
            try {
                return reading.run(progress);
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        };
    }

    private String said(RuntimeException failure) {
        return String.valueOf(failure.getMessage())
                .replace(path.toString(), path.getFileName().toString());
    }

    private void show(Report done) {
        running.setVisible(false);
        report.removeAll();
        var file = done.file();
        report.add(figures(words, file));
        if (!done.changed()) {
            report.add(Rows.note(words.say("files.same", name)));
        } else if (done.replaced() != null) {
            report.add(Rows.note(words.say("files.replaces", name)));
        }
        if (!done.doubtful().isEmpty()) {
            report.add(new H3(words.say("files.doubtful")), Rows.note(words.say("files.doubtfulHow")));
            var list = Rows.div("m-file-rows");
            done.doubtful().stream()
                    .limit(SHOWN)
                    .forEach(row -> list.add(Rows.div(
                            "m-file-row",
                            Rows.own(row.name(), "m-strong"),
                            Rows.span("→", "m-arrow"),
                            Rows.own(host.called(row.known())),
                            Rows.span(words.say("files.score", row.score(), row.km()), "m-fact-note"))));
            more(
                    list,
                    file.doubtful() == null ? 0 : file.doubtful(),
                    done.doubtful().size());
            report.add(list);
        }
        if (!done.refused().isEmpty()) {
            report.add(new H3(words.say("files.refused")));
            var list = Rows.div("m-file-rows");
            done.refused().stream()
                    .limit(SHOWN)
                    .forEach(row -> list.add(Rows.div(
                            "m-file-row",
                            Rows.span(words.say("files.line", row.line()), "m-tag"),
                            Rows.own(row.reason()))));
            more(list, file.rejected(), done.refused().size());
            report.add(list);
        }
        if (done.changed()) {
            rehearse();
        }
    }

    /** What it would do to the articles, from where it can be taken in. */
    private void rehearse() {
        var change = new RehearsalPanel.Change() {
            @Override
            public Rehearsal rehearse(boolean everything, Progress progress) {
                return reading(each -> desk.files().rehearse(path, name, everything, each))
                        .run(progress);
            }

            @Override
            public Changeset apply(Progress progress) {
                return reading(each -> desk.files().take(path, name, user, each).orElseThrow())
                        .run(progress);
            }
        };
        effect.add(new RehearsalPanel(desk, words, words.say("files.effect"), change, new RehearsalPanel.Host() {
                    @Override
                    public void rehearsed(Rehearsal rehearsal) {}

                    @Override
                    public void applied(Changeset changeset) {
                        host.taken(changeset);
                    }

                    @Override
                    public void conflict(EditConflict conflict) {
                        problems.say(String.valueOf(conflict.getMessage()));
                    }

                    @Override
                    public void back() {
                        host.discarded();
                    }
                })
                .within(words.say("files.take")));
    }

    private void more(Div list, int all, int listed) {
        int left = all - Math.min(SHOWN, listed);
        if (left > 0) {
            list.add(Rows.note(words.say("rehearsal.more", left)));
        }
    }

    /** What came of reading a file. */
    static Div figures(GazetteerWords words, ImportedFile file) {
        var figures = Rows.div(
                "m-figures-row",
                figure(words, "read", file.read()),
                figure(words, "added", file.added()),
                figure(words, "matched", file.matched() + (file.paired() == null ? 0 : file.paired())));
        if (file.doubtful() != null) {
            figures.add(figure(words, "doubtful", file.doubtful()));
        }
        figures.add(figure(words, "duplicates", file.duplicates()), figure(words, "rejected", file.rejected()));
        return figures;
    }

    private static Div figure(GazetteerWords words, String what, int count) {
        var figure = Rows.figure(words.number(count), words.say("files.of." + what, count));
        figure.getElement().setAttribute("data-figure", what);
        return figure;
    }
}
