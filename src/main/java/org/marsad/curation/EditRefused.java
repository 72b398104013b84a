package org.marsad.curation;

import java.util.List;

/** The edit cannot be applied as it is, for the reasons given; nothing has happened. */
public final class EditRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    EditRefused(List<Problem> problems) {
        super(String.join("; ", problems.stream().map(Problem::message).toList()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
