package org.marsad.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.marsad.coding.Coder;
import org.marsad.text.SourceDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractJsonTest {
    private static final Coder CODER = Coder.builtIn();
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = ContractJson.class.getResourceAsStream("coded-article.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(String id, String text) {
        return CODER.code(SourceDocument.of(id, text)).stream()
                .map(ContractJson::line)
                .toList();
    }

    private static void check(String line, String text) {
        assertThat(SCHEMA.validate(line, InputFormat.JSON))
                .extracting(Error::getMessage)
                .isEmpty();
        assertThat(line).doesNotContain("\n");
        var tree = JsonMapper.shared().readTree(line);
        for (var mention : tree.path("mentions")) {
            assertThat(at(mention, text)).isEqualTo(mention.path("text").stringValue());
        }
        for (var mention : tree.path("actorMentions")) {
            assertThat(at(mention, text)).isEqualTo(mention.path("text").stringValue());
        }
        for (var event : tree.path("events")) {
            event.path("evidence").forEach(span -> assertThat(at(span, text)).isNotBlank());
        }
    }

    /** By code points, as a reader in another language would count. */
    private static String at(JsonNode node, String text) {
        int begin = text.offsetByCodePoints(0, node.path("begin").intValue());
        int end = text.offsetByCodePoints(0, node.path("end").intValue());
        return text.substring(begin, end);
    }

    @TestFactory
    List<DynamicTest> everySampleValidatesAndItsOffsetsPointAtWhatTheySay() throws IOException {
        var files = new ArrayList<Path>();
        var shared = Path.of(System.getProperty("marsad.shared", "../shared"), "articles");
        for (var directory : List.of(Path.of("samples/articles"), shared)) {
            if (Files.isDirectory(directory)) {
                try (var list = Files.list(directory)) {
                    list.filter(file -> file.toString().endsWith(".txt"))
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var text = Files.readString(file);
                    lines(file.getFileName().toString(), text).forEach(line -> check(line, text));
                }))
                .toList();
    }

    @Test
    void countsCodePointsAfterAnEmoji() {
        var text = "😀 In Ménaka, on 12 August 2023, gunmen killed three soldiers.";
        var lines = lines("emoji", text);
        assertThat(lines).hasSize(1);
        check(lines.getFirst(), text);
        assertThat(JsonMapper.shared()
                        .readTree(lines.getFirst())
                        .path("mentions")
                        .path(0)
                        .path("begin")
                        .intValue())
                .isEqualTo(5);
    }

    @Test
    void keepsTheOrderOfTheContractsKeys() {
        var tree = JsonMapper.shared()
                .readTree(lines("d", "Gunmen killed three soldiers in Ménaka on 12 August 2023.")
                        .getFirst());
        assertThat(tree.propertyNames())
                .containsExactly(
                        "document", "article", "title", "language", "published", "mentions", "actorMentions", "events");
        assertThat(tree.path("events").path(0).propertyNames())
                .containsExactly(
                        "id",
                        "type",
                        "start",
                        "end",
                        "datePrecision",
                        "places",
                        "border",
                        "geometry",
                        "wherePrecision",
                        "actors",
                        "fatalities",
                        "evidence",
                        "confidence");
    }
}
