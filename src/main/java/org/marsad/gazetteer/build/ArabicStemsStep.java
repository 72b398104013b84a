package org.marsad.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.marsad.text.Folding;

/**
 * The words of the Arabic spelling dictionary of Ayaspell, folded, without their affix flags: {@code stems-ar.txt.gz}. A
 * word that is in no dictionary is the likelier a name. The source begins comments with {@code #}.
 */
final class ArabicStemsStep implements BuildStep {
    private static final String DICTIONARY = "org/languagetool/resource/ar/hunspell/ar.dic";

    @Override
    public String title() {
        return "stems-ar.txt.gz (Ayaspell, by way of org.languagetool:language-ar)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        var stems = new TreeSet<String>();
        new String(sources.read("org.languagetool:language-ar", DICTIONARY), UTF_8)
                .lines()
                .map(line -> line.split("[/\t]", 2)[0].strip())
                .map(Folding::key)
                .filter(word -> !word.isEmpty() && word.chars().allMatch(ArabicStemsStep::isArabic))
                .forEach(stems::add);
        var file = derived.resolve("stems-ar.txt.gz");
        Gzip.write(file, (String.join("\n", stems) + "\n").getBytes(UTF_8));
        return List.of(file);
    }

    private static boolean isArabic(int c) {
        return c >= 0x600 && c < 0x700 && Character.isLetter(c);
    }
}
