package org.marsad.text;

/** Which of the months, weeks, weekdays … a text means, as seen from its publication. */
enum DateDirection {
    LAST,
    THIS,
    NEXT,
    /** As seen from another date in the text: "the following Monday". */
    FOLLOWING,
    PRECEDING,
    SAME;

    boolean isInStory() {
        return compareTo(NEXT) > 0;
    }

    /** Steps from the other date. */
    int step() {
        return this == FOLLOWING ? 1 : this == PRECEDING ? -1 : 0;
    }
}
