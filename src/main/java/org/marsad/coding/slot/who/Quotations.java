package org.marsad.coding.slot.who;

import java.util.regex.Pattern;
import org.marsad.coding.reading.Sentence;

/** Where what somebody says is quoted word for word. */
final class Quotations {
    private static final Pattern OPENING = Pattern.compile("[«“\"]");

    private Quotations() {}

    /** Whether a quotation opens between two words of a sentence. */
    static boolean opens(Sentence sentence, int from, int to) {
        int begin = sentence.word(from).span().end();
        return OPENING.matcher(sentence.source()
                        .substring(begin, sentence.word(to).span().begin()))
                .find();
    }
}
