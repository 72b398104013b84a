package org.marsad.launch;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.ExportAbout;
import org.marsad.mapview.LocalExport;
import org.marsad.store.database.DatabaseServer;

/**
 * {@code export}: the events that a filter selects, to a file or to standard output. The filter is given as in a URL, in
 * one argument or several: {@code border=ML-SN km=50}.
 */
final class Export {
    private final Home home;

    Export(Home home) {
        this.home = home;
    }

    int run(List<String> arguments) {
        String format = null;
        @Nullable Path file = null;
        Set<String> licensed = new HashSet<>();
        Map<String, List<String>> filter = new LinkedHashMap<>();
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var argument = rest.removeFirst();
            switch (argument) {
                case "--as" -> format = value(argument, rest);
                case "--out" -> file = Path.of(value(argument, rest));
                case "--licensed" -> licensed.add(value(argument, rest));
                default -> addFilter(filter, argument);
            }
        }
        if (format == null) {
            throw usage();
        }
        var database = ServerDatabase.choose(home, System.getenv(), System.err::println);
        if (database.findRunning().isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::stop));
        }
        if (format.equals(ExportAbout.GEOPACKAGE)) {
            return writeGeoPackage(database, filter, licensed, file);
        }
        try (var out = open(file)) {
            long written = LocalExport.write(database.start(System.err::println), filter, format, licensed, out);
            System.err.println(written + " events written" + (file == null ? "" : " to " + file));
            return 0;
        } catch (BadParameterException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailed(
                    "cannot write " + (file == null ? "to standard output" : file) + ": " + e.getMessage());
        }
    }

    private static int writeGeoPackage(
            DatabaseServer database, Map<String, List<String>> filter, Set<String> licensed, @Nullable Path file) {
        if (file == null) {
            throw new CommandFailed("a GeoPackage cannot go to standard output; name its file: --out FILE.gpkg");
        }
        try {
            Files.deleteIfExists(file);
            long written = LocalExport.writeGeoPackage(database.start(System.err::println), filter, licensed, file);
            System.err.println(written + " events written to " + file);
            return 0;
        } catch (BadParameterException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailed("cannot write " + file + ": " + e.getMessage());
        }
    }

    private static Writer open(@Nullable Path file) throws IOException {
        return file == null
                ? new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))
                : Files.newBufferedWriter(file);
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new CommandFailed(option + " wants a value");
        }
        return rest.removeFirst();
    }

    private static void addFilter(Map<String, List<String>> filter, String argument) {
        var query = argument.startsWith("?") ? argument.substring(1) : argument;
        for (var part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw usage();
            }
            filter.computeIfAbsent(decoded(part.substring(0, equals)), _ -> new ArrayList<>())
                    .add(decoded(part.substring(equals + 1)));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a % that was meant as one
        }
    }

    private static CommandFailed usage() {
        return new CommandFailed("export wants a format, and may have a filter as in the dashboard's address:"
                + " ./marsad export --as " + LocalExport.formats().replace(", ", "|")
                + " [--out FILE] [--licensed DATASET] [border=ML-SN km=50 from=2024-01-01 …]");
    }
}
