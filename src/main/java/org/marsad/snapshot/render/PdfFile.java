package org.marsad.snapshot.render;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A tagged PDF in the making. Nothing in it depends on the clock or on chance: dates are the sheet's, ids are reckoned from what
 * is in it.
 */
final class PdfFile implements AutoCloseable {
    /** What a reader's title bar and a catalogue show. */
    record About(String title, String author, String subject, String producer, String language, OffsetDateTime at) {}

    private final PDDocument document = new PDDocument();
    private final Map<Face, PdfFont> fonts = new LinkedHashMap<>();
    private final Map<Integer, COSDictionary> transparencies = new TreeMap<>();
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement body = new PDStructureElement("Document", root);
    private final COSArray parents = new COSArray();
    private int nextParent;

    PdfFile() {
        root.appendKid(body);
    }

    /** @param width in points */
    Page addPage(double width, double height) {
        var page = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(page);
        return new Page(page);
    }

    PdfFont font(Face face) {
        return fonts.computeIfAbsent(face, PdfFont::new);
    }

    /** Writes the file; nothing can be added after. */
    void save(About about, boolean rightToLeft, OutputStream out) throws IOException {
        for (var font : fonts.values()) {
            font.embed(document);
        }
        var parentTree = new COSDictionary();
        parentTree.setItem(COSName.NUMS, parents);
        root.getCOSObject().setItem(COSName.PARENT_TREE, parentTree);
        root.setParentTreeNextKey(nextParent);
        body.setLanguage(about.language());
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        catalog.setLanguage(about.language());
        var marks = new PDMarkInfo();
        marks.setMarked(true);
        catalog.setMarkInfo(marks);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        if (rightToLeft) {
            preferences.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
        }
        catalog.setViewerPreferences(preferences);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(about).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);

        var information = document.getDocumentInformation();
        var calendar = GregorianCalendar.from(about.at().atZoneSameInstant(ZoneOffset.UTC));
        information.setTitle(about.title());
        information.setAuthor(about.author());
        information.setSubject(about.subject());
        information.setCreator(about.producer());
        information.setProducer("Apache PDFBox");
        information.setCreationDate(calendar);
        information.setModificationDate(calendar);
        document.setDocumentId(about.at().toEpochSecond());
        document.setVersion(1.7f);
        // Kept together first, for the writer would close the stream.
        var whole = new ByteArrayOutputStream();
        document.save(whole);
        whole.writeTo(out);
        out.flush();
    }

    private static String xmp(About about) {
        var at = about.at().atZoneSameInstant(ZoneOffset.UTC).format(DateTimeFormatter.ISO_INSTANT);
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
                <dc:language><rdf:Bag><rdf:li>%4$s</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate>
                <xmp:CreatorTool>%6$s</xmp:CreatorTool><pdf:Producer>Apache PDFBox</pdf:Producer>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(
                        xml(about.title()),
                        xml(about.author()),
                        xml(about.subject()),
                        xml(about.language()),
                        at,
                        xml(about.producer()));
    }

    private static String xml(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** A page, and its part of the structure. */
    final class Page {
        private final PDPage page;
        private final COSDictionary ownFonts = new COSDictionary();
        private final COSDictionary ownTransparencies = new COSDictionary();
        private final Map<PdfFont, String> names = new LinkedHashMap<>();
        private final COSArray leaves = new COSArray();
        private final Deque<PDStructureElement> open = new ArrayDeque<>();
        private final List<COSDictionary> links = new ArrayList<>();

        private Page(PDPage page) {
            this.page = page;
            page.setStructParents(nextParent);
            parents.add(COSInteger.get(nextParent++));
            parents.add(leaves);
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            var resources = new COSDictionary();
            resources.setItem(COSName.FONT, ownFonts);
            resources.setItem(COSName.EXT_G_STATE, ownTransparencies);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            open.push(body);
        }

        /** The content, once drawn. */
        void content(byte[] content) throws IOException {
            page.getCOSObject().setItem(COSName.CONTENTS, PdfFont.stream(document, content));
            if (!links.isEmpty()) {
                var annotations = new COSArray();
                links.forEach(annotations::add);
                page.getCOSObject().setItem(COSName.ANNOTS, annotations);
            }
        }

        String fontName(PdfFont font) {
            return "/"
                    + names.computeIfAbsent(font, its -> {
                        var name = "F" + (names.size() + 1);
                        ownFonts.setItem(COSName.getPDFName(name), its.dictionary());
                        return name;
                    });
        }

        String transparency(int alpha) {
            var name = "A" + alpha;
            ownTransparencies.setItem(
                    COSName.getPDFName(name), transparencies.computeIfAbsent(alpha, PdfFile::newTransparency));
            return "/" + name;
        }

        void begin(Tag tag, String alternative) {
            open.push(newElement(tag, alternative));
        }

        void end() {
            open.pop();
        }

        /** Opens and closes an element that holds what is drawn next; returns its mark. */
        int leaf(Tag tag, String alternative) {
            var element = newElement(tag, alternative);
            int mark = leaves.size();
            element.getCOSObject().setInt(COSName.K, mark);
            leaves.add(element.getCOSObject());
            return mark;
        }

        private PDStructureElement newElement(Tag tag, String alternative) {
            var parent = open.element();
            var element = new PDStructureElement(tag.pdf(), parent);
            element.setPage(page);
            if (!alternative.isEmpty()) {
                element.setAlternateDescription(alternative);
            }
            parent.appendKid(element);
            return element;
        }

        void link(Rectangle2D area, String address) {
            var action = new COSDictionary();
            action.setName(COSName.S, "URI");
            action.setString(COSName.URI, address);
            var link = new COSDictionary();
            link.setItem(COSName.TYPE, COSName.ANNOT);
            link.setName(COSName.SUBTYPE, "Link");
            link.setItem(
                    COSName.RECT,
                    new PDRectangle((float) area.getX(), (float) area.getY(), (float) area.getWidth(), (float)
                            area.getHeight()));
            link.setItem(COSName.BORDER, noBorder());
            link.setString(COSName.CONTENTS, address);
            link.setInt(COSName.F, 4);
            link.setItem(COSName.A, action);
            link.setItem(COSName.P, page);
            // The annotation is a part of the structure too.
            var element = new PDStructureElement("Link", open.element());
            element.setPage(page);
            element.setAlternateDescription(address);
            var reference = new COSDictionary();
            reference.setName(COSName.TYPE, "OBJR");
            reference.setItem(COSName.getPDFName("Obj"), link);
            element.getCOSObject().setItem(COSName.K, reference);
            open.element().appendKid(element);
            link.setInt(COSName.STRUCT_PARENT, nextParent);
            parents.add(COSInteger.get(nextParent++));
            parents.add(element.getCOSObject());
            links.add(link);
        }
    }

    private static COSArray noBorder() {
        var border = new COSArray();
        for (int i = 0; i < 3; i++) {
            border.add(COSInteger.ZERO);
        }
        return border;
    }

    private static COSDictionary newTransparency(int alpha) {
        var state = new COSDictionary();
        state.setItem(COSName.TYPE, COSName.EXT_G_STATE);
        float share = Math.round(alpha / 255f * 1000) / 1000f;
        state.setFloat(COSName.CA, share);
        state.setFloat(COSName.CA_NS, share);
        return state;
    }
}
