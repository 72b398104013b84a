package org.marsad.exchange;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.Coder;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.geo.Borders;
import org.marsad.text.SourceDocument;

/**
 * {@code code}: codes documents without a database and prints one JSON line an article, in the order of the input.
 * Exit status: 0 all coded; 2 the command line is wrong; 3 some document could not be read (each is named on the
 * error stream, the others are coded all the same).
 */
public final class CodeCommand {
    public static final int DONE = 0;
    public static final int USAGE = 2;
    public static final int UNREADABLE = 3;

    private final Coder coder;
    private final PrintStream out;
    private final PrintStream err;
    private final ArrayDeque<Future<String>> pending = new ArrayDeque<>();
    private int failures;

    private CodeCommand(Coder coder, PrintStream out, PrintStream err) {
        this.coder = coder;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(List.of(args), System.in, out, err, Gazetteers.here()::load);
        out.flush();
        System.exit(status);
    }

    /** The command with its streams given, and the gazetteer shipped with Marsad; returns the exit status. */
    public static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
        return run(args, in, out, err, Gazetteer::builtInAnd);
    }

    private static int run(
            List<String> args,
            InputStream in,
            PrintStream out,
            PrintStream err,
            Function<List<Path>, Gazetteer> gazetteers) {
        if (args.equals(List.of("--help"))) {
            out.println(CodeArguments.USAGE);
            return DONE;
        }
        CodeArguments arguments;
        Coder coder;
        try {
            arguments = CodeArguments.parse(args);
            // Two of the slow parts of a start side by side.
            var borders = CompletableFuture.supplyAsync(Borders::builtIn);
            coder = coder(gazetteers.apply(arguments.gazetteers()), borders, arguments, err);
        } catch (CodeArguments.UsageException | UncheckedIOException | IllegalArgumentException e) {
            err.println("code: " + e.getMessage());
            err.println(CodeArguments.USAGE);
            return USAGE;
        }
        return new CodeCommand(coder, out, err).code(arguments, in);
    }

    /** Says which rows of the files of {@code --gazetteer} cannot be used. */
    private static Coder coder(
            Gazetteer gazetteer, CompletableFuture<Borders> borders, CodeArguments arguments, PrintStream err) {
        var reports = gazetteer.reports();
        int given = arguments.gazetteers().size();
        for (var report : reports.subList(reports.size() - given, reports.size())) {
            report.complaints().forEach(complaint -> err.println("code: " + complaint));
            if (report.bad() > report.complaints().size()) {
                err.println("code: " + report.file() + ": "
                        + (report.bad() - report.complaints().size()) + " rows more cannot be used");
            }
        }
        return new Coder(gazetteer, ActorRegistry.builtIn(), borders.join());
    }

    private int code(CodeArguments arguments, InputStream in) {
        var reader = new DocumentReader(arguments.published());
        int window = arguments.threads() * 4;
        try (var pool = Executors.newFixedThreadPool(arguments.threads())) {
            for (var input : arguments.inputs()) {
                reader.read(input, in, read -> accept(read, pool, window));
            }
            while (!pending.isEmpty()) {
                print(pending.remove());
            }
        }
        out.flush();
        return failures == 0 ? DONE : UNREADABLE;
    }

    private void accept(DocumentReader.Read read, ExecutorService pool, int window) {
        switch (read) {
            case DocumentReader.Read.Failure(var reason) -> fail(reason);
            case DocumentReader.Read.Document(var document) -> {
                pending.add(pool.submit(() -> lines(document)));
                if (pending.size() >= window) {
                    print(pending.remove());
                }
            }
        }
    }

    private String lines(SourceDocument document) throws IOException {
        var lines = new StringBuilder();
        try {
            for (var article : coder.code(document)) {
                lines.append(ContractJson.line(article)).append('\n');
            }
        } catch (RuntimeException | StackOverflowError e) {
            // One document that trips the coder must not take the others with it.
            throw new IOException(document.id() + ": could not be coded: " + e, e);
        }
        return lines.toString();
    }

    private void print(Future<String> lines) {
        try {
            out.print(lines.get());
        } catch (ExecutionException e) {
            fail(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("interrupted");
        }
    }

    private void fail(String reason) {
        failures++;
        err.println("code: " + reason);
    }
}
