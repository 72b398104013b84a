package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.ContractJson;
import org.marsad.store.LiveGazetteer;
import org.marsad.store.Store;
import org.marsad.text.SourceDocument;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The coder over HTTP: a document as JSON, {@code {"document": id, "text": …, "title"?: …, "published"?: …}}; back come
 * the lines of {@code ./marsad code}, one an article.
 */
@RestController
class CodeController {
    private static final MediaType LINES = MediaType.parseMediaType("application/x-ndjson;charset=UTF-8");
    private static final int LONGEST = 8 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveGazetteer live;

    CodeController(Store store) {
        this.live = store.live();
    }

    @PostMapping(path = "/api/v1/code", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> code(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new ResponseStatusException(
                    HttpStatus.CONTENT_TOO_LARGE, "the document is longer than " + (LONGEST >> 20) + " MB");
        }
        String lines = live.current().coder().code(document(body)).stream()
                .map(coded -> ContractJson.line(coded) + "\n")
                .collect(Collectors.joining());
        return ResponseEntity.ok().contentType(LINES).body(lines);
    }

    private static SourceDocument document(byte[] body) {
        try {
            var node = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            if (!node.path("document").isString() || !node.path("text").isString()) {
                throw bad("wants an object with the texts \"document\" and \"text\"");
            }
            return new SourceDocument(
                    node.path("document").asString(),
                    node.path("text").asString(),
                    node.path("title").asStringOpt().orElse(null),
                    published(node.path("published").asStringOpt().orElse(null)));
        } catch (JacksonException e) {
            throw bad("is not JSON: " + e.getOriginalMessage());
        }
    }

    private static @Nullable LocalDate published(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad("\"published\" is not a date like 2025-02-20");
        }
    }

    private static ResponseStatusException bad(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "the body " + reason);
    }
}
