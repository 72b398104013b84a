package org.marsad.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marsad.ingest.ImportJob;

/**
 * {@code ingest}: by the running server; or, where none runs, here, with the database started for as long as it takes.
 * Exit status: 0 all taken in; 1 it could not be done; 3 something was refused, each named on the error stream.
 */
final class Ingest {
    private static final int REFUSED = 3;

    private final Home home;

    Ingest(Home home) {
        this.home = home;
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new CommandFailed("ingest wants files or directories: ./marsad ingest FILE…|DIR…");
        }
        var paths = arguments.stream()
                .map(argument -> Path.of(argument).toAbsolutePath().normalize().toString())
                .toList();
        for (String path : paths) {
            if (!Files.exists(Path.of(path))) {
                throw new CommandFailed(path + ": no such file or directory");
            }
        }
        return tell(new JobRun(home)
                .run(
                        jobs -> jobs.submit(paths),
                        local -> local.submit(paths.stream().map(Path::of).toList(), String.join(", ", paths))));
    }

    private static int tell(ImportJob job) {
        System.out.println(job.ingested() + " taken in, " + job.duplicates() + " already known, " + job.quarantined()
                + " refused" + (job.state() == ImportJob.State.DONE ? "" : " (" + job.state() + ")")
                + (job.message() == null ? "" : "\n" + job.message()));
        if (job.state() != ImportJob.State.DONE) {
            return 1;
        }
        return job.quarantined() > 0 ? REFUSED : 0;
    }
}
