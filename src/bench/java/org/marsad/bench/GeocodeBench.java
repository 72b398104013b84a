package org.marsad.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.geocode.Geoparser;
import org.marsad.text.Articles;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How many articles a second the geoparser reads, how long one takes, what the index costs to load and to keep, and how
 * that grows with names and with text: {@code ./marsad bench geocode [DIR|FILE]…}, where the files are GeoNames dumps or
 * our CSV to measure with and without. Takes some six minutes.
 */
public final class GeocodeBench {
    private static final int[] FACTORS = {1, 2, 4, 8};
    private static final int LOADS = 3;
    private static final double WARM_UP_SECONDS = 4;
    private static final double MEASURED_SECONDS = 3;

    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Path scratch = Path.of("target", "bench-geocode");

    public static void main(String[] args) throws RunnerException, IOException {
        if (args.length == 3 && args[0].equals("--load")) {
            load(args[1], args[2]);
            return;
        }
        if (args.length == 4 && args[0].equals("--cpu")) {
            cpu(args[1], args[2], Integer.parseInt(args[3]));
            return;
        }
        new GeocodeBench().run(files(args));
    }

    private static List<Path> files(String[] args) throws IOException {
        var files = new ArrayList<Path>();
        for (var argument : args) {
            var path = Path.of(argument);
            if (Files.isDirectory(path)) {
                try (var inside = Files.list(path)) {
                    inside.filter(file -> file.toString().matches(".*\\.(txt|txt\\.gz|csv|csv\\.gz)"))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                System.out.println(path + " is not there: measuring without it");
            }
        }
        return files;
    }

    private void run(List<Path> dumps) throws RunnerException, IOException {
        System.out.println("articles of " + Samples.ARTICLE_BYTES + " bytes; "
                + ManagementFactory.getRuntimeMXBean().getVmVersion() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
        measure("built-in", List.of());
        if (dumps.isEmpty()) {
            System.out.println("SKIPPED: with dumps; name them or their directory: ./marsad bench geocode DIR");
        } else {
            measure("with " + dumps.size() + " files", dumps);
        }
        measureText(dumps);
        measureNames();
        var json = new StringJoiner(", ", "{", "}");
        figures.forEach((key, value) -> json.add(String.format(Locale.ROOT, "\"%s\": %.4g", key, value)));
        System.out.println("RESULT " + json);
    }

    private void measure(String name, List<Path> files) throws RunnerException {
        measureLoad(name, files);
        put(name + ", articles/s of processor time", 1e6 / cpuMicros(files, Samples.ARTICLE_BYTES));
        double one = throughput(files, 1, Samples.ARTICLE_BYTES);
        double two = throughput(files, 2, Samples.ARTICLE_BYTES);
        put(name + ", articles/s, 1 thread", one);
        put(name + ", articles/s, 2 threads", two);
        put(name + ", 2 threads / 1 thread", two / one);
        put(name + ", p95 of one article, ms", p95Millis(files));
    }

    /** Cost of an article grows as its length to the power of the exponent: 1 is linear. */
    private void measureText(List<Path> files) {
        var sizes = new double[FACTORS.length];
        var costs = new double[FACTORS.length];
        for (int i = 0; i < FACTORS.length; i++) {
            int bytes = Samples.ARTICLE_BYTES * FACTORS[i];
            sizes[i] = bytes;
            costs[i] = cpuMicros(files, bytes);
            put("text of " + bytes + " bytes, CPU µs an article", costs[i]);
        }
        put("exponent of cost in text", exponent(sizes, costs));
    }

    /** With made-up places besides; an exponent near 0 is what a logarithm has, 1 would be linear. */
    private void measureNames() throws IOException {
        var sizes = new double[FACTORS.length];
        var costs = new double[FACTORS.length];
        int builtIn = Gazetteer.builtIn().places().size();
        for (int i = 0; i < FACTORS.length; i++) {
            int places = builtIn * FACTORS[i];
            List<Path> more = places == builtIn
                    ? List.of()
                    : List.of(MadeUpPlaces.write(scratch, Gazetteer.builtIn(), places - builtIn));
            sizes[i] = places;
            costs[i] = cpuMicros(more, Samples.ARTICLE_BYTES);
            put("index of " + places + " places, CPU µs an article", costs[i]);
        }
        put("exponent of cost in places", exponent(sizes, costs));
    }

    /** The slope of the least-squares line through the logarithms. */
    private static double exponent(double[] sizes, double[] costs) {
        double x = Arrays.stream(sizes).map(Math::log).average().orElseThrow();
        double y = Arrays.stream(costs).map(Math::log).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < sizes.length; i++) {
            xy += (Math.log(sizes[i]) - x) * (Math.log(costs[i]) - y);
            xx += Math.pow(Math.log(sizes[i]) - x, 2);
        }
        return xy / xx;
    }

    private void put(String key, double value) {
        figures.put(key, value);
        System.out.printf(Locale.ROOT, "%-60s %,12.3f%n", key, value);
    }

    private double throughput(List<Path> files, int threads, int bytes) throws RunnerException {
        return run(files, threads, bytes, Mode.Throughput).getPrimaryResult().getScore();
    }

    private double p95Millis(List<Path> files) throws RunnerException {
        return run(files, 1, Samples.ARTICLE_BYTES, Mode.SampleTime)
                        .getPrimaryResult()
                        .getStatistics()
                        .getPercentile(95)
                * 1000;
    }

    /** Processor time of one article, which other work on the machine does not lengthen by much. */
    private double cpuMicros(List<Path> files, int bytes) {
        return forked("--cpu", scratch.toString(), joined(files), Integer.toString(bytes))[0];
    }

    private static void cpu(String data, String files, int bytes) {
        var throughput = new GeocodeThroughput();
        throughput.data = data;
        throughput.files = files;
        throughput.bytes = bytes;
        throughput.load();
        cpuOf(throughput, WARM_UP_SECONDS);
        System.out.printf(Locale.ROOT, "%.2f%n", cpuOf(throughput, MEASURED_SECONDS));
    }

    /** Microseconds of this thread's processor time an article. */
    private static double cpuOf(GeocodeThroughput throughput, double seconds) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        long used;
        int articles = 0;
        do {
            for (int i = 0; i < 60; i++) {
                throughput.article();
            }
            articles += 60;
            used = threads.getCurrentThreadCpuTime() - begun;
        } while (used < seconds * 1e9);
        return used / 1e3 / articles;
    }

    private static double[] forked(String... arguments) {
        try {
            var command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    GeocodeBench.class.getName()));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var answer = new String(process.getInputStream().readAllBytes()).trim();
            return Arrays.stream(answer.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunResult run(List<Path> files, int threads, int bytes, Mode mode) throws RunnerException {
        var options = new OptionsBuilder()
                .include(GeocodeThroughput.class.getName())
                .param("files", joined(files))
                .param("bytes", Integer.toString(bytes))
                .param("data", scratch.toString())
                .mode(mode)
                .threads(threads)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).run().iterator().next();
    }

    /** In processes of their own, so that neither a warm JIT nor another index is counted; the median of some. */
    private void measureLoad(String name, List<Path> files) {
        var runs = new ArrayList<double[]>();
        for (int i = 0; i < LOADS + 1; i++) {
            runs.add(forked("--load", scratch.toString(), joined(files)));
        }
        // The first wrote the image.
        runs.removeFirst();
        put(name + ", places", median(runs, 0));
        put(name + ", index load, s", median(runs, 1));
        put(name + ", process start to first article, s", median(runs, 2));
        put(name + ", index compiled from its sources, s", median(runs, 3));
        put(name + ", index heap, MB", median(runs, 4));
    }

    private static double median(List<double[]> runs, int figure) {
        return runs.stream()
                .mapToDouble(run -> run[figure])
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Prints places, seconds to load, from the process's start to the first article, to compile; and megabytes. */
    private static void load(String data, String files) {
        var paths = paths(files);
        long start = System.nanoTime();
        var gazetteer = new Gazetteers(Path.of(data)).compiled(paths);
        double loaded = (System.nanoTime() - start) / 1e9;
        var document = Samples.ofBytes(Samples.ARTICLE_BYTES).getFirst();
        var geoparser = new Geoparser(gazetteer);
        Articles.split(document).forEach(article -> geoparser.parse(document.text(), article));
        double first = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1e3;
        double heap = heapMegabytes();
        start = System.nanoTime();
        var again = Gazetteer.builtInAnd(paths);
        double compiled = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d %.3f %.3f %.3f %.1f%n", again.places().size(), loaded, first, compiled, heap);
        // Used after the measurement, so that they cannot be collected before.
        if (gazetteer.findCountry("ML").isEmpty() || geoparser.hashCode() == 0) {
            System.err.println("the gazetteer has no Mali");
        }
    }

    /** Of the index and the geoparser's word lists, and little else. */
    private static double heapMegabytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    static List<Path> paths(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(File.pathSeparator)).map(Path::of).toList();
    }

    private static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
