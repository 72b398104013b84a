package org.marsad.snapshot.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A face in a PDF: only the glyphs in use are embedded. A code is one glyph with one meaning, so that text is found as it
 * was written even where one glyph stands for different letters.
 */
final class PdfFont {
    private record Use(int glyph, String text, int advance) {}

    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private final Face face;
    private final COSDictionary dictionary = new COSDictionary();
    private final Map<Use, Integer> codes = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();

    PdfFont(Face face) {
        this.face = face;
        uses.add(new Use(0, "", 0)); // code 0 is kept for "no glyph"
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    /** The code of a glyph, 1 to 65535. */
    int code(Glyph glyph) {
        var its = new Use(glyph.id(), glyph.text(), (int) Math.round(glyph.advance() * 1000));
        return codes.computeIfAbsent(its, use -> {
            uses.add(use);
            return uses.size() - 1;
        });
    }

    /** What a viewer moves by after the code, in thousandths of an em. */
    int advance(int code) {
        return uses.get(code).advance();
    }

    /** Fills in the dictionary and embeds the glyphs, once all text is drawn. */
    void embed(PDDocument document) throws IOException {
        try (var font = face.open()) {
            var ids = new TreeSet<Integer>();
            uses.forEach(use -> ids.add(use.glyph()));
            var subsetter = new TTFSubsetter(font, TABLES);
            subsetter.addGlyphIds(ids);
            var name = prefix(ids) + "+" + face.name();
            var placeInFile = new LinkedHashMap<Integer, Integer>();
            subsetter.getGIDMap().forEach((now, before) -> placeInFile.put(before, now));
            var file = new ByteArrayOutputStream();
            subsetter.writeToStream(file);

            var header = font.getHeader();
            var across = font.getHorizontalHeader();
            double scale = 1000.0 / header.getUnitsPerEm();
            var descriptor = new COSDictionary();
            descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
            descriptor.setName(COSName.FONT_NAME, name);
            descriptor.setInt(COSName.FLAGS, 4);
            descriptor.setItem(
                    COSName.FONT_BBOX,
                    integers(
                            (int) (header.getXMin() * scale),
                            (int) (header.getYMin() * scale),
                            (int) (header.getXMax() * scale),
                            (int) (header.getYMax() * scale)));
            descriptor.setInt(COSName.ITALIC_ANGLE, 0);
            descriptor.setInt(COSName.ASCENT, (int) (across.getAscender() * scale));
            descriptor.setInt(COSName.DESCENT, (int) (across.getDescender() * scale));
            descriptor.setInt(COSName.CAP_HEIGHT, 698);
            descriptor.setInt(COSName.STEM_V, face.name().contains("SemiBold") ? 120 : 80);
            var program = stream(document, file.toByteArray());
            program.setInt(COSName.LENGTH1, file.size());
            descriptor.setItem(COSName.FONT_FILE2, program);

            var descendant = new COSDictionary();
            descendant.setItem(COSName.TYPE, COSName.FONT);
            descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
            descendant.setName(COSName.BASE_FONT, name);
            var system = new COSDictionary();
            system.setString(COSName.REGISTRY, "Adobe");
            system.setString(COSName.ORDERING, "Identity");
            system.setInt(COSName.SUPPLEMENT, 0);
            descendant.setItem(COSName.CIDSYSTEMINFO, system);
            descendant.setItem(COSName.FONT_DESC, descriptor);
            descendant.setInt(COSName.DW, 0);
            var widths = new COSArray();
            widths.add(COSInteger.ZERO);
            widths.add(integers(uses.stream().mapToInt(Use::advance).toArray()));
            descendant.setItem(COSName.W, widths);
            var places = new byte[2 * uses.size()];
            for (int code = 0; code < uses.size(); code++) {
                int place = placeInFile.getOrDefault(uses.get(code).glyph(), 0);
                places[2 * code] = (byte) (place >> 8);
                places[2 * code + 1] = (byte) place;
            }
            descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, places));

            dictionary.setItem(COSName.TYPE, COSName.FONT);
            dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
            dictionary.setName(COSName.BASE_FONT, name);
            dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
            var descendants = new COSArray();
            descendants.add(descendant);
            dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
            dictionary.setItem(COSName.TO_UNICODE, stream(document, meanings().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private String meanings() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var told = new ArrayList<Integer>();
        for (int code = 1; code < uses.size(); code++) {
            if (!uses.get(code).text().isEmpty()) {
                told.add(code);
            }
        }
        for (int from = 0; from < told.size(); from += 100) {
            var part = told.subList(from, Math.min(told.size(), from + 100));
            map.append(part.size()).append(" beginbfchar\n");
            for (int code : part) {
                map.append("<%04X> <".formatted(code));
                for (char c : uses.get(code).text().toCharArray()) {
                    map.append("%04X".formatted((int) c));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    /** Six letters that tell subsets apart, the same for the same glyphs. */
    private static String prefix(TreeSet<Integer> ids) {
        var sum = new CRC32();
        ids.forEach(id -> {
            sum.update(id >> 8);
            sum.update(id);
        });
        long rest = sum.getValue();
        var letters = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + rest % 26));
            rest /= 26;
        }
        return letters.toString();
    }

    private static COSArray integers(int... values) {
        var array = new COSArray();
        for (int value : values) {
            array.add(COSInteger.get(value));
        }
        return array;
    }

    static COSStream stream(PDDocument document, byte[] data) throws IOException {
        var stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(data);
        }
        return stream;
    }

    /** A text as PDF writes it in hexadecimal, UTF-16 with its mark. */
    static String hex(String text) {
        return "<" + new COSString(text.isEmpty() ? "" : "\uFEFF" + text).toHexString() + ">";
    }
}
