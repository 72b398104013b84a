package org.marsad.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marsad.snapshot.LocalSnapshots;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotCode;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.seal.Verdict;
import org.marsad.snapshot.store.DraftJson;
import org.marsad.store.database.DatabaseAddress;
import org.marsad.store.database.DatabaseException;
import tools.jackson.databind.json.JsonMapper;

/** {@code snapshot}: issues a saved view or a filter as files, and tells whether files are what was issued. */
public final class SnapshotCommand {
    private static final List<String> FORMATS =
            List.of("pdf", "png", "svg", "pptx", "csv", "geojson", "kml", "gpkg", "manifest");
    private static final Map<String, String> LOOKS = Map.of(
            "--title", "title",
            "--note", "note",
            "--classification", "classification",
            "--lang", "language",
            "--digits", "digits",
            "--paper", "paper",
            "--symbols", "symbols",
            "--extent", "extent");

    private final Function<Installation, LocalSnapshots> opened;

    /**
     * Where this installation keeps things.
     *
     * @param address where its server is reached
     */
    public record Installation(DatabaseAddress database, Path data, String address) {}

    /**
     * @param opened opens the snapshots of an installation
     */
    public SnapshotCommand(Function<Installation, LocalSnapshots> opened) {
        this.opened = opened;
    }

    /** Returns the exit status: of {@code verify}, the worst verdict's. */
    public int run(List<String> arguments) {
        try {
            if (!arguments.isEmpty() && arguments.getFirst().equals("verify")) {
                return verify(arguments.subList(1, arguments.size()));
            }
            return issue(new ArrayList<>(arguments));
        } catch (CommandFailed | DatabaseException | SnapshotRefusedException e) {
            System.err.println("marsad: " + e.getMessage());
            return 1;
        }
    }

    private int verify(List<String> files) {
        if (files.isEmpty()) {
            throw usage();
        }
        int status = 0;
        try (var local = open()) {
            for (var file : files) {
                status = Math.max(status, verify(Path.of(file), local));
            }
        }
        return status;
    }

    private static int verify(Path file, LocalSnapshots local) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailed("cannot read " + file + ": " + e.getMessage());
        }
        var verdict = local.snapshots().verify(bytes);
        System.out.println(file + ": " + said(verdict));
        verdict.snapshots().forEach(SnapshotCommand::tell);
        return verdict.kind().exitStatus();
    }

    private static String said(Verdict verdict) {
        return switch (verdict.kind()) {
            case ISSUED -> "issued; to the last byte what was issued as " + verdict.file();
            case WITHDRAWN ->
                "withdrawn; it is what was issued as " + verdict.file() + ", but must not be used any more";
            case ALTERED -> "altered; it says that it is of a snapshot of ours, and is not what was issued";
            case UNKNOWN -> "unknown; nothing of the kind was issued here";
        };
    }

    private static void tell(Snapshot snapshot) {
        System.out.println("  " + SnapshotCode.printed(snapshot.code()) + "  " + snapshot.frozenAt() + "  "
                + snapshot.issuedBy() + "  " + snapshot.title());
        var withdrawal = snapshot.withdrawal();
        if (withdrawal != null) {
            System.out.println(
                    "  withdrawn " + withdrawal.at() + " by " + withdrawal.by() + ": " + withdrawal.reason());
        }
        if (snapshot.refreshedBy() != null) {
            System.out.println("  there is a newer edition: " + SnapshotCode.printed(snapshot.refreshedBy()));
        }
    }

    private int issue(List<String> rest) {
        @Nullable String view = null;
        @Nullable String account = null;
        @Nullable Integer days = null;
        var formats = List.of("pdf");
        var out = Path.of("");
        var asked = new LinkedHashMap<String, Object>();
        var filter = new ArrayList<String>();
        while (!rest.isEmpty()) {
            var argument = rest.removeFirst();
            switch (argument) {
                case "--view" -> view = value(argument, rest);
                case "--account" -> account = value(argument, rest);
                case "--last" -> days = number(argument, value(argument, rest));
                case "--dpi" -> asked.put("dpi", number(argument, value(argument, rest)));
                case "--format" -> formats = formats(value(argument, rest));
                case "--out" -> out = Path.of(value(argument, rest));
                default -> {
                    var look = LOOKS.get(argument);
                    if (look != null) {
                        asked.put(look, value(argument, rest));
                    } else if (argument.startsWith("-") || argument.indexOf('=') < 1) {
                        throw usage();
                    } else {
                        filter.add(argument);
                    }
                }
            }
        }
        if (view == null && filter.isEmpty() && !asked.containsKey("title")) {
            throw usage();
        }
        asked.putIfAbsent("title", view == null ? String.join(" ", filter) : view);
        asked.put("query", String.join("&", filter));
        var draft = DraftJson.read(JsonMapper.shared().writeValueAsString(asked));
        if (view != null && !filter.isEmpty()) {
            throw new CommandFailed("give a view or a filter, not both");
        }
        try (var local = open()) {
            Snapshot issued;
            try (var progress = new IssueProgress()) {
                issued = view == null
                        ? local.snapshots().issue(draft, Signer.COMMAND_LINE, progress)
                        : local.issueView(view, account, draft, days, progress);
            }
            copy(issued, formats, out, local);
            return 0;
        }
    }

    private static void copy(Snapshot issued, List<String> formats, Path out, LocalSnapshots local) {
        try {
            Files.createDirectories(out.toAbsolutePath());
            for (var format : formats) {
                var file = local.snapshots().file(issued.code(), name(format));
                var to = out.resolve("marsad-" + issued.code() + "-" + file.getFileName());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                System.out.println(to);
            }
        } catch (IOException e) {
            throw new CommandFailed("issued as " + SnapshotCode.printed(issued.code()) + ", but cannot write to " + out
                    + ": " + e.getMessage());
        }
        System.err.println("issued " + SnapshotCode.printed(issued.code()) + ": "
                + issued.counts().total() + " events"
                + (issued.aggregated() ? ", drawn as counts" : "")
                + (issued.withheldEvents() > 0
                        ? "; " + issued.withheldEvents() + " left out for the licence of "
                                + String.join(", ", issued.withheld())
                        : ""));
    }

    private static String name(String format) {
        return switch (format) {
            case "manifest" -> "manifest.json";
            case "csv", "geojson", "kml", "gpkg" -> "events." + format;
            default -> "sheet." + format;
        };
    }

    private LocalSnapshots open() {
        var home = Home.find();
        var environment = System.getenv();
        var database = ServerDatabase.choose(home, environment, System.err::println);
        if (database.findRunning().isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::stop));
        }
        var address = environment.getOrDefault(
                "MARSAD_URL", "http://localhost:" + environment.getOrDefault("MARSAD_PORT", "8080"));
        return opened.apply(new Installation(
                database.start(System.err::println),
                home.data(),
                address.endsWith("/") ? address.substring(0, address.length() - 1) : address));
    }

    private static List<String> formats(String text) {
        var formats = List.of(text.toLowerCase(java.util.Locale.ROOT).split(","));
        for (var format : formats) {
            if (!FORMATS.contains(format)) {
                throw new CommandFailed("'" + format + "' is not one of " + String.join(", ", FORMATS));
            }
        }
        return formats;
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CommandFailed(option + " wants a whole number, not '" + text + "'");
        }
    }

    private static String value(String option, List<String> rest) {
        if (rest.isEmpty()) {
            throw new CommandFailed(option + " wants a value");
        }
        return rest.removeFirst();
    }

    private static CommandFailed usage() {
        return new CommandFailed("""
                snapshot issues a saved view, or a filter as in the dashboard's address:
                  ./marsad snapshot --view NAME [--account NAME] [--last DAYS] [OPTIONS]
                  ./marsad snapshot --title TEXT [OPTIONS] border=ML-SN km=50 …
                  ./marsad snapshot verify FILE…   issued 0, withdrawn 4, altered 5, unknown 6
                options: --format pdf,png,svg,pptx,csv,geojson,kml,gpkg,manifest  --out DIR  --lang ar|fr|en
                  --paper a4-landscape|a4-portrait|a3-…|wide-…  --digits western|arabic-indic  --symbols type|actor
                  --dpi 96…600  --note TEXT  --classification TEXT  --extent WEST,SOUTH,EAST,NORTH""");
    }
}
