package org.marsad.gazetteer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/** When the program was built: what it made of its data before another build may be otherwise now. */
final class CodeStamp {
    private CodeStamp() {}

    /** Of the packages that code articles; the same text where it cannot be told. */
    static String ofCoder() {
        try {
            return find(List.of("text", "gazetteer", "geocode", "actor", "coding"))
                    .map(stamp -> Integer.toHexString(stamp.hashCode()))
                    .orElse("0");
        } catch (IOException e) {
            return "0";
        }
    }

    /**
     * Of the program's file, or of some packages where it is a directory of classes: a change of the folding makes other keys
     * of the same names.
     */
    static Optional<String> find(List<String> packages) throws IOException {
        var source = Gazetteer.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        Path code;
        try {
            code = Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
        if (Files.isRegularFile(code)) {
            return Optional.of(Files.size(code) + " " + Files.getLastModifiedTime(code));
        }
        var latest = FileTime.fromMillis(0);
        for (var name : packages) {
            var classes = code.resolve("org/marsad").resolve(name);
            if (Files.isDirectory(classes)) {
                try (var files = Files.list(classes)) {
                    for (var file : files.toList()) {
                        var time = Files.getLastModifiedTime(file);
                        latest = time.compareTo(latest) > 0 ? time : latest;
                    }
                }
            }
        }
        return Optional.of(latest.toString());
    }
}
