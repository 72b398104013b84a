package org.marsad.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.text.DateLexeme.Cues;

/** What digits can be in a date: a day, a year, a whole date such as 12/08/2023, 2023-08-12 or 12.08.2023. */
final class DateNumbers {
    private DateNumbers() {}

    /** Adds the lexeme that begins at a number; the token after it. */
    static int add(List<DateLexeme> lexemes, List<Token> tokens, int at) {
        var token = tokens.get(at);
        var parts = token.text().split("\\.");
        int next = at + 1;
        if (parts.length == 1 && isJoined(tokens, at)) {
            parts = new String[] {
                token.text(), tokens.get(at + 2).text(), tokens.get(at + 4).text()
            };
            next = at + 5;
        }
        var date = parts.length == 3 ? date(parts) : null;
        if (date != null) {
            lexemes.add(new DateLexeme(
                    token.begin(),
                    tokens.get(next - 1).end(),
                    Cues.of(DateCue.DIGITS, Math.toIntExact(date.toEpochDay()))));
            return next;
        }
        lexemes.add(new DateLexeme(token.begin(), token.end(), number(token.text())));
        return at + 1;
    }

    /** Whether 12/08/2023 or 2023-08-12 begins here, with nothing before or after that makes it something else. */
    private static boolean isJoined(List<Token> tokens, int at) {
        if (at + 4 >= tokens.size()) {
            return false;
        }
        var sign = tokens.get(at + 1).text();
        return (sign.equals("/") || sign.equals("-"))
                && tokens.get(at + 2).is(Token.Kind.NUMBER)
                && tokens.get(at + 3).is(sign)
                && tokens.get(at + 4).is(Token.Kind.NUMBER)
                && tokens.get(at).end() == tokens.get(at + 1).begin()
                && tokens.get(at + 4).begin() - tokens.get(at).begin() <= 8
                && !(at > 0
                        && tokens.get(at - 1).is(sign)
                        && tokens.get(at - 1).end() == tokens.get(at).begin())
                && !(at + 5 < tokens.size()
                        && tokens.get(at + 5).is(sign)
                        && tokens.get(at + 5).begin() == tokens.get(at + 4).end());
    }

    /** Year first or day first; month first where nothing else can be meant. */
    private static @Nullable LocalDate date(String[] parts) {
        for (var part : parts) {
            if (part.isEmpty() || part.length() > 4 || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return null;
            }
        }
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        int third = Integer.parseInt(parts[2]);
        try {
            if (parts[0].length() == 4) {
                return isYear(first) ? LocalDate.of(first, second, third) : null;
            }
            if (parts[2].length() != 4 || !isYear(third)) {
                return null;
            }
            return second > 12 ? LocalDate.of(third, first, second) : LocalDate.of(third, second, first);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Cues number(String digits) {
        if (digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Cues.NONE;
        }
        int value = Integer.parseInt(digits);
        var cues = new Cues().with(DateCue.NUMBER, value);
        if (digits.length() <= 2 && value >= 1 && value <= 31) {
            cues.with(DateCue.DAY, value);
        } else if (digits.length() == 4 && isYear(value)) {
            cues.with(DateCue.YEAR, value);
        } else if (digits.length() == 4 && value >= 1300 && value <= 1500) {
            cues.with(DateCue.HIJRI_YEAR, value);
        }
        return cues;
    }

    private static boolean isYear(int value) {
        return value >= 1900 && value <= 2100;
    }
}
