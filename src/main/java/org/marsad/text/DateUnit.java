package org.marsad.text;

/** Units that dates are reckoned in. */
enum DateUnit {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR
}
