package org.marsad.coding.reading;

/**
 * Words that name an event.
 *
 * @param begin index of the first word in its sentence
 * @param end index after the last
 * @param tense resolved: no participle is left where an auxiliary tells more
 * @param passive its subject suffers
 * @param act a noun that says by itself that it was done
 */
public record Trigger(
        EventKind kind,
        Sentence sentence,
        int begin,
        int end,
        Tense tense,
        boolean passive,
        boolean act,
        Word.Reading reading) {
    public boolean isNoun() {
        return tense.isNoun();
    }

    /** A noun that points at what was told: «الهجوم», "the attack", « cette attaque ». */
    public boolean isDefinite() {
        if (reading.definite()) {
            return true;
        }
        return sentence.isAt(
                begin - 1, "the", "this", "that", "le", "la", "l", "cette", "ce", "cet", "les", "هذا", "هذه", "du",
                "ces", "those", "these");
    }
}
