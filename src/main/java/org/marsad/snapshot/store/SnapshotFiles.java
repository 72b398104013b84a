package org.marsad.snapshot.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The files of snapshots: a directory each. A new one is filled under another name and moved whole, so that there is never
 * half a snapshot, whether the machine stops or the disk is full.
 */
public final class SnapshotFiles {
    private static final String UNFINISHED = ".unfinished-";
    /** Whoever fills one for longer than this has died. */
    private static final Duration LOST = Duration.ofHours(1);

    private final Path root;

    public SnapshotFiles(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** Writes the content of a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A directory to fill; {@link #keep} makes it the snapshot's, {@link #discard} takes it away. */
    public Path open(String code) throws IOException {
        Files.createDirectories(root);
        var directory = root.resolve(UNFINISHED + code);
        discard(directory);
        return Files.createDirectory(directory);
    }

    /** Writes a file and sees it onto the disk. */
    public static void write(Path file, Content content) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            content.writeTo(out);
        }
        sync(file);
    }

    private static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    public void keep(Path directory, String code) throws IOException {
        Files.move(directory, root.resolve(code), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds a file to a snapshot that is there already, whole or not at all. */
    public Path add(String code, String name, Content content) throws IOException {
        var file = path(code, name);
        // Not createTempFile: what it makes only its maker may read.
        var fresh =
                file.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".new");
        try {
            write(fresh, content);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    public Path path(String code, String name) {
        return root.resolve(code).resolve(name);
    }

    /** The directory of packs. */
    public Path packs() throws IOException {
        return Files.createDirectories(root.resolve("packs"));
    }

    public static void discard(Path directory) throws IOException {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // nothing to discard
        }
    }

    /** What was begun by a process that is no more. */
    public void discardUnfinished() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var found = Files.newDirectoryStream(root, UNFINISHED + "*")) {
            for (var directory : found) {
                if (Files.getLastModifiedTime(directory)
                        .toInstant()
                        .isBefore(Instant.now().minus(LOST))) {
                    discard(directory);
                }
            }
        }
    }
}
