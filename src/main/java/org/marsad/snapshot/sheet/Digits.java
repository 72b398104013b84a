package org.marsad.snapshot.sheet;

/** The digits that figures are written with. */
public enum Digits {
    /** 0123456789 */
    WESTERN,
    /** ٠١٢٣٤٥٦٧٨٩ */
    ARABIC_INDIC;

    /** The text with its digits in these; everything else stays. */
    public String in(String text) {
        if (this == WESTERN) {
            return text;
        }
        var result = new StringBuilder(text);
        for (int i = 0; i < result.length(); i++) {
            char c = result.charAt(i);
            if (c >= '0' && c <= '9') {
                result.setCharAt(i, (char) ('٠' + c - '0'));
            }
        }
        return result.toString();
    }
}
