package org.marsad.geocode;

/** How far two Latin spellings of one name are apart: an edit distance over sounds, in which vowels weigh little. */
final class Spellings {
    private static final double VOWEL = 0.25;
    private static final double CONSONANT = 1;

    private Spellings() {}

    /** 0 for spellings that sound the same ("Abou Dhabi", "Abu Dabi"). */
    static double cost(String one, String other) {
        return costOfSounds(sound(one), sound(other));
    }

    /** The same for names that went through {@link #sound} before. */
    static double costOfSounds(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        var costs = new double[b.length() + 1];
        for (int j = 1; j <= b.length(); j++) {
            costs[j] = costs[j - 1] + weight(b.charAt(j - 1));
        }
        var next = new double[b.length() + 1];
        for (int i = 1; i <= a.length(); i++) {
            next[0] = costs[0] + weight(a.charAt(i - 1));
            for (int j = 1; j <= b.length(); j++) {
                double change = costs[j - 1] + change(a.charAt(i - 1), b.charAt(j - 1));
                double drop = Math.min(costs[j] + weight(a.charAt(i - 1)), next[j - 1] + weight(b.charAt(j - 1)));
                next[j] = Math.min(change, drop);
            }
            var done = costs;
            costs = next;
            next = done;
        }
        return costs[b.length()];
    }

    private static double change(char a, char b) {
        if (a == b) {
            return 0;
        }
        return isVowel(a) && isVowel(b) ? VOWEL : CONSONANT;
    }

    private static double weight(char c) {
        return isVowel(c) ? VOWEL : CONSONANT;
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    /** One letter a sound: "ou" and "w" are u, "y" is i, "c", "q" and hard "ch" are k; silent h and doublings go. */
    static String sound(String name) {
        var text = name.replace(" ", "")
                .replace("ou", "u")
                .replace("oo", "u")
                .replace("tch", "x")
                .replace("ch", "x")
                .replace("sh", "x")
                .replace("dj", "j")
                .replace("ph", "f")
                .replace("qu", "k")
                .replace('w', 'u')
                .replace('y', 'i')
                .replace('c', 'k')
                .replace('q', 'k')
                .replace("h", "");
        var sound = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (sound.isEmpty() || sound.charAt(sound.length() - 1) != text.charAt(i)) {
                sound.append(text.charAt(i));
            }
        }
        return sound.toString();
    }
}
