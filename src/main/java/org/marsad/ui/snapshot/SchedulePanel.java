package org.marsad.ui.snapshot;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.schedule.Schedule;
import org.marsad.text.Language;

/** The views that become snapshots by themselves; what failed stands here until it goes well. */
final class SchedulePanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final Div list = new Div();

    SchedulePanel(SnapshotDesk desk, Language reader) {
        this.desk = desk;
        this.reader = reader;
        addClassName("m-snap-plans");
        list.addClassName("m-jobs");
        var plan = new Button(desk.say(reader, "schedule.plan"), click -> plan());
        plan.addClassName("m-plan");
        var head = new Div(new H2(desk.say(reader, "schedule.title")), plan);
        head.addClassName("m-job-head");
        add(head, list);
        fill();
    }

    private void plan() {
        new ScheduleDialog(desk, reader, this::fill).open();
    }

    private void fill() {
        list.removeAll();
        var signer = desk.signer();
        desk.schedules().list(signer.withdraws() ? null : signer.name()).forEach(schedule -> list.add(row(schedule)));
    }

    private Div row(Schedule schedule) {
        var view = new Span(schedule.view());
        view.getElement().setAttribute("dir", "auto");
        view.addClassName("m-job-origin");
        var days = schedule.lastDays();
        var when = new Span(desk.say(
                        reader,
                        "schedule.daily",
                        schedule.at().toString(),
                        schedule.zone().getId())
                + desk.say(reader, "list.dash")
                + (days == null ? desk.say(reader, "schedule.ownDays") : desk.say(reader, "schedule.lastDays", days))
                + desk.say(reader, "list.dash")
                + schedule.account());
        when.addClassName("m-fact-note");
        var drop = new NativeButton(desk.say(reader, "schedule.drop"), click -> {
            desk.schedules().delete(schedule.id(), desk.signer().withdraws() ? null : desk.user());
            fill();
        });
        drop.addClassName("m-choice");
        drop.getElement().setAttribute("aria-label", desk.say(reader, "schedule.dropOne", schedule.view()));
        var head = new Div(view, when, drop);
        head.addClassName("m-job-head");
        var row = new Div(head, last(schedule));
        row.addClassName("m-job");
        row.getElement().setAttribute("data-schedule", Long.toString(schedule.id()));
        return row;
    }

    private Div last(Schedule schedule) {
        var line = new Div();
        line.addClassName("m-job-foot");
        var next = desk.moment(schedule.nextAt(), reader);
        var run = schedule.last();
        if (run == null) {
            line.add(new Span(desk.say(reader, "schedule.next", next)));
            return line;
        }
        var at = desk.moment(run.at(), reader);
        var code = run.code();
        if (code == null) {
            line.add(SnapshotCard.badge(desk.say(reader, "schedule.failed", at), "m-bad"));
            var why = new Span(String.valueOf(run.message()));
            why.getElement().setAttribute("dir", "auto");
            line.add(
                    why,
                    new Span(desk.say(reader, schedule.attempts() > 0 ? "schedule.again" : "schedule.next", next)));
        } else {
            var printed = SnapshotCode.printed(code);
            var link = new Anchor("verify/" + printed, SnapshotCard.ltr(printed));
            line.add(
                    new Span(desk.say(reader, "schedule.made", at)),
                    link,
                    new Span(desk.say(reader, "schedule.next", next)));
        }
        return line;
    }
}
