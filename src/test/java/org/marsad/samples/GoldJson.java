package org.marsad.samples;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a sample's annotations as {@code samples/gold/ID.json}; {@code samples/README.md} explains the fields. */
final class GoldJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultIndenter INDENT = new DefaultIndenter(" ", "\n");
    private static final ObjectWriter WRITER = JSON.writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private GoldJson() {}

    static String write(Sample sample) {
        ObjectNode gold = JSON.createObjectNode();
        gold.put("document", sample.id() + ".txt");
        gold.put("language", sample.language());
        gold.put("split", sample.split());
        gold.put("published", text(sample.published()));
        gold.put("articles", 1);
        ArrayNode mentions = gold.putArray("mentions");
        for (SampleMention mention : sample.markup().mentions()) {
            mentions.addObject()
                    .put("text", mention.text())
                    .put("begin", mention.begin())
                    .put("end", mention.end())
                    .put("kind", mention.kind().gold())
                    .set("place", place(mention.place()));
        }
        ArrayNode events = gold.putArray("events");
        sample.events().forEach(event -> events.add(event(event)));
        return WRITER.writeValueAsString(gold) + "\n";
    }

    private static ObjectNode event(SampleEvent event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", event.id());
        json.put("label", event.label());
        json.put("incident", event.incident());
        strings(json.putArray("plover"), event.plover());
        json.put("acled", event.acled());
        json.put("start", text(event.start()));
        json.put("end", text(event.end()));
        json.put("precision", event.precision());
        ArrayNode places = json.putArray("places");
        event.places().forEach(place -> places.add(place(place)));
        strings(json.putArray("border"), event.border());
        // Two arrays side by side: the first is a list of names that each actor goes by, so that a name may be added.
        ArrayNode actors = json.putArray("actors");
        ArrayNode roles = json.putArray("roles");
        for (SampleEvent.Actor actor : event.actors()) {
            actors.addArray().add(actor.id()).add(actor.name());
            roles.add(actor.role());
        }
        SampleEvent.Fatalities dead = event.fatalities();
        if (dead == null) {
            json.putNull("fatalities");
        } else {
            json.putObject("fatalities")
                    .put("low", dead.low())
                    .put("best", dead.best())
                    .put("high", dead.high());
        }
        ArrayNode evidence = json.putArray("evidence");
        event.evidence()
                .forEach(span -> evidence.addObject().put("begin", span.begin()).put("end", span.end()));
        return json;
    }

    private static ObjectNode place(SamplePlace place) {
        return JSON.createObjectNode()
                .put("key", place.key())
                .put("name", place.name())
                .put("country", place.country())
                .put("lat", place.lat())
                .put("lon", place.lon())
                .put("level", place.level())
                .put("source", place.source());
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
