package org.marsad.text;

/** Which of the months, weeks, weekdays … a text means, as seen from its publication. */
enum DateDirection {
    LAST,
    THIS,
    NEXT,
    /** As seen from another date in the text ("the following Monday"): not resolved. */
    OTHER
}
