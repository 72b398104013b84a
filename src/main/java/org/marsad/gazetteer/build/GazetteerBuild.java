package org.marsad.gazetteer.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Rebuilds {@code gazetteer/derived} from its sources: {@code GazetteerBuild [GAZETTEER_DIR [CACHE_DIR]]}. */
public final class GazetteerBuild {
    private GazetteerBuild() {}

    public static void main(String[] args) throws IOException {
        var gazetteer = Path.of(args.length > 0 ? args[0] : "gazetteer");
        var cache = args.length > 1 ? Path.of(args[1]) : Path.of("target", "gazetteer-sources");
        var derived = Files.createDirectories(gazetteer.resolve("derived"));
        var sources = PackageSources.of(gazetteer.resolve("sources.json"), cache);
        var steps = List.of(
                new Cities500Step(),
                new DivisionsStep(),
                new CommonWordsStep(),
                new ArabicStemsStep(),
                new BoundariesStep(gazetteer.resolve("curated").resolve("border-status.csv")),
                new BasemapLinesStep());
        for (BuildStep step : steps) {
            System.err.println("building " + step.title());
            for (var file : step.write(sources, derived)) {
                System.err.println("  " + file + ", " + Files.size(file) + " bytes");
            }
        }
        writeChecksums(derived);
    }

    /** In the format of {@code sha256sum}, so that {@code sha256sum -c SHA256SUMS} checks them. */
    private static void writeChecksums(Path derived) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.list(derived)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                if (!name.equals("SHA256SUMS") && !name.endsWith(".md")) {
                    lines.add(sha256(file) + "  " + name);
                }
            }
        }
        Files.writeString(derived.resolve("SHA256SUMS"), String.join("\n", lines) + "\n");
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
