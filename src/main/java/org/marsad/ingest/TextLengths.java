package org.marsad.ingest;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text, links and paragraphs each element of a page holds; counted in one walk, blanks left out. */
final class TextLengths implements NodeVisitor {
    private static final Set<String> PARAGRAPHS = Set.of("p", "pre", "blockquote");

    /** So much text directly in another block makes it a paragraph. */
    private static final int LONG_TEXT = 100;

    private final Map<Element, Counts> counts = new IdentityHashMap<>();
    private final ArrayDeque<Counts> open = new ArrayDeque<>();
    private int text;
    private int links;
    private int paragraphs;
    private int openLinks;

    private TextLengths() {}

    /** Characters in an element: all, those in links, and those of paragraphs without their links. */
    record Counts(int text, int links, int paragraphs) {
        private static final Counts NONE = new Counts(0, 0, 0);

        int withoutLinks() {
            return text - links;
        }
    }

    static TextLengths of(Element root) {
        var lengths = new TextLengths();
        NodeTraversor.traverse(lengths, root);
        return lengths;
    }

    Counts get(Element element) {
        return counts.getOrDefault(element, Counts.NONE);
    }

    static boolean isParagraph(Element element) {
        return PARAGRAPHS.contains(element.tagName())
                || element.isBlock() && element.ownText().length() >= LONG_TEXT;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode piece) {
            int length = 0;
            var whole = piece.getWholeText();
            for (int at = 0; at < whole.length(); at++) {
                length += whole.charAt(at) > ' ' ? 1 : 0;
            }
            text += length;
            links += openLinks > 0 ? length : 0;
        } else if (node instanceof Element element) {
            open.push(new Counts(text, links, paragraphs));
            openLinks += element.tagName().equals("a") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            openLinks -= element.tagName().equals("a") ? 1 : 0;
            var before = open.pop();
            if (isParagraph(element)) {
                paragraphs = before.paragraphs + (text - before.text) - (links - before.links);
            }
            counts.put(element, new Counts(text - before.text, links - before.links, paragraphs - before.paragraphs));
        }
    }
}
