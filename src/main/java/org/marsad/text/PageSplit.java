package org.marsad.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the lines of a page into its articles. A further article begins behind "read also" when a whole one follows
 * there, or where a title and a publication date stand again. Titles that only point elsewhere, readers' comments and
 * other furniture belong to no article.
 */
final class PageSplit {
    /** Shorter text behind "read also" is a teaser, or the rest of the article that it interrupts. */
    private static final int SHORTEST_ARTICLE = 400;

    /** How much of a text is compared with a title. */
    private static final int COMPARED = 3000;

    private static final double SAME_SUBJECT = 0.5;

    private final String text;
    private final List<PageLine> lines;
    private final List<ArticleDraft> drafts = new ArrayList<>();
    private ArticleDraft current;

    private PageSplit(String text) {
        this.text = text;
        this.lines =
                Lines.list(text).stream().map(line -> PageLine.of(text, line)).toList();
        this.current = new ArticleDraft(text);
    }

    /** The articles of a page in order; at least one. */
    static List<ArticleDraft> of(String text) {
        var split = new PageSplit(text);
        split.drafts.add(split.current);
        split.run();
        split.drafts.removeIf(draft -> draft.isEmpty() && split.drafts.size() > 1);
        return split.drafts;
    }

    private void run() {
        for (int at = 0; at < lines.size(); ) {
            var line = lines.get(at);
            if (beginsAgain(at)) {
                begin();
            }
            at = switch (line.kind()) {
                case NEXT -> behindPointer(at + 1);
                case COMMENTS -> current.hasParagraph() ? behindComments(at + 1) : at + 1;
                case TAIL -> tail(at);
                case OTHER -> at + 1;
                case TEXT -> text(at);
            };
        }
    }

    private int text(int at) {
        var line = lines.get(at);
        if (line.separator()) {
            current.close(line.span().length() >= 5);
        } else {
            boolean taken = line.isDate() && current.date(line, paragraphsFollow(at + 1, 1));
            if (!taken || line.date() != null && line.date().tellsMore()) {
                current.add(line);
            }
        }
        return at + 1;
    }

    private int tail(int at) {
        var line = lines.get(at);
        if (current.isEmpty()) {
            current.add(line);
        } else {
            current.close(true);
        }
        return at + 1;
    }

    private void begin() {
        current = new ArticleDraft(text);
        drafts.add(current);
    }

    /** What follows "read also": a further article, titles only, or the rest of the article that was interrupted. */
    private int behindPointer(int at) {
        int first = at;
        while (first < lines.size() && !lines.get(first).isParagraph() && !isBreak(first)) {
            first++;
        }
        int end = first;
        int length = 0;
        while (end < lines.size() && !isBreak(end)) {
            length += lines.get(end).isText() ? lines.get(end).span().length() : 0;
            end++;
        }
        if (first == end) {
            return end;
        }
        int title = titleOf(at, first, end);
        boolean whole = length >= SHORTEST_ARTICLE && (current.isClosed() || isAnother(at, first, title, end));
        if (whole) {
            begin();
            for (int k = title >= 0 ? title : at; k < first; k++) {
                keep(k, k == title);
            }
            return first;
        }
        return current.isClosed() && length < SHORTEST_ARTICLE ? end : first;
    }

    /** Between the title and the text of a further article: its title and its date. */
    private void keep(int k, boolean title) {
        var line = lines.get(k);
        if (line.isDate()) {
            current.date(line, true);
        } else if (title) {
            current.add(line);
        }
    }

    private boolean isBreak(int k) {
        return lines.get(k).kind() == Furniture.Kind.NEXT || lines.get(k).kind() == Furniture.Kind.COMMENTS;
    }

    /** The line before a text that is most like a title of it, or −1: the others point to other articles. */
    private int titleOf(int at, int first, int end) {
        var body = Cohesion.stems(text, spans(first, end), COMPARED);
        int best = -1;
        double most = -1;
        for (int k = at; k < first; k++) {
            var line = lines.get(k);
            double share =
                    line.isTitle() ? Cohesion.of(Cohesion.stems(text, List.of(line.span()), COMPARED), body) : -1;
            if (share >= most && share >= 0) {
                most = share;
                best = k;
            }
        }
        return best;
    }

    /** Whether the text behind a title is that title's, rather than the rest of the article before it. */
    private boolean isAnother(int at, int first, int title, int end) {
        for (int k = at; k < first; k++) {
            if (lines.get(k).isDate()) {
                return true;
            }
        }
        if (HeaderDate.dateline(text, lines.get(first).span()) != null) {
            return true;
        }
        if (title < 0) {
            return false;
        }
        var stems = Cohesion.stems(text, List.of(lines.get(title).span()), COMPARED);
        double here = Cohesion.of(stems, Cohesion.stems(text, spans(first, end), COMPARED));
        double before = Cohesion.of(stems, Cohesion.stems(text, current.spans(), COMPARED));
        return here >= SAME_SUBJECT && here > before + 0.2;
    }

    private List<Span> spans(int from, int to) {
        return lines.subList(from, to).stream()
                .filter(PageLine::isText)
                .map(PageLine::span)
                .toList();
    }

    /** Comments go on to the next "read also". */
    private int behindComments(int at) {
        current.close(true);
        while (at < lines.size() && lines.get(at).kind() != Furniture.Kind.NEXT && !beginsAgain(at)) {
            at++;
        }
        return at;
    }

    /** Whether a title with its date, and text behind them, stand here although an article is under way. */
    private boolean beginsAgain(int at) {
        if (!current.hasParagraph() || current.length() < SHORTEST_ARTICLE) {
            return false;
        }
        var line = lines.get(at);
        var next = at + 1 < lines.size() ? lines.get(at + 1) : null;
        if (next == null || !paragraphsFollow(at, SHORTEST_ARTICLE)) {
            return false;
        }
        if (line.isTitle() && next.isDate()) {
            return isSure(next) || current.isClosed();
        }
        if (line.isDate() && next.isTitle()) {
            return current.isClosed() || isSure(line) && !isSure(previous(at));
        }
        return current.isClosed() && line.isTitle() && current.isRuled() && isOwnTitle(at);
    }

    private @Nullable PageLine previous(int at) {
        return at > 0 ? lines.get(at - 1) : null;
    }

    private static boolean isSure(@Nullable PageLine line) {
        return line != null
                && line.date() != null
                && line.isDate()
                && line.date().kind() == HeaderDate.Kind.PUBLISHED;
    }

    private boolean isOwnTitle(int at) {
        int end = at + 1;
        int length = 0;
        while (end < lines.size() && !isBreak(end) && length < COMPARED) {
            length += lines.get(end).span().length();
            end++;
        }
        return isAnother(at + 1, at + 1, at, end);
    }

    private boolean paragraphsFollow(int at, int length) {
        int found = 0;
        for (int k = at; k < lines.size() && k < at + 12 && found < length; k++) {
            if (isBreak(k)) {
                return false;
            }
            found += lines.get(k).isParagraph() ? lines.get(k).span().length() : 0;
        }
        return found >= length;
    }
}
