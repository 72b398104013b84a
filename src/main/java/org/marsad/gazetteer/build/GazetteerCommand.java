package org.marsad.gazetteer.build;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.GazetteerImporter;
import org.marsad.gazetteer.Gazetteers;
import org.marsad.gazetteer.ImportedFile;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.Reconciler;

/**
 * {@code ./marsad gazetteer import|list|remove}: what an installation knows besides the gazetteer shipped with Marsad.
 * Exit status: 0 done; 1 a file could not be imported; 2 usage; 3 done, but rows were rejected, each named on the error
 * stream.
 */
public final class GazetteerCommand {
    private static final String USAGE = """
            usage: ./marsad gazetteer import [--match] [--dry-run] [--name NAME] FILE…  take in GeoNames dumps (plain, .gz, .zip), CSV or Linked Places files;
                                                          --match: look for places known under other ids;
                                                          --dry-run: only say what would come of it
                   ./marsad gazetteer doubtful NAME               rows that may be such places, and wait
                   ./marsad gazetteer decide NAME ID new|PLACE    a place of its own, or one that is known
                   ./marsad gazetteer export --as csv|lpf [--out FILE]  all places as they are edited now
                   ./marsad gazetteer list                        what was imported
                   ./marsad gazetteer remove NAME…                undo an import
                   ./marsad gazetteer build                       make gazetteer/derived from its sources again
                   ./marsad gazetteer fit [--gold DIR]…           fit the geoparser's weights to annotated articles""";

    /** More are counted, not named. */
    private static final int NAMED = 100;

    private final Gazetteers gazetteers;
    private final OtherFormats others;
    private final PrintStream out;
    private final PrintStream err;

    /** Brings other formats into the shape of our CSV. */
    public interface OtherFormats {
        /** The file as rows of CSV, in a new file in a directory; empty where it is none of them. */
        Optional<Path> rows(Path file, Path directory, GazetteerImporter.Listener listener) throws IOException;
    }

    public GazetteerCommand(Gazetteers gazetteers, PrintStream out, PrintStream err) {
        this(gazetteers, (_, _, _) -> Optional.empty(), out, err);
    }

    public GazetteerCommand(Gazetteers gazetteers, OtherFormats others, PrintStream out, PrintStream err) {
        this.gazetteers = gazetteers;
        this.others = others;
        this.out = out;
        this.err = err;
    }

    /** Returns the exit status. */
    public int run(List<String> arguments) {
        var rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        try {
            switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
                case "import" -> {
                    if (!rest.isEmpty()) {
                        return importAll(rest);
                    }
                }
                case "list" -> {
                    if (rest.isEmpty()) {
                        list();
                        return 0;
                    }
                }
                case "remove" -> {
                    if (!rest.isEmpty()) {
                        return remove(rest);
                    }
                }
                case "doubtful" -> {
                    if (rest.size() == 1) {
                        return doubtful(rest.getFirst());
                    }
                }
                case "decide" -> {
                    if (rest.size() == 3) {
                        return decide(rest.get(0), rest.get(1), rest.get(2));
                    }
                }
                default -> {}
            }
        } catch (UncheckedIOException e) {
            err.println("gazetteer: " + e.getCause().getMessage());
            return 1;
        } catch (IOException e) {
            err.println("gazetteer: " + e.getMessage());
            return 1;
        }
        err.println(USAGE);
        return 2;
    }

    private int importAll(List<String> arguments) throws IOException {
        String name = null;
        boolean match = false;
        boolean dry = false;
        var files = new ArrayList<Path>();
        for (var left = arguments.iterator(); left.hasNext(); ) {
            var argument = left.next();
            if (argument.equals("--match")) {
                match = true;
            } else if (argument.equals("--dry-run")) {
                dry = true;
            } else if (!argument.equals("--name")) {
                files.add(Path.of(argument));
            } else if (left.hasNext()) {
                name = left.next();
            } else {
                err.println(USAGE);
                return 2;
            }
        }
        if (files.isEmpty() || name != null && files.size() > 1) {
            err.println(name == null ? USAGE : "gazetteer: --name is for one file");
            return 2;
        }
        var builtIn = gazetteers.compiled(List.of());
        boolean failed = false;
        int rejected = 0;
        boolean changed = false;
        for (var file : files) {
            var rows = new Rows();
            try {
                var outcome = importAny(builtIn, file, name, new How(match, dry), rows);
                rows.clear();
                tell(file, outcome, dry);
                rejected += outcome.changed() ? rows.rejected : 0;
                changed |= outcome.changed() && !dry;
            } catch (IOException e) {
                rows.clear();
                err.println("gazetteer: " + e.getMessage());
                failed = true;
            }
        }
        if (changed) {
            prepare();
        }
        return failed ? 1 : rejected > 0 ? 3 : 0;
    }

    /**
     * @param match whether places are looked for that are known under other ids
     * @param dry whether nothing is to change
     */
    private record How(boolean match, boolean dry) {}

    private GazetteerImporter.Outcome importAny(
            Gazetteer builtIn, Path file, @Nullable String given, How how, GazetteerImporter.Listener rows)
            throws IOException {
        var directory = Files.createTempDirectory("marsad-gazetteer-");
        try {
            var converted = others.rows(file, directory, rows);
            return importOne(builtIn, converted.orElse(file), given, how, rows);
        } finally {
            try (var left = Files.list(directory)) {
                for (var one : left.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(directory);
        }
    }

    private GazetteerImporter.Outcome importOne(
            Gazetteer builtIn, Path file, @Nullable String given, How how, GazetteerImporter.Listener rows)
            throws IOException {
        var name = given == null ? GazetteerImporter.nameOf(file) : given;
        var others = gazetteers.imports().list().stream()
                .filter(one -> !one.name().equals(name))
                .map(gazetteers.imports()::file)
                .toList();
        var known = List.of(builtIn, Gazetteer.of(others));
        var importer =
                new GazetteerImporter(gazetteers.imports(), known, rows, how.match() ? new Reconciler(known) : null);
        return how.dry() ? importer.rehearse(file, name) : importer.run(file, name);
    }

    private void tell(Path file, GazetteerImporter.Outcome outcome, boolean dry) {
        var result = outcome.result();
        if (!outcome.changed()) {
            out.println(file + ": imported already, as " + result.name() + " on " + result.imported()
                    + "; nothing has changed");
            return;
        }
        out.println(
                file + (dry ? ": nothing was changed; imported it would be " : ": imported as ") + result.name() + "; "
                        + counts(result)
                        + (outcome.replaced() == null
                                ? ""
                                : (dry ? "; it would replace the one of " : "; replaces the one of ")
                                        + outcome.replaced().imported()));
    }

    private static String counts(ImportedFile one) {
        return String.format(
                        Locale.ROOT,
                        "%,d rows read, %,d places added, %,d matched to known ones, %,d duplicates, %,d rejected",
                        one.read(),
                        one.added(),
                        one.matched(),
                        one.duplicates(),
                        one.rejected())
                + (one.paired() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d found under other ids, %,d doubtful",
                                one.paired(),
                                Objects.requireNonNullElse(one.doubtful(), 0)));
    }

    private void list() {
        var all = gazetteers.imports().list();
        if (all.isEmpty()) {
            out.println("Nothing was imported. ./marsad gazetteer import FILE… takes in GeoNames dumps or CSV files.");
        }
        for (var one : all) {
            out.println(one.name() + " (" + one.source() + ", " + one.imported() + "): " + counts(one));
        }
    }

    private int doubtful(String name) {
        var one = gazetteers.imports().find(name).orElse(null);
        if (one == null) {
            err.println("gazetteer: nothing was imported as " + name);
            return 1;
        }
        for (var row : gazetteers.imports().listDoubtful(one)) {
            out.printf(
                    Locale.ROOT,
                    "%s (line %d) %s: may be %s, %.1f km away (%.2f)%n",
                    row.id(),
                    row.line(),
                    row.name(),
                    row.known(),
                    row.km(),
                    row.score());
        }
        return 0;
    }

    private int decide(String name, String id, String what) throws IOException {
        Optional<PlaceId> known;
        try {
            known = what.equals("new") ? Optional.empty() : Optional.of(new PlaceId(what));
        } catch (IllegalArgumentException e) {
            err.println("gazetteer: " + e.getMessage());
            return 2;
        }
        if (!gazetteers.imports().decide(name, id, known)) {
            err.println("gazetteer: no row of " + name + " waits as " + id);
            return 1;
        }
        out.println(id + ": " + (known.isEmpty() ? "a place of its own" : "the place " + what));
        return 0;
    }

    private int remove(List<String> names) throws IOException {
        int status = 0;
        for (var name : names) {
            if (gazetteers.imports().remove(name)) {
                out.println(name + ": removed");
            } else {
                err.println("gazetteer: nothing was imported as " + name + "; ./marsad gazetteer list names what was");
                status = 1;
            }
        }
        if (status == 0) {
            prepare();
        }
        return status;
    }

    /** Compiles at once, so that the next start need not, and says what it costs. */
    private void prepare() {
        long begun = System.nanoTime();
        var gazetteer = gazetteers.load(List.of());
        out.printf(
                Locale.ROOT,
                "The gazetteer has %,d places now; compiled in %.1f s. ./marsad code knows them; a running server does"
                        + " after ./marsad down and ./marsad up.%n",
                gazetteer.places().size(),
                (System.nanoTime() - begun) / 1e9);
    }

    /** Names the rejected rows, and shows on a terminal how far it is. */
    private final class Rows implements GazetteerImporter.Listener {
        private final boolean terminal =
                System.console() != null && System.console().isTerminal();
        private int rejected;

        @Override
        public void read(int rows) {
            if (terminal) {
                err.printf(Locale.ROOT, "\r\033[K%,d rows …", rows);
            }
        }

        @Override
        public void rejected(String file, int line, String reason) {
            if (rejected == 0 && terminal) {
                err.print("\r\033[K");
            }
            if (rejected++ < NAMED) {
                err.println(file + " line " + line + ": " + reason);
            }
        }

        void clear() {
            if (terminal) {
                err.print("\r\033[K");
            }
            if (rejected > NAMED) {
                err.printf(Locale.ROOT, "… and %,d rejected rows more%n", rejected - NAMED);
            }
        }
    }
}
