package org.marsad.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.marsad.ingest.ImportJob;

/**
 * {@code import}: rows of ACLED, UCDP GED or GDELT 2.0. Exit status as of {@code ingest}: 0 all taken in; 1 it could not
 * be done; 3 something was refused, each named on the error stream.
 */
final class Import {
    private static final int REFUSED = 3;
    private static final Set<String> SOURCES = Set.of("acled", "ucdp", "gdelt");

    private final Home home;

    Import(Home home) {
        this.home = home;
    }

    int run(List<String> arguments) {
        var rest = new ArrayList<>(arguments);
        boolean edition = rest.removeIf("--edition"::equals);
        if (rest.size() < 2 || !SOURCES.contains(rest.getFirst())) {
            throw new CommandFailed(
                    "import wants a data set and its files: ./marsad import [--edition] acled|ucdp|gdelt FILE…");
        }
        var source = rest.removeFirst();
        var paths = rest.stream()
                .map(argument -> Path.of(argument).toAbsolutePath().normalize())
                .toList();
        for (var path : paths) {
            if (!Files.isRegularFile(path)) {
                throw new CommandFailed(path + ": no such file");
            }
        }
        var names = paths.stream().map(Path::toString).toList();
        return tell(new JobRun(home)
                .run(
                        jobs -> jobs.submitRows(source, names, edition),
                        local -> local.submitRows(source, paths, edition, String.join(", ", names))));
    }

    private static int tell(ImportJob job) {
        var rows = job.rows();
        if (rows != null) {
            System.out.println(rows.read() + " rows read: " + rows.added() + " added, " + rows.changed() + " changed, "
                    + rows.unchanged() + " unchanged, " + job.quarantined() + " refused"
                    + (rows.edition() ? "; " + rows.withdrawn() + " withdrawn" : ""));
        }
        if (job.message() != null) {
            System.out.println(job.message());
        }
        if (job.state() != ImportJob.State.DONE) {
            System.out.println("The job is " + job.state() + ".");
            return 1;
        }
        return job.quarantined() > 0 ? REFUSED : 0;
    }
}
