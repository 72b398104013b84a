package org.marsad.text;

import java.util.EnumMap;
import java.util.Map;

/**
 * A word, phrase, number or sign and what it can do in a date.
 *
 * @param begin index into the folded text
 * @param end index into the folded text, exclusive
 */
record DateLexeme(int begin, int end, Cues cues) {
    /** Cues with their values; immutable once handed out. */
    static final class Cues {
        static final Cues NONE = new Cues();

        static {
            assert DateCue.values().length <= Long.SIZE : "a cue is a bit";
        }

        private long mask;
        private final Map<DateCue, Integer> values = new EnumMap<>(DateCue.class);

        static Cues of(DateCue cue, int value) {
            return new Cues().with(cue, value);
        }

        /** Adds a cue. For those who build it only. */
        Cues with(DateCue cue, int value) {
            mask |= 1L << cue.ordinal();
            values.put(cue, value);
            return this;
        }

        Cues without(DateCue cue) {
            var rest = new Cues();
            values.forEach((other, value) -> {
                if (other != cue) {
                    rest.with(other, value);
                }
            });
            return rest;
        }

        /** For {@link #hasAny}. */
        static long mask(DateCue... cues) {
            long mask = 0;
            for (var cue : cues) {
                mask |= 1L << cue.ordinal();
            }
            return mask;
        }

        boolean hasAny(long wanted) {
            return (mask & wanted) != 0;
        }

        boolean has(DateCue cue) {
            return (mask & 1L << cue.ordinal()) != 0;
        }

        /** The value of a cue that it has. */
        int get(DateCue cue) {
            var value = values.get(cue);
            if (value == null) {
                throw new IllegalArgumentException("no " + cue);
            }
            return value;
        }
    }
}
