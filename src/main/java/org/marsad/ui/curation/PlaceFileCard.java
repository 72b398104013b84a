package org.marsad.ui.curation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.PlaceImports;
import org.marsad.curation.PlaceImports.Report;
import org.marsad.gazetteer.ImportedFile;

/** A file of places that was sent: first looked through, then taken in or thrown away. */
final class PlaceFileCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 50;

    private final transient PlaceImports files;
    private final transient GazetteerWords words;
    private final transient Path path;
    private final String name;
    private final Runnable gone;
    private final transient UnaryOperator<String> called;
    private final Div running = new Div();
    private final Span state = new Span();
    private final Div report = Rows.div("m-file-report");
    private final Problems problems;
    private final Button take;
    private transient @Nullable Work work;
    private transient @Nullable Registration polling;

    /**
     * @param called what a known place is called, by its id
     * @param gone once the file is taken in or thrown away
     */
    PlaceFileCard(PlaceImports files, GazetteerWords words, UnaryOperator<String> called, Path path, Runnable gone) {
        this.called = called;
        this.files = files;
        this.words = words;
        this.path = path;
        this.gone = gone;
        name = files.nameOf(path);
        addClassNames("m-job", "m-place-file");
        state.getElement().setAttribute("role", "status");
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        running.add(state, bar);
        running.addClassName("m-running");
        problems = new Problems(words);
        take = new Button(words.say("files.take"), click -> take());
        take.addThemeVariants(ButtonVariant.PRIMARY);
        take.addClassName("m-take-file");
        take.setEnabled(false);
        var heading = new H2(path.getFileName().toString());
        heading.getElement().setAttribute("dir", "auto");
        add(
                heading,
                Rows.note(words.say("files.dryRun")),
                running,
                problems,
                report,
                Rows.div("m-buttons", take, Rows.choice(words.say("files.discard"), this::discard)));
    }

    /** A task that reads a file. */
    private interface Reading {
        Report run(Progress progress) throws IOException;
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
            begin(words.say("files.reading"), progress -> files.lookThrough(path, name, progress), false);
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

    private void begin(String text, Reading reading, boolean keep) {
        state.setText(text);
        running.setVisible(true);
        take.setEnabled(false);
        work = Work.start(
                UI.getCurrent(),
                progress -> {
                    try {
                        return reading.run(progress);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                done -> {
                    running.setVisible(false);
                    if (keep) {
                        CurationPage.tell(words.say(
                                "files.taken", done.file().name(), done.file().added()));
                        gone.run();
                    } else {
                        show(done);
                    }
                },
                failure -> {
                    running.setVisible(false);
                    var message = String.valueOf(
                            failure.getCause() == null
                                    ? failure.getMessage()
                                    : failure.getCause().getMessage());
                    problems.say(
                            message.replace(path.toString(), path.getFileName().toString()));
                });
    }

    private void take() {
        begin(words.say("files.taking"), progress -> files.take(path, name, progress), true);
    }

    private void discard() {
        gone.run();
    }

    private void show(Report done) {
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
                            Rows.own(called.apply(row.known())),
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
        take.setEnabled(done.changed());
        take.focus();
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
