package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Patterns;

/** Whole numbers of a sentence in digits and in the words of three languages, with "at least", "dozens" and ranges. */
public final class Numbers {
    private static final Map<Language, Map<String, Integer>> WORDS = Map.of(
            Language.EN,
            words(
                    "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 "
                            + "fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 "
                            + "seventy 70 eighty 80 ninety 90"),
            Language.FR,
            words(
                    "deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 "
                            + "quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 nonante 90"),
            Language.AR,
            words(
                    "اثنان 2 اثنين 2 اثنا 2 اثني 2 ثلاثه 3 ثلاث 3 اربعه 4 اربع 4 خمسه 5 خمس 5 سته 6 ست 6 سبعه 7 سبع 7 ثمانيه 8 ثماني 8 "
                            + "ثمان 8 تسعه 9 تسع 9 عشره 10 عشر 10 عشرون 20 عشرين 20 ثلاثون 30 ثلاثين 30 اربعون 40 اربعين 40 خمسون 50 خمسين 50 "
                            + "ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 تسعين 90 اثنتين 2 اثنتا 2"));
    private static final Set<String> HUNDRED = WordSets.get("hundred");
    private static final Set<String> THOUSAND = WordSets.get("thousand");
    private static final Set<String> AT_LEAST = WordSets.get("at-least");
    private static final Set<String> AND = WordSets.get("and");
    /** Words that stand for a lower bound only. */
    private static final Map<String, Integer> VAGUE = vague();

    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "e", "eme", "er", "ere");
    private static final Pattern ORDINAL = Pattern.compile("[0-9]+(st|nd|rd|th|e|eme|er|ere)");

    private Numbers() {}

    /**
     * A number.
     *
     * @param high null where the text gives a lower bound only
     * @param exact whether {@code low} is also the best figure; "dozens" and "10 to 15" are not
     */
    public record Figure(
            int begin, int end, int low, @Nullable Integer high, boolean exact) {
        /** The same, with no upper bound. */
        Figure orMore() {
            return new Figure(begin, end, low, null, exact);
        }
    }

    static List<Figure> list(Language language, List<Word> words) {
        var table = WORDS.getOrDefault(language, Map.of());
        var figures = new ArrayList<Figure>();
        for (int at = 0; at < words.size(); ) {
            var figure = read(table, language, words, at);
            if (figure == null) {
                at++;
                continue;
            }
            at = figure.end();
            // "10 to 15", "entre 10 et 15", «بين 10 و15».
            if (at < words.size() && isRange(words, figure, at)) {
                int next = words.get(at).is("to", "et", "and", "a", "الي", "و") ? at + 1 : at;
                var upper = next < words.size() ? read(table, language, words, next) : null;
                if (upper != null && upper.low() > figure.low()) {
                    figures.add(new Figure(figure.begin(), upper.end(), figure.low(), upper.low(), false));
                    at = upper.end();
                    continue;
                }
            }
            figures.add(isAtLeast(words, figure.end()) ? figure.orMore() : figure);
        }
        return figures;
    }

    /** «37 شخصا على الأقل», "20 people at least", « dix morts au moins ». */
    private static boolean isAtLeast(List<Word> words, int end) {
        for (int i = end; i + 1 < Math.min(words.size(), end + 4); i++) {
            if (words.get(i).before() != Word.Gap.NONE) {
                return false;
            }
            if (words.get(i).is("علي", "at", "au") && words.get(i + 1).is("الاقل", "least", "moins")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRange(List<Word> words, Figure figure, int at) {
        boolean between = figure.begin() > 0 && words.get(figure.begin() - 1).is("between", "entre", "بين");
        return between
                || words.get(at).is("to", "الي")
                || words.get(at).is("a")
                        && at + 1 < words.size()
                        && words.get(at + 1).number();
    }

    private static @Nullable Figure read(Map<String, Integer> table, Language language, List<Word> words, int at) {
        var word = words.get(at);
        boolean least = false;
        for (int i = Math.max(0, at - 3); i < at; i++) {
            least |= AT_LEAST.contains(words.get(i).text())
                    || AT_LEAST.contains(words.get(i).readings().getFirst().stem());
        }
        if (isOrdinal(words, at)) {
            return null;
        }
        if (word.number()) {
            var digits = word.text().replaceAll("[.,](?=[0-9]{3}(?![0-9]))", "");
            if (!Patterns.matches(digits, "[0-9]{1,7}")) {
                return null;
            }
            int value = Integer.parseInt(digits);
            int end = at + 1;
            if (language == Language.FR
                    && end < words.size()
                    && words.get(end).number()
                    && Patterns.matches(words.get(end).text(), "[0-9]{3}")
                    && words.get(end).before() == Word.Gap.NONE
                    && value < 1000) {
                value = value * 1000 + Integer.parseInt(words.get(end).text());
                end++;
            }
            if (end < words.size() && THOUSAND.contains(words.get(end).text())) {
                value *= 1000;
                end++;
            }
            return new Figure(at, end, value, least || isLeastAfter(words, end) ? null : value, true);
        }
        var vague = VAGUE.get(word.readings().getFirst().stem());
        if (vague != null) {
            int thousands = thousandsBehind(words, at + 1);
            return thousands < 0
                    ? new Figure(at, at + 1, vague, null, false)
                    : new Figure(at, thousands, vague * 1000, null, false);
        }
        return inWords(table, language, words, at, least);
    }

    /** "the 19th Division", « le 21e régiment »: which of them, and no number. */
    private static boolean isOrdinal(List<Word> words, int at) {
        var word = words.get(at);
        return ORDINAL.matcher(word.text()).matches()
                || word.number()
                        && at + 1 < words.size()
                        && words.get(at + 1).span().begin() == word.span().end()
                        && ORDINALS.contains(words.get(at + 1).text());
    }

    /** "hundreds of thousands", « des dizaines de milliers », «مئات الآلاف»: the word after them, or -1. */
    private static int thousandsBehind(List<Word> words, int at) {
        int next = at < words.size() && words.get(at).is("of", "de") ? at + 1 : at;
        boolean thousands = next < words.size()
                && words.get(next).before() == Word.Gap.NONE
                && (words.get(next).is("thousands", "milliers")
                        || words.get(next).readings().stream()
                                .anyMatch(reading -> reading.stem().equals("الاف")));
        return thousands ? next + 1 : -1;
    }

    private static @Nullable Figure inWords(
            Map<String, Integer> table, Language language, List<Word> words, int at, boolean least) {
        int total = 0;
        int group = isEleven(language, words, at) ? 1 : 0;
        int i = at + group;
        boolean any = false;
        for (; i < words.size(); i++) {
            if (i > at && words.get(i).before() != Word.Gap.NONE) {
                break;
            }
            int value = value(table, words.get(i), i > at);
            var stem = stem(words.get(i), i > at);
            if (value >= 0) {
                boolean fourTwenty = language == Language.FR && value == 20 && group == 4;
                group = fourTwenty ? 80 : group + value;
                any = true;
            } else if (HUNDRED.contains(stem)) {
                group = stem.endsWith("تين") || stem.endsWith("تي") ? 200 : Math.max(1, group) * 100;
                any = true;
            } else if (THOUSAND.contains(stem) && (any || language == Language.FR)) {
                total += Math.max(1, group) * 1000;
                group = 0;
                any = true;
            } else if (language == Language.FR && any && group >= 20 && isAndOne(words, i)) {
                group++;
                i++;
            } else if (!(any
                    && AND.contains(words.get(i).text())
                    && i + 1 < words.size()
                    && value(table, words.get(i + 1), false) >= 0
                    && language != Language.AR
                    && (language == Language.EN ? group >= 100 : group >= 20))) {
                break;
            }
        }
        if (!any || total + group == 0) {
            return null;
        }
        boolean bound = least || isLeastAfter(words, i);
        return new Figure(at, i, total + group, bound ? null : (Integer) (total + group), true);
    }

    /** « trente et un ». */
    private static boolean isAndOne(List<Word> words, int at) {
        return words.get(at).is("et")
                && at + 1 < words.size()
                && words.get(at + 1).is("un", "une")
                && words.get(at + 1).before() == Word.Gap.NONE;
    }

    /** «أحد عشر»: the one, which is "somebody" elsewhere, counts before the ten only. */
    private static boolean isEleven(Language language, List<Word> words, int at) {
        return language == Language.AR
                && at + 1 < words.size()
                && words.get(at + 1).before() == Word.Gap.NONE
                && Set.of("عشر", "عشره").contains(words.get(at + 1).text())
                && words.get(at).readings().stream()
                        .anyMatch(reading ->
                                reading.stem().equals("احد") || reading.stem().equals("احدي"));
    }

    /** «37 شخصا على الأقل», "nine soldiers at least": behind what is counted, unless another number follows. */
    private static boolean isLeastAfter(List<Word> words, int end) {
        for (int i = end; i < Math.min(words.size(), end + 4); i++) {
            if (i > end && (words.get(i).number() || words.get(i).before() == Word.Gap.STRONG)) {
                return false;
            }
            boolean least = words.get(i).is("الاقل")
                    || i > 0 && words.get(i).is("least") && words.get(i - 1).is("at")
                    || i > 0 && words.get(i).is("moins") && words.get(i - 1).is("au");
            boolean last = i + 1 >= words.size()
                    || words.get(i).is("الاقل")
                    || words.get(i + 1).before() != Word.Gap.NONE;
            if (least && last) {
                return true;
            }
        }
        return false;
    }

    /** Inside an Arabic number the parts are joined by و: «خمسة وعشرون». */
    private static int value(Map<String, Integer> table, Word word, boolean joined) {
        return table.getOrDefault(stem(word, joined), -1);
    }

    private static String stem(Word word, boolean joined) {
        var readings = word.readings();
        if (joined) {
            for (var reading : readings) {
                if (reading.particles().equals("و")) {
                    return reading.stem();
                }
            }
        }
        for (var reading : readings) {
            if (reading.particles().length() == 1 && (isKnown(reading.stem()))) {
                return reading.stem();
            }
        }
        return readings.getFirst().stem();
    }

    private static boolean isKnown(String stem) {
        return WORDS.getOrDefault(Language.AR, Map.of()).containsKey(stem) || HUNDRED.contains(stem);
    }

    private static Map<String, Integer> words(String list) {
        var parts = list.split(" ");
        var map = new HashMap<String, Integer>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put(Folding.key(parts[i]), Integer.parseInt(parts[i + 1]));
        }
        return map;
    }

    private static Map<String, Integer> vague() {
        var map = new HashMap<String, Integer>();
        for (var word : List.of("several", "plusieurs", "عده", "quelques")) {
            map.put(word, 2);
        }
        for (var word : List.of("بضع", "بضعه")) {
            map.put(word, 3);
        }
        for (var word : List.of("dozen", "dizaine", "دزينه")) {
            map.put(word, 10);
        }
        for (var word : List.of("dozens", "scores", "dizaines", "عشرات")) {
            map.put(word, 20);
        }
        map.put("quinzaine", 15);
        map.put("vingtaine", 20);
        map.put("trentaine", 30);
        map.put("quarantaine", 40);
        map.put("cinquantaine", 50);
        map.put("centaine", 100);
        for (var word : List.of("hundreds", "centaines", "ميات", "مءات", "مات")) {
            map.put(word, 200);
        }
        return map;
    }
}
