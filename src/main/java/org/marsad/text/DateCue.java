package org.marsad.text;

/**
 * What a word can do in a date. One word can have several cues («العام» is a unit, goes before a year, and means
 * "general"). The tables {@code dates-ar.txt}, {@code dates-fr.txt} and {@code dates-en.txt} give words their cues.
 */
enum DateCue {
    /** Gregorian month, 1 to 12. */
    MONTH,
    /** Month of the Hijri calendar, 1 to 12. */
    HIJRI,
    /** A month's name that is another word too. */
    AMBIGUOUS,
    /** A month's name that a full stop may follow. */
    ABBREVIATED,
    /** A month's name that may stand before the day. */
    MONTH_FIRST,
    /** A word that is a month only with a capital letter. */
    CAPITAL,
    /** 1 Monday to 7 Sunday. */
    WEEKDAY,
    /** An ordinal that can name a day of the month, or a week of it. */
    DAYWORD,
    /** What follows the digits of an ordinal. */
    SUFFIX,
    /** A number word before a unit. */
    CARDINAL,
    /** 1 early, 2 middle, 3 late. */
    PART,
    /** Last of its kind, after or before "week". */
    FINAL,
    /** 1 earlier in, 2 later in (a unit that runs). */
    EARLIER,
    /** A {@link DateUnit} by its ordinal; with {@link #COUNT} where the word itself is a dual or a plural. */
    UNIT,
    /** 2 for a dual, 0 for a plural without a number. */
    COUNT,
    /** A {@link DateDirection} by its ordinal, before what it points: "last week". */
    DIR,
    /** The same behind what it points: «الأسبوع الماضي». */
    DIR_AFTER,
    /** Days from publication. */
    OFFSET,
    /** Before a count and a unit. */
    AGO,
    /** After a count and a unit. */
    AGO_AFTER,
    /** "A few days ago". */
    VAGUE,
    /** Time of day: may stand between a weekday and its date. */
    TIME,
    /** A night, which joins two weekdays. */
    NIGHT,
    /** Before "today": then it is no date. */
    NOT_TODAY,
    /** 1 behind "the day" makes it another than today («اليوم التالي»), 2 does not though it looks like it («اليوم القاضي»). */
    DAY_NAME,
    /** 1 after, −1 before, with a count and a unit behind it: «بعد ذلك بيومين». */
    AFTER,
    /** 1 later, −1 earlier, behind a count and a unit: "two days later". */
    LATER,
    /** The same, where the event from which is counted may follow: "two days after". */
    LATER_OF,
    /** A day as counted from another in the text: « le lendemain ». */
    STORY_DAY,
    /** A verb before "ten days after": what it tells of came then. */
    CAME,
    /** Behind a day: of the month that was named: «السابع عشر منه». */
    OF_IT,
    /** The last day of the month that was named. */
    MONTH_END,
    /** A day with a name of its own, month × 100 + day: "Christmas Day". */
    FEAST,
    WEEKEND,
    TO,
    AND,
    FROM,
    BETWEEN,
    OF,
    IN,
    SINCE,
    DET,
    /** Before a day; 2 before several. */
    DAYCUE,
    MONTHCUE,
    YEARCUE,
    /** Between a Hijri date and its Gregorian twin. */
    EQUIV,
    ERA,
    /** A stretch of months in a year: first × 100 + last. */
    MONTHS,
    /** Before a date that is part of a name. */
    NAMED,
    /** Before a year word that means "general". */
    GENERAL,
    /** After a number that is a quantity. */
    COUNTED,

    // From here on: found by form, not in a table.

    /** A whole number up to 9999. */
    NUMBER,
    /** A number from 1 to 31. */
    DAY,
    /** Four digits, 1900 to 2100. */
    YEAR,
    /** Four digits, 1300 to 1500. */
    HIJRI_YEAR,
    /** A date in digits, as days since 1970. */
    DIGITS,
    COMMA,
    SLASH,
    DASH,
    DOT,
    OPEN,
    CLOSE
}
