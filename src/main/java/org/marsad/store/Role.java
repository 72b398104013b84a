package org.marsad.store;

/** What an account may do. Each role may do what the ones before it may. */
public enum Role {
    /** Sees and filters events, reads sources, exports. */
    ANALYST,
    /** Makes and issues map snapshots. */
    BRIEFER,
    /** Takes in articles, corrects the gazetteer, keeps accounts. */
    ADMIN
}
