package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marsad.store.PostgisTest;
import org.marsad.store.database.DatabaseAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody should send, sent: each is refused by name, line and reason, and the good rest goes in. */
@PostgisTest
class BadInputTest {
    private static final String GOOD = "هاجم مسلحون بلدة كايس يوم 3 مارس 2024، وقالت مصادر محلية إن الجيش رد عليهم.";

    @TempDir
    Path directory;

    @BeforeEach
    void empty(JdbcClient jdbc) {
        jdbc.sql("truncate document, import_job cascade").update();
    }

    @Test
    void refusesEachBadFileByNameAndTakesInTheGoodOnesBesideThem(DatabaseAddress address, JdbcClient jdbc)
            throws Exception {
        Files.write(directory.resolve("binary.txt"), randomBytes(100_000));
        Files.createFile(directory.resolve("empty.txt"));
        byte[] utf16 = (GOOD + " ".repeat(2) + GOOD).getBytes(StandardCharsets.UTF_16);
        Files.write(directory.resolve("truncated-utf16.txt"), Arrays.copyOf(utf16, utf16.length - 1));
        writeRepeated(directory.resolve("two-hundred-megabytes.txt"), 200 << 20);
        writeRepeated(directory.resolve("one-line.txt"), 5 << 20);
        Files.writeString(
                directory.resolve("page.html"),
                "<html><head><title>هجوم<script>alert(1)</script></title><script>document.title='x'</script></head>"
                        + "<body><article><h1>هجوم على بلدة</h1><p>" + GOOD + "</p></article></body></html>");
        Files.writeString(directory.resolve("good.txt"), "عنوان\n\n" + GOOD + "\n");

        try (var local = LocalImport.open(address)) {
            long job = local.submit(List.of(directory), "bad input");
            local.runToTheEnd();

            var refusals = local.jobs().listRefusals(job, 0, 100);
            assertThat(refusals)
                    .extracting(Refusal::source)
                    .containsExactlyInAnyOrder(
                            "binary.txt",
                            "empty.txt",
                            "truncated-utf16.txt",
                            "two-hundred-megabytes.txt",
                            "one-line.txt");
            assertThat(refusals)
                    .allSatisfy(refusal -> assertThat(refusal.reason()).hasSizeGreaterThan(10));
            assertThat(local.jobs().get(job).state()).isEqualTo(ImportJob.State.DONE);
        }
        assertThat(jdbc.sql("select name from document order by name")
                        .query(String.class)
                        .list())
                .containsExactly("good.txt", "page.html");
        assertThat(jdbc.sql("select d.text || a.title from document d join article a on a.document_id = d.id")
                        .query(String.class)
                        .list())
                .noneMatch(text -> text.contains("script") || text.contains("alert"));
    }

    @Test
    void namesTheThreeBrokenLinesOfManyAndTakesInTheRest(DatabaseAddress address, JdbcClient jdbc) throws Exception {
        var lines = new StringBuilder();
        var random = new Random(3);
        for (int line = 1; line <= 3_000; line++) {
            lines.append(
                    switch (line) {
                        case 7 -> "{\"document\": \"cut off\", \"text\": \"";
                        case 1_500 -> "not JSON at all";
                        case 2_999 -> "{\"document\": \"no text\"}";
                        default ->
                            "{\"document\": \"d" + line + "\", \"text\": \"خبر قصير رقم " + random.nextLong() + " و "
                                    + random.nextLong() + "\"}";
                    });
            lines.append('\n');
        }
        Path file = Files.writeString(directory.resolve("many.jsonl"), lines);

        try (var local = LocalImport.open(address)) {
            long job = local.submit(List.of(file), "many lines");
            local.runToTheEnd();

            assertThat(local.jobs().listRefusals(job, 0, 100))
                    .extracting(refusal -> refusal.source() + " " + refusal.line())
                    .containsExactly("many.jsonl 7", "many.jsonl 1500", "many.jsonl 2999");
            assertThat(local.jobs().get(job).ingested()).isEqualTo(2_997);
        }
        assertThat(jdbc.sql("select count(*) from document where name like 'd%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2_997);
    }

    @Test
    void refusesTheOneOfManyThatTheDatabaseRefuses(DatabaseAddress address, JdbcClient jdbc) throws Exception {
        jdbc.sql("alter table document add constraint refusing check (name not like 'refused%')")
                .update();
        var lines = new StringBuilder();
        for (int line = 1; line <= 30; line++) {
            lines.append("{\"document\": \"%s %d\", \"text\": \"خبر عادي رقم %d\"}\n"
                    .formatted(line % 10 == 3 ? "refused" : "taken", line, line * 7919));
        }
        Path file = Files.writeString(directory.resolve("some.jsonl"), lines);

        try (var local = LocalImport.open(address)) {
            long job = local.submit(List.of(file), "refusals");
            local.runToTheEnd();
            assertThat(local.jobs().listRefusals(job, 0, 10))
                    .allSatisfy(refusal -> assertThat(refusal.reason()).contains("refusing"));
            assertThat(local.jobs().listRefusals(job, 0, 10))
                    .extracting(Refusal::line)
                    .containsExactly(3L, 13L, 23L);
            assertThat(local.jobs().get(job).ingested()).isEqualTo(27);
        } finally {
            jdbc.sql("alter table document drop constraint refusing").update();
        }
        assertThat(jdbc.sql("select count(*) from document")
                        .query(Integer.class)
                        .single())
                .isEqualTo(27);
    }

    @Test
    void goesOnAfterATextThatTheDatabaseCannotHold(DatabaseAddress address, JdbcClient jdbc) throws Exception {
        Path file = directory.resolve("nul.jsonl");
        Files.writeString(
                file,
                "{\"document\": \"with NUL\", \"text\": \"قبل \\u0000 بعد\"}\n"
                        + "{\"document\": \"after it\", \"text\": \"خبر عادي لا عيب فيه\"}\n");

        try (var local = LocalImport.open(address)) {
            long job = local.submit(List.of(file), "NUL");
            local.runToTheEnd();
            assertThat(local.jobs().listRefusals(job, 0, 10))
                    .extracting(refusal -> refusal.line() + " " + refusal.reason())
                    .containsExactly("1 line 1 has a NUL character in it");
        }
        assertThat(jdbc.sql("select count(*) from document where name = 'after it'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** One line, without a break. */
    private static void writeRepeated(Path file, int length) throws IOException {
        byte[] chunk = "كلمة ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < length; written += chunk.length) {
                out.write(chunk);
            }
        }
    }
}
