package org.marsad.ui.curation;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Changeset;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.EditConflict;
import org.marsad.curation.EditRefused;
import org.marsad.curation.Rehearsal;
import org.marsad.curation.UndoRefused;

/**
 * What an edit would do, worked out before anybody can apply it. Only what was rehearsed can be applied: the panel holds the
 * one change for its whole life, and rehearses it anew where the gazetteer has changed meanwhile.
 */
final class RehearsalPanel extends Div {
    private static final long serialVersionUID = 1;

    /** A change that can be tried and then made. */
    interface Change {
        Rehearsal rehearse(boolean everything, Progress progress);

        Changeset apply(Progress progress);
    }

    /** What the panel tells the page. */
    interface Host {
        void rehearsed(Rehearsal rehearsal);

        void applied(Changeset changeset);

        void conflict(EditConflict conflict);

        void back();
    }

    private final transient CurationDesk desk;
    private final transient GazetteerWords words;
    private final transient Change change;
    private final transient Host host;
    private final ProgressBar bar = new ProgressBar();
    private final Span state = new Span();
    private final Div running = new Div();
    private final Div result = new Div();
    private final Problems problems;
    private final Button apply;
    private final NativeButton back;
    private final Button everything;
    private transient @Nullable Rehearsal rehearsal;
    private transient @Nullable Work work;
    private transient @Nullable Registration polling;

    RehearsalPanel(CurationDesk desk, GazetteerWords words, String title, Change change, Host host) {
        this.desk = desk;
        this.words = words;
        this.change = change;
        this.host = host;
        addClassName("m-rehearsal");
        problems = new Problems(words);
        state.getElement().setAttribute("role", "status");
        running.add(state, bar);
        running.addClassName("m-running");
        apply = new Button(words.say("apply"), click -> apply());
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClassName("m-apply");
        apply.setEnabled(false);
        everything = new Button(words.say("rehearsal.everything"), click -> rehearse(true));
        everything.setVisible(false);
        back = Rows.link(words.say("rehearsal.back"), this::leave);
        back.addClassName("m-back");
        var heading = new H2(title);
        add(
                Rows.div("m-panel-head", heading, back),
                Rows.div("m-panel-body", running, problems, result),
                Rows.div("m-panel-foot", everything, apply));
    }

    /** Within a page that has its own way back, and its own word for applying. */
    RehearsalPanel within(String applying) {
        back.setVisible(false);
        apply.setText(applying);
        return this;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        polling = event.getUI().addPollListener(poll -> showProgress());
        if (rehearsal == null && work == null) {
            rehearse(false);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
        }
        stop();
    }

    private void stop() {
        if (work != null) {
            work.stop();
            work = null;
        }
    }

    private void leave() {
        stop();
        host.back();
    }

    private void rehearse(boolean all) {
        result.removeAll();
        problems.show(java.util.List.of());
        begin(words.say("rehearsal.running"), progress -> change.rehearse(all, progress), this::show);
    }

    private void apply() {
        var seen = rehearsal;
        if (seen == null) {
            return;
        }
        if (desk.curation().version() != seen.version()) {
            CurationPage.tell(words.say("rehearsal.outdated"));
            rehearse(seen.exact());
            return;
        }
        begin(words.say("rehearsal.applying"), change::apply, host::applied);
    }

    private <T> void begin(String text, Work.Task<T> task, Consumer<T> done) {
        apply.setEnabled(false);
        everything.setVisible(false);
        state.setText(text);
        bar.setIndeterminate(true);
        running.setVisible(true);
        work = Work.start(
                UI.getCurrent(),
                task,
                value -> {
                    work = null;
                    running.setVisible(false);
                    done.accept(value);
                },
                this::failed);
    }

    private void showProgress() {
        var running_ = work;
        if (running_ != null && running_.share() >= 0) {
            bar.setIndeterminate(false);
            bar.setValue(Math.min(1, running_.share()));
            state.setText(words.say("rehearsal.progress", running_.done(), running_.all()));
        }
    }

    private void failed(RuntimeException reason) {
        work = null;
        running.setVisible(false);
        switch (reason) {
            case EditConflict conflict -> host.conflict(conflict);
            case EditRefused refused -> problems.show(refused.problems());
            case UndoRefused refused -> problems.say(UndoWords.of(words, refused));
            default -> {
                org.slf4j.LoggerFactory.getLogger(RehearsalPanel.class).error("The rehearsal failed", reason);
                problems.say(words.say("rehearsal.failed", String.valueOf(reason.getMessage())));
                everything.setVisible(false);
            }
        }
    }

    private void show(Rehearsal done) {
        rehearsal = done;
        problems.show(done.problems());
        result.add(new RehearsalReport(desk, words, done));
        apply.setEnabled(!done.isRefused());
        everything.setVisible(!done.exact());
        host.rehearsed(done);
        apply.focus();
    }
}
