package org.marsad.snapshot.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.freeze.Extents;
import org.marsad.snapshot.sheet.Digits;
import org.marsad.snapshot.sheet.Extent;
import org.marsad.snapshot.sheet.Paper;
import org.marsad.snapshot.sheet.SymbolsBy;
import org.marsad.text.Language;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a briefer asks for, as JSON; see {@code docs/api.md}. */
public final class DraftJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DraftJson() {}

    public static String write(SnapshotDraft draft) {
        var values = new TreeMap<String, Object>();
        values.put("title", draft.title());
        values.put("note", draft.note());
        values.put("classification", draft.classification());
        values.put("language", draft.language().tag());
        values.put("digits", word(draft.digits()));
        values.put("paper", word(draft.paper()));
        values.put("symbols", word(draft.symbols()));
        values.put("dpi", draft.dpi());
        values.put("query", draft.query());
        var extent = draft.extent();
        if (extent != null) {
            values.put("extent", extent.west() + "," + extent.south() + "," + extent.east() + "," + extent.north());
        }
        var view = draft.view();
        if (view != null) {
            values.put("view", view);
        }
        return JSON.writeValueAsString(values);
    }

    /**
     * Only {@code title} must be there.
     *
     * @throws SnapshotRefusedException says what cannot be read
     */
    public static SnapshotDraft read(String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new SnapshotRefusedException(Reason.FILTER, "not JSON: " + e.getOriginalMessage(), e);
        }
        var query = text(node, "query", "");
        var at = node.path("at").asString("");
        return new SnapshotDraft(
                text(node, "title", ""),
                text(node, "note", ""),
                text(node, "classification", ""),
                language(text(node, "language", "en")),
                constant(Digits.class, node, "digits", Digits.WESTERN),
                constant(Paper.class, node, "paper", Paper.A4_LANDSCAPE),
                constant(SymbolsBy.class, node, "symbols", SymbolsBy.TYPE),
                node.path("dpi").asInt(SnapshotDraft.DPI),
                filter(query),
                node.path("extent").isString() ? extent(node.path("extent").asString()) : at.isEmpty() ? null : at(at),
                node.path("view").isString() ? node.path("view").asString() : null);
    }

    /**
     * @throws SnapshotRefusedException says which part cannot be read
     */
    public static EventFilter filter(String query) {
        return filter(query, LocalDate.now());
    }

    /**
     * @param today the day that the last days of a view end on
     */
    public static EventFilter filter(String query, LocalDate today) {
        try {
            return EventFilterCodec.decode(SavedViews.parameters(query), today);
        } catch (BadParameterException e) {
            throw new SnapshotRefusedException(Reason.FILTER, String.valueOf(e.getMessage()), e);
        }
    }

    /** What a saved view's {@code at} shows, or null where it has none. */
    public static @Nullable Extent extentOf(String query) {
        var at = SavedViews.parameters(query).getOrDefault("at", List.of());
        return at.isEmpty() || at.getFirst().isBlank() ? null : at(at.getFirst());
    }

    public static Extent extent(String text) {
        try {
            return Extents.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SnapshotRefusedException(Reason.EXTENT, "the extent: " + e.getMessage(), e);
        }
    }

    private static Extent at(String text) {
        try {
            return Extents.ofAt(text);
        } catch (IllegalArgumentException e) {
            throw new SnapshotRefusedException(Reason.EXTENT, "the extent: " + e.getMessage(), e);
        }
    }

    public static Language language(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElseThrow(() ->
                        new SnapshotRefusedException(Reason.FILTER, "language '" + tag + "' is not one of ar, fr, en"));
    }

    /** As in JSON and on the command line: {@code a4-landscape}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String name, E otherwise) {
        var word = text(node, name, "");
        if (word.isEmpty()) {
            return otherwise;
        }
        for (E each : type.getEnumConstants()) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        throw new SnapshotRefusedException(
                Reason.FILTER,
                name + " '" + word + "' is not one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(DraftJson::word)
                                .toList());
    }

    private static String text(JsonNode node, String name, String otherwise) {
        return node.path(name).asStringOpt().orElse(otherwise);
    }

    static List<Snapshot.File> files(String json) {
        var files = new ArrayList<Snapshot.File>();
        for (var file : JSON.readTree(json)) {
            files.add(new Snapshot.File(
                    file.path("name").asString(),
                    file.path("bytes").asLong(),
                    file.path("sha256").asString(),
                    file.path("sealed").asBoolean()));
        }
        return files;
    }
}
