package org.marsad.ui.ingest;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.ImportJobs;
import org.marsad.ingest.Refusal;
import org.marsad.ui.i18n.DateWords;
import org.marsad.ui.i18n.Messages;

/** One job: how far it is, and what it refused with the reason for each. */
final class JobCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 100;

    private final transient ImportJobs jobs;
    private final transient Messages messages;
    private final Locale locale;
    private final Span origin = new Span();
    private final Span state = new Span();
    private final ProgressBar progress = new ProgressBar();
    private final Span counts = new Span();
    private final Span about = new Span();
    private final Span message = new Span();
    private final NativeButton cancel;
    private final NativeButton toggle;
    private final NativeButton more;
    private final Div refusals = new Div();
    private long job;
    private long lastShown;

    JobCard(ImportJobs jobs, Messages messages, Locale locale) {
        this.jobs = jobs;
        this.messages = messages;
        this.locale = locale;
        addClassName("m-job");
        origin.addClassName("m-job-origin");
        origin.getElement().setAttribute("dir", "auto");
        state.addClassName("m-tag");
        about.addClassName("m-fact-note");
        message.addClassName("m-fact-note");
        cancel = new NativeButton(say("import.cancel"), click -> {
            jobs.cancel(job);
            show(jobs.get(job));
        });
        toggle = new NativeButton("", click -> open(!refusals.isVisible()));
        more = new NativeButton(say("import.more"), click -> addRefusals());
        for (var button : new NativeButton[] {cancel, toggle, more}) {
            button.addClassName("m-choice");
        }
        refusals.addClassName("m-refusals");
        refusals.setVisible(false);
        more.setVisible(false);
        var head = new Div(origin, state);
        head.addClassName("m-job-head");
        var foot = new Div(counts, toggle, cancel);
        foot.addClassName("m-job-foot");
        add(head, progress, foot, about, message, refusals, more);
    }

    void show(ImportJob now) {
        job = now.id();
        origin.setText(now.origin());
        origin.setTitle(now.origin());
        state.setText(say("import.state." + now.state().name().toLowerCase(Locale.ROOT)));
        getElement().setAttribute("data-state", now.state().name().toLowerCase(Locale.ROOT));
        int done = now.ingested() + now.duplicates() + now.quarantined();
        var total = now.total();
        progress.setVisible(!now.state().isOver());
        progress.setIndeterminate(total == null || total == 0);
        if (total != null && total > 0) {
            progress.setValue(Math.min(1.0, (double) done / total));
        }
        counts.setText(
                total == null || now.state().isOver()
                        ? say("import.counts", now.ingested(), now.duplicates(), now.quarantined())
                        : say("import.progress", done, total) + " · "
                                + say("import.counts", now.ingested(), now.duplicates(), now.quarantined()));
        about.setText(say("import.by", now.requestedBy(), time(now.createdAt())) + duration(now));
        message.setText(now.message() == null ? "" : now.message());
        message.setVisible(now.message() != null);
        cancel.setVisible(!now.state().isOver());
        toggle.setVisible(now.quarantined() > 0);
        toggle.setText(say(refusals.isVisible() ? "import.hideRefused" : "import.showRefused", now.quarantined()));
        toggle.getElement().setAttribute("aria-expanded", Boolean.toString(refusals.isVisible()));
    }

    private void open(boolean shown) {
        refusals.setVisible(shown);
        if (shown && lastShown == 0) {
            addRefusals();
        }
        more.setVisible(shown && more.isEnabled());
        show(jobs.get(job));
    }

    private void addRefusals() {
        var found = jobs.listRefusals(job, lastShown, PAGE);
        found.forEach(refusal -> refusals.add(row(refusal)));
        if (!found.isEmpty()) {
            lastShown = found.getLast().id();
        }
        more.setEnabled(found.size() == PAGE);
        more.setVisible(found.size() == PAGE);
    }

    private Div row(Refusal refusal) {
        var where = new Span(
                refusal.line() == null
                        ? refusal.source()
                        : say("import.line", refusal.source(), Long.toString(refusal.line())));
        where.addClassName("m-refusal-where");
        where.getElement().setAttribute("dir", "auto");
        var reason = new Span(refusal.reason());
        reason.getElement().setAttribute("dir", "auto");
        var row = new Div(where, reason);
        if (refusal.excerpt() != null) {
            var excerpt = new Span(refusal.excerpt());
            excerpt.addClassName("m-refusal-excerpt");
            excerpt.getElement().setAttribute("dir", "auto");
            row.add(excerpt);
        }
        row.addClassName("m-refusal");
        return row;
    }

    private String duration(ImportJob now) {
        var started = now.startedAt();
        if (started == null) {
            return "";
        }
        var end = now.finishedAt() == null ? Instant.now() : now.finishedAt();
        long seconds = Math.max(0, Duration.between(started, end).toSeconds());
        return " · " + say("import.took", seconds / 60, "%02d".formatted(seconds % 60));
    }

    private String time(Instant instant) {
        var here = instant.atZone(ZoneId.systemDefault());
        return new DateWords(messages).day(here.toLocalDate(), Messages.languageOf(locale))
                + say("list.comma")
                + DateTimeFormatter.ofPattern("HH:mm").format(here);
    }

    private String say(String key, Object... values) {
        return messages.getTranslation(key, locale, values);
    }
}
