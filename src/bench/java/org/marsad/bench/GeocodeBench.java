package org.marsad.bench;

import java.io.File;
import java.lang.management.ManagementFactory;
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
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How many articles a second the geoparser reads, how long one takes, what the index costs to load and to keep, and how
 * that grows with names and with text: {@code ./marsad bench geocode [FILE…]}, where the files are GeoNames dumps or
 * our CSV to measure with and without.
 */
public final class GeocodeBench {
    private static final int[] SIZES = {900, Samples.ARTICLE_BYTES, 14_400, 57_600};

    private final Map<String, Double> figures = new LinkedHashMap<>();

    public static void main(String[] args) throws RunnerException {
        if (args.length == 2 && args[0].equals("--load")) {
            load(args[1]);
            return;
        }
        new GeocodeBench().run(Arrays.stream(args).map(Path::of).toList());
    }

    private void run(List<Path> files) throws RunnerException {
        var sets = new ArrayList<List<Path>>();
        sets.add(List.of());
        for (int n = 1; n < files.size(); n *= 2) {
            sets.add(files.subList(0, n));
        }
        if (!files.isEmpty()) {
            sets.add(files);
        }
        System.out.println("articles of " + Samples.ARTICLE_BYTES + " bytes; "
                + ManagementFactory.getRuntimeMXBean().getVmVersion() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors");
        for (var set : sets) {
            String name = set.isEmpty() ? "built-in" : "with " + set.size() + " files";
            measureLoad(name, set);
            double one = throughput(set, 1, Samples.ARTICLE_BYTES);
            double two = throughput(set, 2, Samples.ARTICLE_BYTES);
            double p95 = p95Millis(set);
            put(name + ", articles/s, 1 thread", one);
            put(name + ", articles/s, 2 threads", two);
            put(name + ", 2 threads / 1 thread", two / one);
            put(name + ", p95 of one article, ms", p95);
        }
        double perByteBefore = 0;
        for (int size : SIZES) {
            double perByte = 1e6 / throughput(files, 1, size) / size;
            put("text of " + size + " bytes, µs a byte", perByte);
            if (perByteBefore > 0) {
                put("text of " + size + " bytes, cost a byte / of the size before", perByte / perByteBefore);
            }
            perByteBefore = perByte;
        }
        var json = new StringJoiner(", ", "{", "}");
        figures.forEach((key, value) -> json.add(String.format(Locale.ROOT, "\"%s\": %.4g", key, value)));
        System.out.println("RESULT " + json);
    }

    private void put(String key, double value) {
        figures.put(key, value);
        System.out.printf(Locale.ROOT, "%-60s %,12.3f%n", key, value);
    }

    private static double throughput(List<Path> files, int threads, int bytes) throws RunnerException {
        return run(files, threads, bytes, Mode.Throughput).getPrimaryResult().getScore();
    }

    private static double p95Millis(List<Path> files) throws RunnerException {
        return run(files, 1, Samples.ARTICLE_BYTES, Mode.SampleTime)
                        .getPrimaryResult()
                        .getStatistics()
                        .getPercentile(95)
                * 1000;
    }

    private static RunResult run(List<Path> files, int threads, int bytes, Mode mode) throws RunnerException {
        var options = new OptionsBuilder()
                .include(GeocodeThroughput.class.getName())
                .param("files", joined(files))
                .param("bytes", Integer.toString(bytes))
                .mode(mode)
                .threads(threads)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
                .build();
        return new Runner(options).run().iterator().next();
    }

    /** In a process of its own, so that neither a warm JIT nor another index is counted. */
    private void measureLoad(String name, List<Path> files) {
        try {
            var process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            GeocodeBench.class.getName(),
                            "--load",
                            joined(files))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer =
                    new String(process.getInputStream().readAllBytes()).trim().split(" ");
            put(name + ", index load, s", Double.parseDouble(answer[0]));
            put(name + ", heap after load, MB", Double.parseDouble(answer[1]));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void load(String files) {
        long start = System.nanoTime();
        var gazetteer = Gazetteer.builtInAnd(
                files.isEmpty()
                        ? List.of()
                        : Arrays.stream(files.split(File.pathSeparator))
                                .map(Path::of)
                                .toList());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.gc();
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        System.out.printf(Locale.ROOT, "%.3f %.1f%n", seconds, heap);
        // Used after the measurement, so that it cannot be collected before.
        if (gazetteer.findCountry("ML").isEmpty()) {
            System.err.println("the gazetteer has no Mali");
        }
    }

    private static String joined(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
