package org.marsad.text;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateLexeme.Cues;

/** The words of dates in one language, as a tree of folded tokens. Immutable after loading. */
final class DateLexicon {
    private static final Map<Language, DateLexicon> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new DateLexicon("dates-" + language.tag() + ".txt"));
        }
    }

    private final Node root = new Node();

    static DateLexicon of(Language language) {
        var lexicon = ALL.get(language);
        if (lexicon == null) {
            throw new IllegalArgumentException(language.toString());
        }
        return lexicon;
    }

    private DateLexicon(String resource) {
        for (var line : Resource.lines(resource)) {
            int colon = line.indexOf(':');
            int space = line.indexOf(' ');
            var cue = line.substring(0, space);
            var value = line.substring(space + 1, colon);
            for (var phrase : line.substring(colon + 1).split("\\|")) {
                add(cue, value, phrase.strip());
            }
        }
    }

    private void add(String cue, String value, String phrase) {
        var node = root;
        for (var token : Tokens.list(Folding.fold(phrase))) {
            node = node.children.computeIfAbsent(token.text(), text -> new Node());
        }
        if (cue.equals("UNIT")) {
            char last = value.charAt(value.length() - 1);
            boolean counted = last == '*' || last == '2';
            node.add(
                    DateCue.UNIT,
                    DateUnit.valueOf(counted ? value.substring(0, value.length() - 1) : value)
                            .ordinal());
            if (counted) {
                node.add(DateCue.COUNT, last == '2' ? 2 : 0);
            }
        } else if (cue.startsWith("DIR")) {
            node.add(DateCue.valueOf(cue), DateDirection.valueOf(value).ordinal());
        } else if (cue.equals("MONTHS")) {
            var ends = value.split("-");
            node.add(DateCue.MONTHS, Integer.parseInt(ends[0]) * 100 + Integer.parseInt(ends[1]));
        } else {
            node.add(DateCue.valueOf(cue), Integer.parseInt(value));
        }
    }

    /** The longest phrase that begins at a token, or null; the first token reads as {@code first}. */
    @Nullable
    Entry find(List<Token> tokens, int at, String first) {
        @Nullable Entry best = null;
        @Nullable Node node = root.children.get(first);
        for (int next = at + 1; node != null; next++) {
            if (node.cues != null) {
                best = new Entry(next, node.cues);
            }
            node = next < tokens.size() ? node.children.get(tokens.get(next).text()) : null;
        }
        return best;
    }

    /** A phrase found: the token after it, and its cues. */
    record Entry(int next, Cues cues) {}

    private static final class Node {
        final Map<String, Node> children = new HashMap<>();

        @Nullable
        Cues cues;

        void add(DateCue cue, int value) {
            var known = cues == null ? new Cues() : cues;
            cues = known.with(cue, value);
        }
    }
}
