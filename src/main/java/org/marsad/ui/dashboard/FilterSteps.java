package org.marsad.ui.dashboard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The filters that were left behind, so that a change can be taken back. */
final class FilterSteps {
    private static final int MOST = 50;

    private final Deque<DashboardState.Step> before = new ArrayDeque<>();

    boolean isEmpty() {
        return before.isEmpty();
    }

    Optional<DashboardState.Step> findLast() {
        return Optional.ofNullable(before.peek());
    }

    /** Keeps what is left; going where one came from takes that step away. */
    void leave(DashboardState.Step left, DashboardState.Step next) {
        if (next.equals(before.peek())) {
            before.pop();
            return;
        }
        before.push(left);
        if (before.size() > MOST) {
            before.removeLast();
        }
    }
}
