package org.marsad.gazetteer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gazetteers of an installation: what is shipped with Marsad, and what was imported into its data directory. A
 * compiled image of each combination is kept there too, in {@code cache/}, and made again where its sources changed.
 */
public final class Gazetteers {
    /** Images of other combinations that are kept: each is some 60 MB. */
    private static final int KEPT = 3;

    private final Path data;
    private final @Nullable List<Path> base;

    /**
     * @param data the directory where Marsad keeps what it stores on this machine; need not exist
     */
    public Gazetteers(Path data) {
        this(data, null);
    }

    /**
     * @param base files to be there in the place of what is shipped with Marsad, or null
     */
    Gazetteers(Path data, @Nullable List<Path> base) {
        this.data = data;
        this.base = base == null ? null : List.copyOf(base);
    }

    /** In {@code MARSAD_DATA}, or {@code data/} in the directory of the property {@code marsad.home}, or here. */
    public static Gazetteers here() {
        var data = System.getProperty("marsad.data", System.getenv().getOrDefault("MARSAD_DATA", ""));
        return new Gazetteers(data.isBlank() ? Path.of(System.getProperty("marsad.home", ""), "data") : Path.of(data));
    }

    /** What was imported. */
    public Imports imports() {
        return new Imports(data.resolve("gazetteer"));
    }

    /**
     * The gazetteer shipped with Marsad, all that was imported, and more files for this run.
     *
     * @throws UncheckedIOException where a file cannot be read at all
     */
    public Gazetteer load(List<Path> more) {
        var files = new ArrayList<>(imports().files());
        files.addAll(more);
        return compiled(files);
    }

    /** The gazetteer shipped with Marsad and these files, whatever was imported. */
    public Gazetteer compiled(List<Path> files) {
        if (base != null) {
            var all = new ArrayList<>(base);
            all.addAll(files);
            return Gazetteer.of(all);
        }
        String key;
        try {
            var stamp = CodeStamp.find(List.of("gazetteer", "text"));
            if (stamp.isEmpty()) {
                return Gazetteer.builtInAnd(files);
            }
            key = Gazetteer.checksum(files) + " by Marsad of " + stamp.get() + ", Java " + Runtime.version();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var image = data.resolve("cache").resolve("gazetteer-" + key.substring(0, 16) + ".image");
        return GazetteerImage.find(image, key).orElseGet(() -> {
            var gazetteer = Gazetteer.builtInAnd(files);
            try {
                GazetteerImage.write(image, key, gazetteer);
                prune(image);
            } catch (IOException e) {
                // A read-only or full disk: the next start compiles again.
                return gazetteer;
            }
            return gazetteer;
        });
    }

    private static void prune(Path image) throws IOException {
        try (var files = Files.list(image.toAbsolutePath().getParent())) {
            var others = files.filter(file -> file.getFileName().toString().matches("gazetteer-[0-9a-f]{16}\\.image"))
                    .filter(file -> !file.getFileName().equals(image.getFileName()))
                    .sorted(Comparator.comparing(Gazetteers::modified).reversed())
                    .skip(KEPT)
                    .toList();
            for (var file : others) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
