package org.marsad.ingest;

import java.util.ArrayDeque;
import org.jsoup.nodes.Document;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of an article that pages give to search engines (schema.org as JSON-LD). */
final class JsonLd {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_NODES = 10_000;

    private JsonLd() {}

    /** The first text under a name, wherever it stands; empty where there is none. */
    static String find(Document page, String name) {
        for (var script : page.select("script[type=application/ld+json]")) {
            try {
                var found = find(JSON.readTree(script.data()), name);
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (JacksonException e) {
                // Pages get this wrong often; what they show counts then.
                continue;
            }
        }
        return "";
    }

    private static String find(JsonNode root, String name) {
        var open = new ArrayDeque<JsonNode>();
        open.add(root);
        for (int seen = 0; !open.isEmpty() && seen < MOST_NODES; seen++) {
            var node = open.remove();
            var value = node.path(name);
            if (node.isObject() && value.isString()) {
                return value.stringValue();
            }
            node.forEach(open::add);
        }
        return "";
    }
}
