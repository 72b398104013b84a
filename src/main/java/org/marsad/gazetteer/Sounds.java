package org.marsad.gazetteer;

/**
 * What a name sounds like, roughly, whichever of the two scripts it is written in: its consonants, those that one
 * script or another confuses taken together. «ديبولي» and "Diboli" have the same.
 */
public final class Sounds {
    /** The answer for a name without consonants. */
    public static final long NONE = 0;

    private static final int MOST = 15;

    /** Set in the sound of a name of one consonant, which says little: «كايا», Kaya. */
    private static final long SINGLE = 0xFL << 56;

    /** Classes of consonants; 0 is no consonant. */
    private static final int B = 1, F = 2, T = 3, D = 4, K = 5, S = 6, X = 7, R = 8, L = 9, M = 10, N = 11;

    private Sounds() {}

    /** The sound of a folded name in Latin or Arabic letters; blanks do not count. */
    public static long of(CharSequence name) {
        return of(name, false);
    }

    /** How many consonants a sound holds. */
    public static int consonants(long sound) {
        return isSingle(sound) ? 1 : (67 - Long.numberOfLeadingZeros(sound)) / 4;
    }

    /** Whether a name has one consonant only, so that the vowels must tell it from others. */
    public static boolean isSingle(long sound) {
        return (sound & SINGLE) == SINGLE;
    }

    /** The second sound of a Latin name in which "di" may be «ج» («جوربل» for Diourbel) or "gn" «غن». */
    static long second(CharSequence name) {
        return of(name, true);
    }

    private static long of(CharSequence name, boolean second) {
        long sound = 0;
        int count = 0;
        int last = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == ' ') {
                continue;
            }
            char next = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
            boolean arabic = c >= 0x600;
            char third = i + 2 < name.length() ? name.charAt(i + 2) : ' ';
            int consonant = arabic ? arabic(c, next) : latin(c, next, third);
            if (second && c == 'd' && (next == 'i' || next == 'y') && isVowel(third)) {
                consonant = PAIR + K;
            } else if (second && c == 'g' && next == 'n') {
                consonant = K;
            }
            if (consonant >= PAIR) {
                consonant -= PAIR;
                i++;
            }
            // A doubled letter is one sound in Latin script; Arabic does not write the second.
            if (consonant != 0 && !(consonant == last && !arabic) && count < MOST) {
                consonant = consonant == M && isLip(next) ? N : consonant;
                sound = sound << 4 | consonant;
                count++;
            }
            last = consonant;
            if (c == 'x') {
                sound = sound << 4 | S;
                count++;
            }
        }
        return count == 1 ? sound | SINGLE : sound;
    }

    /** Added where two letters make the consonant. */
    private static final int PAIR = 16;

    /**
     * A folded Latin name without the Arabic article that it may begin with, as in "Al Qaim", "Er Rachidia" and "El
     * Oued": the article is written with or without in either script.
     */
    public static String withoutArticle(String latin) {
        boolean article = latin.length() > 5
                && latin.charAt(2) == ' '
                && (latin.charAt(0) == 'a' || latin.charAt(0) == 'e')
                && (latin.charAt(1) == 'l' || latin.charAt(1) == latin.charAt(3));
        return article ? latin.substring(3) : latin;
    }

    /**
     * A folded Latin name with its Arabic articles as they are written in Arabic: "Deir ez Zor" is "Deir al Zor", "Umm
     * ar Rasas" "Umm al Rasas".
     */
    public static String unassimilated(String latin) {
        StringBuilder changed = null;
        for (int space = latin.indexOf(' '), from = 0; space > 0; from = space + 1, space = latin.indexOf(' ', from)) {
            int length = space - from;
            boolean article = (length == 2 || length == 3 && latin.charAt(space - 1) == 'h')
                    && (latin.charAt(from) == 'a' || latin.charAt(from) == 'e')
                    && latin.charAt(from + 1) != 'l'
                    && !isVowel(latin.charAt(from + 1))
                    && latin.startsWith(latin.substring(from + 1, space), space + 1);
            if (article) {
                changed = changed == null ? new StringBuilder(latin) : changed;
                // The length stays, so that the places in both agree.
                changed.replace(from, space, length == 2 ? "al" : "all");
            }
        }
        return changed == null ? latin : changed.toString();
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    private static boolean isLip(char next) {
        return next == 'b' || next == 'p' || next == 'ب';
    }

    private static int latin(char c, char next, char third) {
        return switch (c) {
            case 'b' -> B;
            case 'p' -> next == 'h' ? PAIR + F : B;
            case 'f', 'v' -> F;
            case 't' -> next == 'h' ? PAIR + T : next == 'c' && third == 'h' ? 0 : T;
            case 'd' -> next == 'j' ? PAIR + K : next == 'h' ? PAIR + D : D;
            case 'c' -> next == 'h' ? PAIR + X : next == 'e' || next == 'i' || next == 'y' ? S : K;
            case 'g' -> next == 'n' ? PAIR + N : next == 'h' ? PAIR + K : K;
            case 'k' -> next == 'h' ? PAIR + K : K;
            case 'j', 'q', 'x' -> K;
            case 's' -> next == 'h' ? PAIR + X : next == 'c' && third == 'h' ? 0 : S;
            case 'z' -> S;
            case 'r' -> R;
            case 'l' -> L;
            case 'm' -> M;
            case 'n' -> N;
            default -> 0;
        };
    }

    private static int arabic(char c, char next) {
        return switch (c) {
            case 'ب' -> B;
            case 'ف' -> F;
            case 'ت' -> next == 'ش' ? PAIR + X : T;
            case 'ط', 'ث' -> T;
            case 'د' -> next == 'ج' ? PAIR + K : D;
            case 'ض', 'ذ' -> D;
            case 'ك', 'ق', 'غ', 'ج', 'خ' -> K;
            case 'س', 'ص', 'ز', 'ظ' -> S;
            case 'ش' -> X;
            case 'ر' -> R;
            case 'ل' -> L;
            case 'م' -> M;
            case 'ن' -> N;
            default -> 0;
        };
    }
}
