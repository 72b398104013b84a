package org.marsad.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files that users send, kept under the data directory for the job that reads them. */
@Component
public class Uploads {
    private final Path directory;

    Uploads(@Value("${marsad.data}") Path data) {
        this.directory = data.toAbsolutePath().resolve("uploads");
    }

    /** For the files of one job. */
    public Batch open() {
        return new Batch(directory.resolve(UUID.randomUUID().toString()));
    }

    /** The files of one job. Safe for use by several threads: a browser sends several files at once. */
    public static final class Batch {
        private final Path directory;
        private final List<Path> paths = new ArrayList<>();

        private Batch(Path directory) {
            this.directory = directory;
        }

        /**
         * Keeps a file.
         *
         * @param givenName the sender's name for it; never trusted as a path
         * @throws IOException where it cannot be read or written; nothing of it is kept then
         */
        public void add(@Nullable String givenName, InputStream content) throws IOException {
            Path path;
            synchronized (this) {
                int number = paths.size() + 1;
                // A directory each, so that two files may have one name.
                path = directory.resolve(String.valueOf(number)).resolve(safeName(givenName, number));
                paths.add(path);
            }
            try {
                Files.createDirectories(path.getParent());
                Files.copy(content, path);
            } catch (IOException e) {
                synchronized (this) {
                    paths.remove(path);
                }
                Files.deleteIfExists(path);
                throw e;
            }
        }

        public synchronized List<Path> paths() {
            return List.copyOf(paths);
        }

        /** The files' names, as the job's origin. */
        public synchronized String origin() {
            return String.join(
                    ", ",
                    paths.stream().map(path -> path.getFileName().toString()).toList());
        }
    }

    /** The last part of a name, without what could leave the directory or confuse a terminal. */
    static String safeName(@Nullable String given, int number) {
        String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() || name.startsWith(".") ? "upload-" + number + name : name;
    }
}
