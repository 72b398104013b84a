package org.marsad.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What each code point folds to, whatever stands around it. Pages of 256 are filled when first needed: a text uses a
 * handful of them.
 */
final class FoldingTable {
    private static final int PAGE = 256;

    /** Letters and signs that Unicode's compatibility decomposition leaves apart: {@code targets<sources}, space between. */
    private static final String[] RULES = {
        // Hamza: every seat meets its bare letter, and ء itself goes, for the press writes «صنعا», «رييس», «مسوول» too.
        "ا<أإآٱٲٳٵ",
        "و<ؤٶۄۅۆۇۈۉۊۋۏ",
        "ي<ئىیېۍێےۓۑٸؠ",
        "<ءٴـ",
        "ه<ةەہھۀۂۃۿ",
        // Persian, Urdu, Kurdish and Maghrebi letters go to the Arabic letter that the same sound is usually written
        // with.
        "ك<ککگڭݣڬګڪڮ",
        "ق<ڨڧٯ",
        "ف<ڤڢڡڥڦ",
        "ب<پٻڀٮ",
        "ت<ٹټٿٺٽ",
        "ج<چڄڃڇڿ",
        "ح<ځ",
        "خ<څ",
        "د<ڈډڊڋڌڍ",
        "ذ<ڎڏ",
        "ر<ڑڒړڔڕږۯ",
        "ز<ژڙ",
        "س<ښڛ",
        "ص<ڝ",
        "ض<ڞ",
        "ط<ڟ",
        "ع<ڠ",
        "ل<ڵڶڷ",
        "ن<ںڻڼڽ",
        // Arabic punctuation to its Latin twin.
        ",<،٬",
        ";<؛",
        "?<؟",
        ".<٫۔",
        "%<٪",
        "*<٭",
        // Latin letters without a decomposition, those of the Sahel's languages (Fulfulde, Hausa, Bambara, Wolof)
        // included.
        "ae<æÆ",
        "oe<œŒ",
        "ss<ßẞ",
        "th<þÞ",
        "d<ðÐđĐɗƊɖƉ",
        "o<øØɔƆ",
        "l<łŁ",
        "i<ıİɩƖ",
        "b<ɓƁ",
        "k<ƙƘ",
        "n<ŋŊɲƝ",
        "e<ɛƐəƏǝƎ",
        "y<ƴƳ",
        "g<ɣƔ",
        "h<ħĦ",
        "t<ŧŦƭƬ",
        "u<ʋƲ",
        // One apostrophe, one quotation mark, one dash (other dashes by their Unicode category).
        "'<‘’‚‛`´ʼʻʾʿˈ′‵＇ʹꞌ",
        "\"<“”„‟«»‹›″‶＂〝〞〟",
        "-<−⁃➖",
    };

    private static final Map<Integer, String> EXPLICIT = explicit();
    private static final Page[] PAGES = new Page[(Character.MAX_CODE_POINT + 1) / PAGE];

    private FoldingTable() {}

    /** The folded form, empty where the code point vanishes. */
    static String of(int codePoint) {
        // A page is immutable once built (final fields), so a race only builds it twice.
        var page = PAGES[codePoint / PAGE];
        if (page == null) {
            page = Page.of(codePoint / PAGE);
            PAGES[codePoint / PAGE] = page;
        }
        return page.folded[codePoint % PAGE];
    }

    private static String compute(int codePoint) {
        var explicit = EXPLICIT.get(codePoint);
        if (explicit != null) {
            return explicit;
        }
        switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {
                return "";
            }
            case Character.DASH_PUNCTUATION -> {
                return "-";
            }
            case Character.SPACE_SEPARATOR -> {
                return " ";
            }
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                return "\n";
            }
            case Character.CONTROL -> {
                return codePoint == '\n' || codePoint == '\r' || codePoint == 0x85 ? "\n" : " ";
            }
            case Character.DECIMAL_DIGIT_NUMBER -> {
                return String.valueOf(Character.digit(codePoint, 10));
            }
            case Character.SURROGATE -> {
                return Character.toString(codePoint);
            }
            default -> {
                return decomposed(codePoint);
            }
        }
    }

    private static String decomposed(int codePoint) {
        var source = Character.toString(codePoint);
        var parts = Normalizer.normalize(source, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        if (parts.equals(source)) {
            return source;
        }
        var folded = new StringBuilder();
        parts.codePoints().forEach(part -> folded.append(part == codePoint ? Character.toString(part) : compute(part)));
        return folded.toString();
    }

    private static Map<Integer, String> explicit() {
        var map = new HashMap<Integer, String>();
        for (var rule : RULES) {
            var at = rule.indexOf('<');
            var target = rule.substring(0, at);
            rule.substring(at + 1).codePoints().forEach(source -> map.put(source, target));
        }
        return map;
    }

    private record Page(String[] folded) {
        static Page of(int number) {
            var folded = new String[PAGE];
            for (int i = 0; i < PAGE; i++) {
                folded[i] = compute(number * PAGE + i).intern();
            }
            return new Page(folded);
        }
    }
}
