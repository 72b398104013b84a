package org.marsad.ingest;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The text of an element as a reader sees it: a blank line between blocks, a line end where the page breaks a line. */
final class HtmlBlocks implements NodeVisitor {
    private static final Set<String> LINES = Set.of("br", "li", "tr", "dt", "dd", "option");

    /** A block of little but links points elsewhere. */
    private static final double LINKS = 0.8;

    private static final int LONGEST_POINTER = 300;

    private final StringBuilder text = new StringBuilder();
    private int breaks;
    private boolean blank;

    private HtmlBlocks() {}

    static String text(Element element) {
        var lengths = TextLengths.of(element);
        for (var block : element.select("p, li, ul, ol, div, section, h2, h3, h4")) {
            if (block != element && isPointer(lengths.get(block))) {
                block.empty();
            }
        }
        var blocks = new HtmlBlocks();
        NodeTraversor.traverse(blocks, element);
        return blocks.text.toString();
    }

    private static boolean isPointer(TextLengths.Counts block) {
        return block.text() <= LONGEST_POINTER && block.links() > 0 && block.links() >= LINKS * block.text();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode piece) {
            append(piece.getWholeText());
        } else if (node instanceof Element element) {
            breakBefore(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !element.tagName().equals("br")) {
            breakBefore(element);
        }
    }

    private void breakBefore(Element element) {
        if (LINES.contains(element.tagName())) {
            breaks = Math.max(breaks, 1);
        } else if (element.isBlock()) {
            breaks = 2;
        } else if (element.tagName().equals("td") || element.tagName().equals("th")) {
            blank = true;
        }
    }

    private void append(String piece) {
        for (int at = 0; at < piece.length(); at++) {
            char c = piece.charAt(at);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                blank = true;
                continue;
            }
            if (!text.isEmpty()) {
                if (breaks > 0) {
                    text.append("\n".repeat(breaks));
                } else if (blank) {
                    text.append(' ');
                }
            }
            breaks = 0;
            blank = false;
            text.append(c);
        }
    }
}
