package launcher;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** Maven's builds, with their progress shown in one line and their output kept in a log. */
final class Build {
    private final Path home;
    private final Tools tools;

    Build(Path home, Tools tools) {
        this.home = home;
        this.tools = tools;
    }

    /** All tests, Maven's output as it is; returns its exit status. */
    int test(List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(tools.maven());
        command.addAll(List.of("-B", "-ntp"));
        command.addAll(tools.mavenOptionsForFrontend());
        command.add("verify");
        command.addAll(options);
        return Children.run(maven(command).inheritIO());
    }

    /**
     * A benchmark of {@code src/bench}: {@code geocode} is {@code org.marsad.bench.GeocodeBench}.
     *
     * @param arguments the benchmark's name and its own arguments
     */
    int bench(List<String> arguments) throws IOException, InterruptedException {
        Path sources = home.resolve("src/bench/java/org/marsad/bench");
        if (arguments.isEmpty()) {
            try (var files = Files.list(sources)) {
                throw new CannotBuild("which benchmark? There are: "
                        + files.map(file -> file.getFileName().toString())
                                .filter(name -> name.endsWith("Bench.java"))
                                .map(name -> name.substring(0, name.length() - "Bench.java".length())
                                        .toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(", ")));
            }
        }
        // A browser needs the web front end, which stays in the classes.
        if (arguments.getFirst().equals("mapbrowser")) {
            app(true);
        }
        Path classPath = home.resolve("target/bench.classpath");
        var command = new ArrayList<>(tools.maven());
        command.addAll(List.of(
                "-B",
                "-Pbench",
                "test-compile",
                "dependency:build-classpath",
                "-Dvaadin.skip",
                "-Dmdep.outputFile=" + classPath));
        run("Building the benchmarks", command);
        String name = arguments.getFirst();
        var java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                home.resolve("target/classes")
                        + File.pathSeparator
                        + home.resolve("target/bench-classes")
                        + File.pathSeparator
                        + Files.readString(classPath).strip(),
                "org.marsad.bench." + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Bench"));
        java.addAll(arguments.subList(1, arguments.size()));
        return Children.run(new ProcessBuilder(java).directory(home.toFile()).inheritIO());
    }

    /**
     * Puts the application into {@code target/app}: the jar and its libraries side by side, which start faster than one
     * jar inside another.
     */
    void app(boolean withFrontend) throws IOException, InterruptedException {
        var command = new ArrayList<>(tools.maven());
        command.addAll(List.of("-B", "package", "-Dmaven.test.skip=true"));
        command.addAll(withFrontend ? tools.mavenOptionsForFrontend() : List.of("-Dvaadin.skip"));
        long begun = System.nanoTime();
        // Maven leaves what a source or a migration of yesterday was built into.
        delete(home.resolve("target/classes"));
        run("Building Marsad" + (withFrontend ? "" : " (without its web front end)"), command);
        Path fresh = home.resolve("target/app.new");
        delete(fresh);
        run(
                "Unpacking",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        home.resolve("target/marsad.jar").toString(),
                        "extract",
                        "--destination",
                        fresh.toString()));
        if (withFrontend) {
            Files.createFile(fresh.resolve("with-frontend"));
        }
        // A server that runs from the old directory keeps its open files.
        Path app = home.resolve("target/app");
        delete(app);
        Files.move(fresh, app);
        prepareStart(app);
        System.err.printf("Built in %d s.%n", (System.nanoTime() - begun) / 1_000_000_000);
    }

    /**
     * Codes an article once, so that later starts find the classes linked (an AOT cache, JEP 514) and the gazetteer
     * compiled. They do without where this fails.
     */
    private void prepareStart(Path app) throws IOException, InterruptedException {
        Path article;
        try (var samples = Files.list(home.resolve("samples/articles"))) {
            article = samples.min(Comparator.naturalOrder()).orElseThrow();
        } catch (IOException | NoSuchElementException e) {
            return;
        }
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:AOTCacheOutput=" + app.resolve("marsad.aot"),
                "-Dmarsad.home=" + home,
                "-jar",
                app.resolve("marsad.jar").toString(),
                "code",
                article.toString());
        try {
            run("Preparing the start", command);
        } catch (CannotBuild e) {
            Files.deleteIfExists(app.resolve("marsad.aot"));
        }
    }

    private ProcessBuilder maven(List<String> command) {
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(tools.environment());
        return builder;
    }

    private void run(String what, List<String> command) throws IOException, InterruptedException {
        Path log = Files.createDirectories(home.resolve("target")).resolve("build.log");
        Process process = maven(command).redirectErrorStream(true).start();
        Children.endWithUs(process);
        var last = new ArrayDeque<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var logged = Files.newBufferedWriter(log);
                var progress = new Progress(what)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                logged.write(line);
                logged.newLine();
                progress.see(line);
                last.add(line);
                if (last.size() > 30) {
                    last.remove();
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new CannotBuild(what + " failed. The end of " + log + ":\n" + String.join("\n", last));
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
