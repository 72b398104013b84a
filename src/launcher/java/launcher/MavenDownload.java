package launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;

/** Maven from Maven Central, for a machine that has none. */
final class MavenDownload {
    private static final String VERSION = "3.9.16";
    private static final String SHA512 = "ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929"
            + "ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3";
    private static final URI SOURCE = URI.create("https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/"
            + VERSION + "/apache-maven-" + VERSION + "-bin.zip");

    private MavenDownload() {}

    /** How to call it; downloaded the first time. */
    static List<String> into(Path cache) {
        Path program = cache.resolve("apache-maven-" + VERSION).resolve("bin").resolve("mvn");
        try {
            if (!Files.exists(program)) {
                download(cache);
            }
        } catch (IOException e) {
            throw new CannotBuild(
                    "Maven 3.8 or newer is needed to build. There is none on the PATH, and fetching it from " + SOURCE
                            + " failed (" + e + "). Check the network, or install Maven, then run this again.");
        } catch (InterruptedException e) {
            throw new CannotBuild("interrupted");
        }
        return List.of(program.toString());
    }

    private static void download(Path cache) throws IOException, InterruptedException {
        System.err.println("Fetching Maven " + VERSION + " from Maven Central (once, 9 MB) …");
        Path archive = Files.createTempFile(cache, "maven", ".zip");
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var response =
                    client.send(HttpRequest.newBuilder(SOURCE).build(), HttpResponse.BodyHandlers.ofFile(archive));
            if (response.statusCode() != 200) {
                throw new IOException("HTTP status " + response.statusCode());
            }
        }
        String sum = sha512(archive);
        if (!sum.equals(SHA512)) {
            throw new IOException("its checksum is " + sum + ", not the published one");
        }
        Path fresh = Files.createTempDirectory(cache, "maven");
        unzip(archive, fresh);
        Files.delete(archive);
        Files.move(fresh.resolve("apache-maven-" + VERSION), cache.resolve("apache-maven-" + VERSION));
        Files.delete(fresh);
    }

    private static void unzip(Path archive, Path into) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("the archive reaches outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                    if (target.getParent().endsWith("bin")) {
                        target.toFile().setExecutable(true);
                    }
                }
            }
        }
    }

    private static String sha512(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
