package org.marsad.ingest;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.marsad.text.SourceDocument;

/** The article of a web page: its title, its date and its text with paragraph breaks, without what stands around it. */
public final class HtmlText {
    private static final int HEAD = 4096;

    private HtmlText() {}

    /**
     * The article in a page's source. Its text begins with its title.
     *
     * @param id the document's id
     */
    public static SourceDocument extract(String id, String html) {
        var page = Jsoup.parse(html);
        var title = HtmlTitle.find(page);
        var published = HtmlDate.find(page);
        var text = HtmlBlocks.text(HtmlMain.find(page));
        if (!title.isEmpty() && !text.contains(title)) {
            text = text.isEmpty() ? title : title + "\n\n" + text;
        }
        return new SourceDocument(id, text, title.isEmpty() ? null : title, published);
    }

    /** The page's source; the encoding that the page itself declares goes before a guess. */
    static Decoded decode(byte[] bytes) {
        var guessed = TextDecoder.decode(bytes);
        if (guessed instanceof Decoded.Text text && text.charset().name().startsWith("UTF")) {
            return guessed;
        }
        var declared = declared(bytes);
        if (declared == null || FileKinds.find(bytes).isPresent()) {
            return guessed;
        }
        var text = TextDecoder.strictly(bytes, 0, declared);
        return text == null ? guessed : new Decoded.Text(text, declared);
    }

    private static @Nullable Charset declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        int at = head.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at < 0) {
            return null;
        }
        var name = head.substring(at + 8).replaceFirst("^[\"']", "").split("[^A-Za-z0-9_:.-]", 2)[0];
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Whether a text is the source of a web page. */
    static boolean isHtml(String text) {
        var head =
                text.substring(0, Math.min(text.length(), 1000)).stripLeading().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<head");
    }
}
