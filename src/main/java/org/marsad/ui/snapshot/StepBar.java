package org.marsad.ui.snapshot;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.marsad.snapshot.IssueStep;
import org.marsad.text.Language;

/** What is being done while a sheet is made. */
final class StepBar extends Div {
    private static final long serialVersionUID = 1;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final Span said;

    StepBar(SnapshotDesk desk, Language reader) {
        this.desk = desk;
        this.reader = reader;
        said = new Span(desk.say(reader, "snapshot.drawing"));
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-hidden", "true");
        add(said, bar);
        addClassName("m-steps");
        getElement().setAttribute("role", "status");
    }

    void show(IssueStep step) {
        said.setText(desk.say(reader, "snapshot.step." + step));
    }
}
