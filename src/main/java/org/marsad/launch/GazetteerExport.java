package org.marsad.launch;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.LocalPlaceExport;
import org.marsad.curation.PlaceExport.Format;

/** {@code gazetteer export --as csv|lpf [--out FILE]}: the whole gazetteer, as it is edited now. */
final class GazetteerExport {
    private final Home home;

    GazetteerExport(Home home) {
        this.home = home;
    }

    int run(List<String> arguments) {
        @Nullable Format format = null;
        @Nullable Path file = null;
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw usage();
            }
            var value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--as" ->
                    format = Arrays.stream(Format.values())
                            .filter(one -> one.word().equals(value))
                            .findFirst()
                            .orElseThrow(GazetteerExport::usage);
                case "--out" -> file = Path.of(value);
                default -> throw usage();
            }
        }
        if (format == null) {
            throw usage();
        }
        var database = ServerDatabase.choose(home, System.getenv(), System.err::println);
        if (database.findRunning().isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::stop));
        }
        try (var out = open(file)) {
            long written = LocalPlaceExport.write(database.start(System.err::println), format, out);
            if (written == 0) {
                System.err.println(
                        "no places in the database yet: a server puts them there when it first runs (./marsad up)");
                return 1;
            }
            System.err.println(written + " places written" + (file == null ? "" : " to " + file));
            return 0;
        } catch (IOException e) {
            throw new CommandFailed(
                    "cannot write " + (file == null ? "to standard output" : file) + ": " + e.getMessage());
        }
    }

    private static Writer open(@Nullable Path file) throws IOException {
        return file == null
                ? new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))
                : Files.newBufferedWriter(file);
    }

    private static CommandFailed usage() {
        return new CommandFailed("./marsad gazetteer export --as csv|lpf [--out FILE]");
    }
}
