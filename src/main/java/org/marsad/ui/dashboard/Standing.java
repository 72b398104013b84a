package org.marsad.ui.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the dashboard shows now, the filters on the way there, and the address that says it. */
final class Standing {
    private final FilterSteps steps = new FilterSteps();
    private DashboardState now = DashboardState.START;

    /** The parameters that stand in the browser's address, as far as is known here. */
    private String address = "";

    DashboardState now() {
        return now;
    }

    void become(DashboardState next) {
        now = next;
    }

    /** What is left for another filter can be taken back. */
    void leaveFor(DashboardState next) {
        if (!next.step().equals(now.step())) {
            steps.leave(now.step(), next.step());
        }
    }

    boolean isUndoable() {
        return !steps.isEmpty();
    }

    /** The present state with the filter before. */
    Optional<DashboardState> findBefore() {
        return steps.findLast().map(now::withStep);
    }

    /** The browser went to an address. */
    void arrive(QueryParameters parameters) {
        address = parameters.getQueryString();
    }

    /**
     * Writes the state into the browser's address.
     *
     * @param step whether the browser's back leads to what was before
     */
    void write(boolean step) {
        var query = parameters(now.encode());
        // What stands there already is not written again: it could reach the browser after the analyst has gone on, and
        // then be put in the wrong place of its history.
        if (query.getQueryString().equals(address)) {
            return;
        }
        address = query.getQueryString();
        var history = UI.getCurrent().getPage().getHistory();
        if (step) {
            history.pushState(null, new Location("", query));
        } else {
            history.replaceState(null, new Location("", query));
        }
    }

    static String query(Map<String, List<String>> parameters) {
        return parameters(parameters).getQueryString();
    }

    private static QueryParameters parameters(Map<String, List<String>> parameters) {
        return QueryParameters.full(parameters.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toArray(String[]::new))));
    }
}
