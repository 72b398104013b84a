package org.marsad.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one article, as they are gathered. */
final class ArticleDraft {
    private static final int SHORTEST_MENU = 3;
    private static final int LONGEST_MENU_ITEM = 3;
    private static final int SHORTEST_LIST = 5;

    /** So much tells the language. */
    private static final int TELLS_LANGUAGE = 6000;

    private final String text;
    private final List<PageLine> lines = new ArrayList<>();
    private @Nullable HeaderDate date;
    private int firstParagraph = -1;
    private int lastParagraph = -1;
    private int length;
    private boolean closed;
    private boolean ruled;

    ArticleDraft(String text) {
        this.text = text;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean hasParagraph() {
        return firstParagraph >= 0;
    }

    int length() {
        return length;
    }

    /** Whether something stood here that stands behind articles, and no paragraph since. */
    boolean isClosed() {
        return closed;
    }

    /** Whether a rule across the page closed it. */
    boolean isRuled() {
        return ruled;
    }

    List<Span> spans() {
        return lines.stream().map(PageLine::span).toList();
    }

    void close(boolean byRule) {
        if (hasParagraph()) {
            closed = true;
            ruled = byRule;
        }
    }

    void add(PageLine line) {
        var kept = line;
        if (line.date() != null && !line.isDate()) {
            consider(line.date());
            var rest = new Span(
                    afterLabel(line.date().end(), line.span().end()),
                    line.span().end());
            kept = new PageLine(rest, line.kind(), line.shape(), false, null);
        }
        lines.add(kept);
        length += kept.span().length();
        if (kept.isParagraph()) {
            if (firstParagraph < 0) {
                firstParagraph = lines.size() - 1;
                considerNullable(HeaderDate.dateline(text, kept.span()));
            }
            lastParagraph = lines.size() - 1;
            closed = false;
            ruled = false;
        }
    }

    /**
     * Takes a line that holds a date alone. Says no where it stands amid paragraphs without a word that it is the
     * publication's: then it is the heading of a chronology.
     */
    boolean date(PageLine line, boolean textFollows) {
        var found = line.date();
        if (found == null || hasParagraph() && textFollows && found.kind() == HeaderDate.Kind.BARE) {
            return false;
        }
        consider(found);
        return true;
    }

    private void considerNullable(@Nullable HeaderDate found) {
        if (found != null) {
            consider(found);
        }
    }

    private void consider(HeaderDate found) {
        if (date == null || found.kind().compareTo(date.kind()) < 0) {
            date = found;
        }
    }

    private int afterLabel(int at, int end) {
        while (at < end && (Lines.isBlank(text.charAt(at)) || ":-–—|،,.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** The article, or null where nothing of it is left. */
    @Nullable
    ArticleText finish(int ordinal, @Nullable String givenTitle, @Nullable LocalDate givenDate) {
        trimLists();
        if (lines.isEmpty()) {
            return null;
        }
        var titleSpan = givenTitle == null ? ArticleTitle.find(text, lines, firstParagraph) : same(givenTitle);
        var title = givenTitle != null ? givenTitle : titleSpan != null ? titleSpan.in(text) : "";
        var published = givenDate != null || date == null ? givenDate : date.date();
        return new ArticleText(ordinal, title, titleSpan, stretches(), language(title), published);
    }

    private @Nullable Span same(String title) {
        var key = Folding.key(title.strip());
        return lines.stream()
                .map(PageLine::span)
                .filter(line -> line.length() < 2 * title.length() + 20)
                .filter(line -> Folding.key(line.in(text)).equals(key))
                .findFirst()
                .orElse(null);
    }

    private Language language(String title) {
        var sample = new StringBuilder(title).append('\n');
        for (var line : lines) {
            int end = Math.min(line.span().end(), line.span().begin() + TELLS_LANGUAGE - sample.length());
            if (end <= line.span().begin()) {
                break;
            }
            sample.append(text, line.span().begin(), end).append('\n');
        }
        return Languages.guess(sample);
    }

    /** Lines with nothing but blanks between them are one stretch. */
    private List<Span> stretches() {
        var stretches = new ArrayList<Span>();
        for (var line : lines) {
            if (!stretches.isEmpty()
                    && isBlank(stretches.getLast().end(), line.span().begin())) {
                var last = stretches.removeLast();
                stretches.add(new Span(last.begin(), line.span().end()));
            } else {
                stretches.add(line.span());
            }
        }
        return stretches;
    }

    private boolean isBlank(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Lines.isBlank(text.charAt(at)) && !Lines.isLineEnd(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** Menus before the title, and lists of titles behind the last paragraph. */
    private void trimLists() {
        if (!hasParagraph()) {
            return;
        }
        int behind = lines.size() - 1 - lastParagraph;
        if (behind >= SHORTEST_LIST || closed && behind >= SHORTEST_MENU) {
            lines.subList(lastParagraph + 1, lines.size()).clear();
        }
        int menu = 0;
        while (menu < firstParagraph && ArticleTitle.words(text, lines.get(menu).span()) <= LONGEST_MENU_ITEM) {
            menu++;
        }
        if (menu >= SHORTEST_MENU && menu < firstParagraph) {
            lines.subList(0, menu).clear();
            firstParagraph -= menu;
        }
    }
}
