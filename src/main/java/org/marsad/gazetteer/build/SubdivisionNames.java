package org.marsad.gazetteer.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.marsad.gazetteer.DivisionNames;
import org.marsad.text.Folding;

/**
 * The names that Unicode CLDR gives the first-order divisions of ISO 3166-2, in Arabic and French, found by country and
 * English or French name: their codes are not those of GeoNames.
 */
final class SubdivisionNames {
    /** Words for kinds of division that stand before the name in Arabic. */
    private static final Set<String> GENERIC = Set.of(
            "منطقة", "ولاية", "محافظة", "مقاطعة", "إقليم", "اقليم", "جهة", "شعبية", "إدارة", "ضاحية", "دائرة", "بلدية",
            "كانتون", "أبرشية", "جمهورية", "مديرية", "قضاء", "عمالة");

    /** By country and folded bare name: the ISO 3166-2 codes, of which only a single one is taken. */
    private final Map<String, Set<String>> codes = new HashMap<>();

    private final Map<String, String> arabic;
    private final Map<String, String> french;

    SubdivisionNames(PackageSources sources) throws IOException {
        var files = sources.readAll("cldr", path -> path.matches(".*/common/subdivisions/(ar|en|fr)\\.xml"));
        arabic = names(get(files, "ar"));
        french = names(get(files, "fr"));
        names(get(files, "en")).forEach(this::index);
        french.forEach(this::index);
    }

    private static byte[] get(Map<String, byte[]> files, String language) throws IOException {
        for (var file : files.entrySet()) {
            if (file.getKey().endsWith("/" + language + ".xml")) {
                return file.getValue();
            }
        }
        throw new IOException("the package cldr holds no subdivisions/" + language + ".xml");
    }

    private void index(String code, String name) {
        codes.computeIfAbsent(key(code.substring(0, 2), name), k -> new TreeSet<>())
                .add(code);
    }

    private static String key(String country, String name) {
        var bare = DivisionNames.bare(name);
        return country.toUpperCase(Locale.ROOT) + " " + (bare == null ? Folding.key(name) : bare);
    }

    /** The Arabic and French names of a division that GeoNames calls so; none where its name is not that of just one. */
    List<String> list(String country, String name) {
        var found = codes.getOrDefault(key(country, name), Set.of());
        var list = new ArrayList<String>();
        if (found.size() == 1) {
            var code = found.iterator().next();
            var bare = bare(arabic.getOrDefault(code, ""));
            if (!bare.isEmpty()) {
                list.add(bare);
            }
            var other = french.getOrDefault(code, "");
            if (isUsable(other) && !Folding.key(other).equals(Folding.key(name))) {
                list.add(other);
            }
        }
        return list;
    }

    private static String bare(String name) {
        if (!isUsable(name)) {
            return "";
        }
        int space = name.indexOf(' ');
        return space > 0 && GENERIC.contains(name.substring(0, space))
                ? name.substring(space + 1).strip()
                : name;
    }

    /** CLDR tells equal names apart by a raised figure: then one of the two is wrong. */
    private static boolean isUsable(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> Character.isLetter(c) || " -'’.".indexOf(c) >= 0);
    }

    private static Map<String, String> names(byte[] xml) throws IOException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var names = new HashMap<String, String>();
        try {
            var in = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (in.hasNext()) {
                if (in.next() == XMLStreamConstants.START_ELEMENT
                        && in.getLocalName().equals("subdivision")) {
                    names.put(
                            in.getAttributeValue(null, "type"),
                            in.getElementText().strip());
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException("subdivisions of cldr: " + e.getMessage(), e);
        }
        return names;
    }
}
