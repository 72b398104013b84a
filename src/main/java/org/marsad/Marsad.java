package org.marsad;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.marsad.evaluate.EvaluateCommand;
import org.marsad.evaluate.FitCommand;
import org.marsad.exchange.CodeCommand;
import org.marsad.exchange.places.PlaceFiles;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.build.GazetteerBuild;
import org.marsad.gazetteer.build.GazetteerCommand;
import org.marsad.launch.Launcher;
import org.marsad.launch.ServerDatabase;
import org.marsad.launch.SnapshotCommand;
import org.marsad.snapshot.LocalSnapshots;
import org.marsad.snapshot.render.DrawnSheets;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.SheetTexts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The one entry point: the first argument is the command; without any it is {@code serve}. */
@SpringBootApplication
public class Marsad {
    public static void main(String[] args) throws IOException {
        boolean named = args.length > 0 && !args[0].startsWith("-");
        String[] rest = named ? Arrays.copyOfRange(args, 1, args.length) : args;
        var command = named ? args[0] : "serve";
        if (!command.equals("serve")) {
            // What a command prints is for people and for pipes: of the libraries only what went wrong.
            LoggingSystem.get(Marsad.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        }
        switch (command) {
            case "serve" -> {
                ServerDatabase.startUnlessGiven();
                SpringApplication.run(Marsad.class, rest);
            }
            case "code" -> CodeCommand.main(rest);
            case "evaluate" -> System.exit(EvaluateCommand.run(Path.of(inCheckout("samples")), List.of(rest)));
            case "gazetteer" -> gazetteer(rest);
            case "snapshot" -> System.exit(new SnapshotCommand(Marsad::snapshots).run(List.of(rest)));
            case String other -> System.exit(Launcher.run(other, rest));
        }
    }

    private static void gazetteer(String[] options) throws IOException {
        if (Arrays.equals(options, new String[] {"build"})) {
            GazetteerBuild.main(new String[] {inCheckout("gazetteer"), inCheckout("target/gazetteer-sources")});
            return;
        }
        if (options.length > 0 && options[0].equals("fit")) {
            var weights = Path.of(inCheckout("gazetteer/lexicon/weights.tsv"));
            System.exit(FitCommand.run(
                    Path.of(inCheckout("samples")), weights, List.of(options).subList(1, options.length)));
        }
        if (options.length > 0 && options[0].equals("export")) {
            System.exit(Launcher.run("gazetteer export", Arrays.copyOfRange(options, 1, options.length)));
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new GazetteerCommand(Gazetteers.here(), PlaceFiles::rows, out, err).run(List.of(options)));
    }

    /** As the server has them, without it. */
    private static LocalSnapshots snapshots(SnapshotCommand.Installation installation) {
        var drawing = new DrawnSheets();
        return new LocalSnapshots(
                installation.database(),
                installation.data(),
                installation.address(),
                version(),
                new SheetTexts(new Messages()),
                drawing,
                drawing);
    }

    private static String version() {
        try (var in = Marsad.class.getResourceAsStream("/META-INF/build-info.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return "Marsad " + properties.getProperty("build.version", "(built by hand)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inCheckout(String path) {
        return Path.of(System.getProperty("marsad.home", ""), path).toString();
    }
}
