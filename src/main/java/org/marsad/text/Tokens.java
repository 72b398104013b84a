package org.marsad.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.text.Token.Kind;
import org.marsad.text.Token.Script;

/** Cuts folded text into words, numbers and signs. */
public final class Tokens {
    private Tokens() {}

    /** The tokens in order; blanks are left out, line ends are kept. */
    public static List<Token> list(FoldedText folded) {
        var text = folded.text();
        var tokens = new ArrayList<Token>(text.length() / 5 + 8);
        for (int at = 0; at < text.length(); ) {
            int end = at + Character.charCount(text.codePointAt(at));
            char first = text.charAt(at);
            if (first == ' ') {
                at = end;
                continue;
            }
            var kind = kind(text.codePointAt(at));
            var script = kind == Kind.WORD ? script(text.codePointAt(at)) : Script.NONE;
            if (kind == Kind.WORD) {
                end = endOfWord(text, end, script);
            } else if (kind == Kind.NUMBER) {
                end = endOfNumber(text, end);
            }
            tokens.add(new Token(text.substring(at, end), at, end, kind, script));
            at = end;
        }
        return tokens;
    }

    private static Kind kind(int codePoint) {
        if (codePoint == '\n') {
            return Kind.BREAK;
        }
        if (isDigit(codePoint)) {
            return Kind.NUMBER;
        }
        return Character.isLetter(codePoint) ? Kind.WORD : Kind.PUNCTUATION;
    }

    /** Folded text holds no digits but these. */
    private static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    private static Script script(int codePoint) {
        if (codePoint < 0x250) {
            return Script.LATIN;
        }
        if (codePoint >= 0x600 && codePoint < 0x780 || codePoint >= 0x8A0 && codePoint < 0x900) {
            return Script.ARABIC;
        }
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN ? Script.LATIN : Script.OTHER;
    }

    private static int endOfWord(String text, int at, Script script) {
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!Character.isLetter(codePoint) || script(codePoint) != script) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int endOfNumber(String text, int at) {
        while (at < text.length()) {
            char next = text.charAt(at);
            boolean joined = (next == '.' || next == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
            if (!isDigit(next) && !joined) {
                break;
            }
            at++;
        }
        return at;
    }
}
