package org.marsad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marsad.text.SourceDocument;

class DocumentReaderTest {
    private static final String TEXT = "هجوم على قرية قرب سيغو\n\nقتل أربعة جنود في الهجوم على القرية.";

    @TempDir
    private Path directory;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SourceItem> read(Path file) {
        return read(file, 0);
    }

    private static List<SourceItem> read(Path file, long afterLine) {
        var items = new ArrayList<SourceItem>();
        DocumentReader.read(file, file.getFileName().toString(), afterLine, items::add);
        return items;
    }

    private static SourceItem.Refused refused(Path file) {
        return (SourceItem.Refused) read(file).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6"})
    void readsATextInAnyOfTheEncodings(String charset) throws IOException {
        assertThat(read(file("a.txt", TEXT.getBytes(Charset.forName(charset)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        SourceItem.Readable.class,
                        item -> assertThat(item.document().text()).isEqualTo(TEXT));
    }

    @ParameterizedTest
    @CsvSource({"page.html", "page.txt", "page"})
    void readsAPageWhateverItIsCalled(String name) throws IOException {
        var html = "<!doctype html><title>هجوم قرب سيغو</title><body><p>قتل أربعة جنود في الهجوم على القرية.</p>";
        assertThat(read(file(name, html))).singleElement().isInstanceOfSatisfying(SourceItem.Readable.class, item -> {
            assertThat(item.document().title()).isEqualTo("هجوم قرب سيغو");
            assertThat(item.document().text()).isEqualTo("هجوم قرب سيغو\n\nقتل أربعة جنود في الهجوم على القرية.");
        });
    }

    @Test
    void readsDocumentsLineByLine() throws IOException {
        var file = file("a.jsonl", """
                {"document": "one", "text": "قتل جندي", "title": "هجوم", "published": "2023-08-12"}

                {"document": "two", "text": "Attaque à Gao", "published": null}
                """);
        assertThat(read(file))
                .containsExactly(
                        new SourceItem.Readable(
                                1, new SourceDocument("one", "قتل جندي", "هجوم", LocalDate.of(2023, 8, 12))),
                        new SourceItem.Readable(3, new SourceDocument("two", "Attaque à Gao", null, null)));
        assertThat(read(file, 1)).hasSize(1);
        assertThat(read(file, 3)).isEmpty();
    }

    @Test
    void threeBrokenLinesOfTenThousandSpoilNothingElse() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 1; i <= 10_000; i++) {
            lines.add("{\"document\": \"d" + i + "\", \"text\": \"Attaque à Gao " + i + "\"}");
        }
        lines.set(99, "{\"document\": \"d100\", \"text\": ");
        lines.set(4999, "{\"document\": \"d5000\"}");
        lines.set(9999, "{\"document\": \"d\", \"text\": \"x\", \"published\": \"hier\"}");
        var items = read(file("a.jsonl", String.join("\n", lines)));
        assertThat(items).hasSize(10_000);
        assertThat(items.stream().filter(SourceItem.Refused.class::isInstance))
                .extracting(SourceItem::line)
                .containsExactly(100L, 5000L, 10_000L);
        assertThat(((SourceItem.Refused) items.get(99)).reason()).contains("not JSON");
        assertThat(((SourceItem.Refused) items.get(4999)).reason()).contains("\"text\" is missing");
        assertThat(((SourceItem.Refused) items.get(4999)).excerpt()).contains("d5000");
        assertThat(((SourceItem.Refused) items.get(9999)).reason()).contains("published");
    }

    @Test
    void aLineThatIsNoUtf8OrTooLongIsRefusedAlone() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write("{\"document\": \"a\", \"text\": \"قتل\"}\n".getBytes(Charset.forName("windows-1256")));
        bytes.write(
                ("{\"document\": \"b\", \"text\": \"" + "x".repeat(3000) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        bytes.write("{\"document\": \"c\", \"text\": \"good\"}".getBytes(StandardCharsets.UTF_8));
        var items = new ArrayList<SourceItem>();
        DocumentReader.read(file("a.jsonl", bytes.toByteArray()), "a", 0, new Limits(1000, 1000, 2000), items::add);
        assertThat(items).hasSize(3);
        assertThat(((SourceItem.Refused) items.get(0)).reason()).contains("not UTF-8");
        assertThat(((SourceItem.Refused) items.get(1)).reason()).contains("longer than 2,000 bytes");
        assertThat(items.get(2)).isInstanceOf(SourceItem.Readable.class);
    }

    @Test
    void readsGzippedFilesAndSniffsLinesWithoutAName() throws IOException {
        var lines = "{\"document\": \"a\", \"text\": \"one\"}\n{\"document\": \"b\", \"text\": \"two\"}\n";
        assertThat(read(gzip("a.jsonl.gz", lines))).hasSize(2);
        assertThat(read(gzip("a.txt.gz", TEXT))).singleElement().isInstanceOf(SourceItem.Readable.class);
        assertThat(read(file("export", lines))).hasSize(2);
        var whole = Files.readAllBytes(gzip("b.txt.gz", TEXT.repeat(100)));
        assertThat(refused(file("cut.txt.gz", Arrays.copyOf(whole, whole.length / 2)))
                        .reason())
                .contains("compression is damaged");
    }

    private Path gzip(String name, String text) throws IOException {
        var path = directory.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }

    @Test
    void aTextOfTwoHundredMegabytesIsRefusedWithoutBeingRead() throws IOException {
        var path = directory.resolve("long.txt");
        try (var out = new RandomAccessFile(path.toFile(), "rw")) {
            out.setLength(200_000_000L);
        }
        System.gc();
        long before = used();
        assertThat(refused(path).reason()).contains("longer than 20,000,000 bytes");
        assertThat(used() - before).isLessThan(150_000_000L);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aLineOfFiveMegabytesIsATextLikeAnother() throws IOException {
        assertThat(read(file("line.txt", "قتل أربعة جنود ".repeat(190_000))))
                .singleElement()
                .isInstanceOf(SourceItem.Readable.class);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        assertThat(refused(file("empty.txt", "")).reason()).isEqualTo("it is empty");
        assertThat(refused(file("blank.txt", " \n\n")).reason()).isEqualTo("it is empty");
        assertThat(refused(file("a.txt", new byte[] {0, 1, 2, 3, 0, 0, 7})).reason())
                .contains("binary");
        var utf16 = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE);
        assertThat(refused(file("b.txt", Arrays.copyOf(utf16, utf16.length - 1)))
                        .reason())
                .contains("cut off");
        assertThat(refused(file("c.html", "<html><script>x</script></html>")).reason())
                .contains("no text");
        assertThat(refused(directory.resolve("none.txt")).reason()).contains("no such file");
        assertThat(refused(directory).reason()).contains("cannot be read");
    }
}
