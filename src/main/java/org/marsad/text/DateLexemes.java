package org.marsad.text;

import java.util.ArrayList;
import java.util.List;
import org.marsad.text.DateLexeme.Cues;

/** A line of text as the lexemes that its dates are made of. */
final class DateLexemes {
    /** Lexemes of a line that is a heading, at most. */
    private static final int HEADING = 24;

    private static final DateLexeme NOTHING = new DateLexeme(0, 0, Cues.NONE);
    private static final Cues AND = Cues.of(DateCue.AND, 1);

    private final FoldedText folded;
    private final List<DateLexeme> lexemes;

    private DateLexemes(FoldedText folded, List<DateLexeme> lexemes) {
        this.folded = folded;
        this.lexemes = lexemes;
    }

    int size() {
        return lexemes.size();
    }

    /** The lexeme at an index; one without any cue outside the text. */
    DateLexeme at(int index) {
        return index >= 0 && index < lexemes.size() ? lexemes.get(index) : NOTHING;
    }

    boolean has(int index, DateCue cue) {
        return at(index).cues().has(cue);
    }

    int get(int index, DateCue cue) {
        return at(index).cues().get(cue);
    }

    /** Whether nothing, not even a blank, parts two neighbours. */
    boolean touches(int index) {
        return at(index).end() == at(index + 1).begin();
    }

    /** Whether a number runs into a word: "4x4", "1990s"; a month or an Arabic letter may touch it. */
    boolean isGlued(int index) {
        var next = at(index + 1);
        return index + 1 < lexemes.size()
                && touches(index)
                && !next.cues().has(DateCue.MONTH)
                && Character.isLetter(folded.charAt(next.begin()))
                && folded.charAt(next.begin()) < 0x250;
    }

    /** Whether a sign, a frequent word or the end of the line stands here: no noun that the words before belong to. */
    boolean isEnd(int index) {
        if (index >= lexemes.size() || isStop(index)) {
            return true;
        }
        var lexeme = at(index);
        return lexeme.cues().has(DateCue.AND)
                || Languages.isFrequent(folded.text().substring(lexeme.begin(), lexeme.end()))
                || folded.charAt(lexeme.begin()) >= 0x600;
    }

    /** Whether a sign or the end of the line stands here. */
    boolean isStop(int index) {
        return index >= lexemes.size()
                || !Character.isLetterOrDigit(folded.charAt(at(index).begin()));
    }

    /** Whether a line says nothing but the date between two lexemes. */
    boolean isAlone(int from, int to) {
        return from <= 1 && to >= lexemes.size() - 1 && isStop(to) && (from == 0 || isStop(0));
    }

    /** Whether a date opens or ends a short line. */
    boolean isHeading(int from, int to) {
        boolean ends = isStop(to) && to >= lexemes.size() - 1;
        return lexemes.size() <= HEADING && (ends || from <= 1 && isStop(to));
    }

    /** Whether a full stop stands between two lexemes. */
    boolean isParted(int from, int to) {
        for (int index = from; index < to; index++) {
            if (at(index).cues().has(DateCue.DOT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the lexeme at an index is this folded text. */
    boolean isWord(int index, String text) {
        var lexeme = at(index);
        return lexeme.end() - lexeme.begin() == text.length() && startsWith(index, text);
    }

    boolean startsWith(int index, String text) {
        return index >= 0
                && index < lexemes.size()
                && folded.text().startsWith(text, at(index).begin());
    }

    boolean endsWith(int index, String text) {
        return index >= 0
                && index < lexemes.size()
                && folded.text().startsWith(text, at(index).end() - text.length());
    }

    /** Where lexemes stand in the source; {@code to} is exclusive. */
    Span source(int from, int to) {
        return folded.source(at(from).begin(), at(to - 1).end());
    }

    static DateLexemes of(FoldedText folded, DateLexicon lexicon) {
        var tokens = Tokens.list(folded);
        var lexemes = new ArrayList<DateLexeme>(tokens.size());
        for (int at = 0; at < tokens.size(); ) {
            var token = tokens.get(at);
            at = switch (token.kind()) {
                case NUMBER -> DateNumbers.add(lexemes, tokens, at);
                case WORD, PUNCTUATION -> addWord(lexemes, tokens, at, folded, lexicon);
                case BREAK -> at + 1;
            };
        }
        return new DateLexemes(folded, lexemes);
    }

    private static int addWord(
            List<DateLexeme> lexemes, List<Token> tokens, int at, FoldedText folded, DateLexicon lexicon) {
        var token = tokens.get(at);
        var entry = lexicon.find(tokens, at, token.text());
        if (entry != null) {
            var cues = entry.cues();
            if (cues.has(DateCue.CAPITAL) && !isCapital(token, folded)) {
                cues = cues.without(DateCue.MONTH);
            }
            lexemes.add(
                    new DateLexeme(token.begin(), tokens.get(entry.next() - 1).end(), cues));
            return entry.next();
        }
        if (token.script() == Token.Script.ARABIC) {
            for (var cut : Clitics.list(token.text())) {
                entry = lexicon.find(tokens, at, cut.stem());
                if (entry != null && mayTake(cut, entry.cues())) {
                    int begin = token.begin() + cut.length();
                    if (isConjunction(cut)) {
                        lexemes.add(new DateLexeme(token.begin(), token.begin() + 1, AND));
                    }
                    lexemes.add(
                            new DateLexeme(begin, tokens.get(entry.next() - 1).end(), entry.cues()));
                    return entry.next();
                }
            }
        }
        lexemes.add(new DateLexeme(token.begin(), token.end(), sign(token.text())));
        return at + 1;
    }

    private static boolean isCapital(Token token, FoldedText folded) {
        return Character.isUpperCase(folded.sourceChar(token.begin()));
    }

    private static boolean isConjunction(Clitics.Cut cut) {
        return cut.particles().equals("و") || cut.particles().equals("ف");
    }

    /** «وأمس» is "and yesterday", but «لامس» is "touched": after ب ك ل only the words of dates that need them. */
    private static boolean mayTake(Clitics.Cut cut, Cues cues) {
        return isConjunction(cut)
                || cues.has(DateCue.YEARCUE)
                || cues.has(DateCue.MONTHCUE)
                || cues.has(DateCue.DAYCUE)
                || cues.has(DateCue.WEEKDAY)
                || cues.has(DateCue.UNIT)
                || cues.has(DateCue.CARDINAL)
                || cues.has(DateCue.PART)
                || cues.has(DateCue.MONTH) && !cues.has(DateCue.AMBIGUOUS);
    }

    private static Cues sign(String text) {
        return switch (text) {
            case "," -> Cues.of(DateCue.COMMA, 1);
            case "/" -> Cues.of(DateCue.SLASH, 1);
            case "-" -> Cues.of(DateCue.DASH, 1);
            case "." -> Cues.of(DateCue.DOT, 1);
            case "(" -> Cues.of(DateCue.OPEN, 1);
            case ")" -> Cues.of(DateCue.CLOSE, 1);
            default -> Cues.NONE;
        };
    }
}
