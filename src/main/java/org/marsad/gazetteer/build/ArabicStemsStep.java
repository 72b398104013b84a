package org.marsad.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.marsad.text.Folding;

/**
 * The words of the Arabic spelling dictionary of Ayaspell, folded, without their affix flags: {@code stems-ar.txt.gz}. A
 * word that is in no dictionary is the likelier a name; so the places that the dictionary lists itself are left out. The
 * source begins comments and headings with {@code #}, and says what a proper name is of by a number after a tab.
 */
final class ArabicStemsStep implements BuildStep {
    private static final String DICTIONARY = "org/languagetool/resource/ar/hunspell/ar.dic";

    /** The sections of continents, countries and capitals, and the heading after them. */
    private static final String PLACES = "#القارات", AFTER_PLACES = "##اسماء،أشخاص";

    /** Seas, towns, valleys, countries, rivers, capitals, continents. */
    private static final Set<String> KINDS_OF_PLACE =
            Set.of("10", "11", "12", "13", "14", "15", "16", "17", "19", "20", "22");

    @Override
    public String title() {
        return "stems-ar.txt.gz (Ayaspell, by way of org.languagetool:language-ar)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        var stems = new TreeSet<String>();
        boolean places = false;
        for (var line : new String(sources.read("org.languagetool:language-ar", DICTIONARY), UTF_8)
                .lines()
                .toList()) {
            places = line.startsWith(PLACES) || places && !line.startsWith(AFTER_PLACES);
            var kind = line.substring(line.indexOf('\t') + 1).strip();
            var word = Folding.key(line.split("[/\t]", 2)[0].strip());
            if (!places
                    && !KINDS_OF_PLACE.contains(kind)
                    && !word.isEmpty()
                    && word.chars().allMatch(ArabicStemsStep::isArabic)) {
                stems.add(word);
            }
        }
        var file = derived.resolve("stems-ar.txt.gz");
        Gzip.write(file, (String.join("\n", stems) + "\n").getBytes(UTF_8));
        return List.of(file);
    }

    private static boolean isArabic(int c) {
        return c >= 0x600 && c < 0x700 && Character.isLetter(c);
    }
}
