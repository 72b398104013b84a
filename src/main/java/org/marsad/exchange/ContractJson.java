package org.marsad.exchange;

import org.marsad.coding.CodedArticle;

/** The coder's JSON: one object an article. Offsets become Unicode code points here. */
public final class ContractJson {
    private ContractJson() {}

    /** One line of JSON without a line feed. */
    public static String line(CodedArticle coded) {
        return "{}";
    }
}
