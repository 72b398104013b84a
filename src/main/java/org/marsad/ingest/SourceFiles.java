package org.marsad.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The files that a user's paths name. */
final class SourceFiles {
    private static final Set<String> KINDS = Set.of("txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson");

    private final List<SourceFile> files = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private SourceFiles() {}

    /**
     * @param name what it is called in messages
     * @param path absolute
     */
    record SourceFile(String name, Path path) {}

    /**
     * A file is taken whatever it is called; of a directory, the files in it whose names end in {@code .txt},
     * {@code .html} or {@code .jsonl} and the like, in the order of their names.
     *
     * @throws IllegalArgumentException where a path does not exist; for the user
     */
    static SourceFiles of(List<Path> paths) {
        var found = new SourceFiles();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addDirectory(path);
            } else if (Files.exists(path)) {
                found.files.add(new SourceFile(path.getFileName().toString(), path.toAbsolutePath()));
            } else {
                throw new IllegalArgumentException(path + ": no such file or directory");
            }
        }
        return found;
    }

    List<SourceFile> files() {
        return List.copyOf(files);
    }

    /** Files in directories that are of no kind that holds articles. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** How many documents they hold, lines of JSON Lines counted. */
    int countDocuments() {
        return files.stream()
                .mapToInt(file -> isLines(file.path()) ? countLines(file.path()) : 1)
                .sum();
    }

    static boolean isLines(Path file) {
        String extension = extension(file);
        return extension.equals("jsonl") || extension.equals("ndjson");
    }

    static boolean isHtml(Path file) {
        String extension = extension(file);
        return extension.equals("html") || extension.equals("htm") || extension.equals("xhtml");
    }

    /** Whether the name tells what is in the file. */
    static boolean isKnown(Path file) {
        return KINDS.contains(extension(file));
    }

    private void addDirectory(Path directory) {
        Path top = directory.toAbsolutePath().normalize();
        try (var walk = Files.walk(top)) {
            for (Path path : walk.sorted().toList()) {
                Path relative = top.relativize(path);
                boolean hidden = false;
                for (Path part : relative) {
                    hidden |= part.toString().startsWith(".");
                }
                if (hidden || !Files.isRegularFile(path)) {
                    continue;
                }
                if (KINDS.contains(extension(path))) {
                    files.add(new SourceFile(relative.toString(), path));
                } else {
                    leftOut.add(relative.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be listed", e);
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) {
            name = name.substring(0, name.length() - 3);
        }
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static int countLines(Path file) {
        int lines = 0;
        try (var in = DocumentReader.open(file)) {
            byte[] chunk = new byte[1 << 16];
            byte last = '\n';
            for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
                for (int i = 0; i < n; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
                last = chunk[n - 1];
            }
            return last == '\n' ? lines : lines + 1;
        } catch (IOException e) {
            return 1; // the reader will say what is wrong with it
        }
    }
}
