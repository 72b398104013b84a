package org.marsad.ui.curation;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.marsad.curation.Problem;

/** What is wrong with an edit, or may be; read aloud as it changes. */
final class Problems extends Div {
    private static final long serialVersionUID = 1;

    private final transient GazetteerWords words;

    Problems(GazetteerWords words) {
        this.words = words;
        addClassName("m-problems");
        getElement().setAttribute("role", "status");
    }

    void show(List<Problem> problems) {
        removeAll();
        for (var problem : problems) {
            var row = Rows.div(
                    problem.refused() ? "m-problem m-problem-refused" : "m-problem",
                    Rows.span(words.say(problem.refused() ? "problem.refused" : "problem.warning"), "m-tag"),
                    Rows.span(words.problem(problem)));
            row.getElement().setAttribute("data-problem", problem.code().name());
            add(row);
        }
    }

    void say(String refusal) {
        removeAll();
        add(Rows.div(
                "m-problem m-problem-refused", Rows.span(words.say("problem.refused"), "m-tag"), Rows.own(refusal)));
    }
}
