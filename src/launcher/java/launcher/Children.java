package launcher;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Runs programs so that none outlives this one: on Ctrl-C the child is asked to end, and waited for. */
final class Children {
    private Children() {}

    static int run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        endWithUs(process);
        return process.waitFor();
    }

    static void endWithUs(Process process) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!process.isAlive()) {
                return;
            }
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        }));
    }
}
