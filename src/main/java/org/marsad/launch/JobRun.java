package org.marsad.launch;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.LocalImport;
import org.marsad.ingest.Refusal;

/** Has a job done: by the running server; or, where none runs, here, with the database started for as long as it takes. */
final class JobRun {
    private final Home home;

    JobRun(Home home) {
        this.home = home;
    }

    /**
     * @param remote asks the server for the job
     * @param local queues it here
     */
    ImportJob run(Function<ServerJobs, ImportJob> remote, ToLongFunction<LocalImport> local) {
        try {
            var running =
                    ServerState.find(home).filter(state -> state.findProcess().isPresent());
            if (running.isPresent()) {
                var jobs = new ServerJobs(new ServerClient(home, running.get().port()));
                return new JobProgress(jobs).follow(remote.apply(jobs).id());
            }
            return byMyself(local);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted; ./marsad up or the next ingest goes on with it");
        }
    }

    private ImportJob byMyself(ToLongFunction<LocalImport> submit) throws InterruptedException {
        var database = ServerDatabase.choose(home, System.getenv(), System.err::println);
        boolean wasRunning = database.findRunning().isPresent();
        if (!wasRunning) {
            Runtime.getRuntime().addShutdownHook(new Thread(database::stop));
        }
        var address = database.start(System.err::println);
        System.err.println("No server runs here; taking them in by myself, into " + database.describe());
        try (var local = LocalImport.open(address)) {
            long job = submit.applyAsLong(local);
            var worker = Thread.ofPlatform().name("import").start(local::runToTheEnd);
            var result = new JobProgress(new JobProgress.Source() {
                        @Override
                        public ImportJob job(long id) {
                            return local.jobs().get(id);
                        }

                        @Override
                        public List<Refusal> refusalsAfter(long id, long refusal) {
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
}
