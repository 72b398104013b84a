package org.marsad.curation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Edits and their effects as the history keeps them. */
final class ChangeJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, Class<? extends Edit>> EDITS = Map.ofEntries(
            Map.entry("create", PlaceEdit.Create.class),
            Map.entry("editNames", PlaceEdit.EditNames.class),
            Map.entry("addAlias", PlaceEdit.AddAlias.class),
            Map.entry("describe", PlaceEdit.Describe.class),
            Map.entry("move", PlaceEdit.Move.class),
            Map.entry("merge", PlaceEdit.Merge.class),
            Map.entry("split", PlaceEdit.Split.class),
            Map.entry("retire", PlaceEdit.Retire.class),
            Map.entry("createActor", ActorEdit.CreateActor.class),
            Map.entry("addActorAlias", ActorEdit.AddActorAlias.class),
            Map.entry("editActorNames", ActorEdit.EditActorNames.class),
            Map.entry("describeActor", ActorEdit.DescribeActor.class),
            Map.entry("retireActor", ActorEdit.RetireActor.class),
            Map.entry("addTrigger", TriggerEdit.AddTrigger.class),
            Map.entry("replaceTrigger", TriggerEdit.ReplaceTrigger.class),
            Map.entry("retireTrigger", TriggerEdit.RetireTrigger.class));

    private ChangeJson() {}

    static String write(Edit edit) {
        if (edit instanceof PlaceEdit.Decide(String surface, DecisionScope scope, String place, boolean withdrawn)) {
            var node = JSON.createObjectNode().put("surface", surface).put("withdrawn", withdrawn);
            node.put("place", place);
            switch (scope) {
                case DecisionScope.Everywhere() -> node.put("scope", "all");
                case DecisionScope.OfSource(String source) ->
                    node.put("scope", "source").put("source", source);
                case DecisionScope.OneMention(long mention) ->
                    node.put("scope", "mention").put("mention", mention);
            }
            return node.toString();
        }
        return JSON.writeValueAsString(edit);
    }

    static @Nullable Edit read(String kind, @Nullable String json) {
        if (json == null) {
            return null;
        }
        if (kind.equals("decide")) {
            var node = JSON.readTree(json);
            return new PlaceEdit.Decide(
                    node.path("surface").asString(),
                    scope(node),
                    node.path("place").asStringOpt().orElse(null),
                    node.path("withdrawn").asBoolean());
        }
        return JSON.readValue(json, EDITS.get(kind));
    }

    private static DecisionScope scope(JsonNode node) {
        return switch (node.path("scope").asString()) {
            case "source" -> new DecisionScope.OfSource(node.path("source").asString());
            case "mention" -> new DecisionScope.OneMention(node.path("mention").asLong());
            default -> new DecisionScope.Everywhere();
        };
    }

    static String write(List<Changeset.FileChange> files) {
        return JSON.writeValueAsString(files);
    }

    static List<Changeset.FileChange> readFiles(String json) {
        return JSON.readValue(json, new TypeReference<List<Changeset.FileChange>>() {});
    }

    /** What a changeset did, and the fields that it changed. */
    record Effect(Rehearsal rehearsal, List<Changeset.FieldChange> changes) {}

    static String write(Effect effect) {
        return JSON.writeValueAsString(effect);
    }

    static Effect readEffect(String json) {
        return JSON.readValue(json, Effect.class);
    }
}
