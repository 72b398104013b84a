package org.marsad.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chains of linked reports that become one, each known by the least of its ids. */
final class Chains {
    private final Map<Long, Long> next = new HashMap<>();

    void join(long a, long b) {
        long one = of(a);
        long other = of(b);
        if (one != other) {
            next.put(Math.max(one, other), Math.min(one, other));
        }
    }

    /** What a chain is now. */
    long of(long chain) {
        long at = chain;
        for (Long to = next.get(at); to != null; to = next.get(at)) {
            at = to;
        }
        return at;
    }

    /** Those that are part of another now. */
    List<Long> listJoined() {
        return new ArrayList<>(next.keySet());
    }
}
