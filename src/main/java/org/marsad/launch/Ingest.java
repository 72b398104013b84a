package org.marsad.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.LocalImport;

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
        try {
            var running =
                    ServerState.find(home).filter(state -> state.findProcess().isPresent());
            var job = running.isPresent()
                    ? byServer(new ServerClient(home, running.get().port()), paths)
                    : byMyself(paths);
            return tell(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted; ./marsad up or the next ingest goes on with it");
        }
    }

    static ImportJob byServer(ServerClient client, List<String> paths) throws InterruptedException {
        var jobs = new ServerJobs(client);
        return new JobProgress(jobs).follow(jobs.submit(paths).id());
    }

    private ImportJob byMyself(List<String> paths) throws InterruptedException {
        var database = ServerDatabase.choose(home, System.getenv(), System.err::println);
        boolean wasRunning = database.findRunning().isPresent();
        if (!wasRunning) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::stop));
        }
        var address = database.start(System.err::println);
        System.err.println("No server runs here; taking them in by myself, into " + database.describe());
        try (var local = LocalImport.open(address)) {
            long job = local.submit(paths.stream().map(Path::of).toList(), String.join(", ", paths));
            var worker = Thread.ofPlatform().name("import").start(local::runToTheEnd);
            var result = new JobProgress(new JobProgress.Source() {
                        @Override
                        public ImportJob job(long id) {
                            return local.jobs().get(id);
                        }

                        @Override
                        public List<org.marsad.ingest.Refusal> refusalsAfter(long id, long refusal) {
                            return local.jobs().listRefusals(id, refusal, 1000);
                        }
                    })
                    .follow(job);
            worker.join();
            return result;
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        }
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
