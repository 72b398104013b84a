package org.marsad.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventChange.Kind;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The analyst's visit, and when the one before ended: what came since is marked. */
final class Visit {
    private static final Duration STAY = Duration.ofMinutes(1);

    private final Desk desk;
    private final String user;
    private final @Nullable Instant last;
    private Instant stayed = Instant.now();

    Visit(Desk desk, String user) {
        this.desk = desk;
        this.user = user;
        last = enter();
    }

    /** Without the database nothing is marked as new. */
    private @Nullable Instant enter() {
        try {
            return desk.visits().enter(user).orElse(null);
        } catch (DataAccessException | TransactionException e) {
            return null;
        }
    }

    /** The end of the visit before; null on the first. */
    @Nullable
    Instant last() {
        return last;
    }

    /** The analyst is still here. */
    void stay() {
        var now = Instant.now();
        if (now.isAfter(stayed.plus(STAY))) {
            desk.visits().stay(user);
            stayed = now;
        }
    }

    /** What became of events since the last visit. */
    Map<Long, Set<Kind>> marks(Collection<Long> ids) {
        return last == null || desk.isAway() ? Map.of() : desk.changes().marks(ids, last);
    }
}
