package org.marsad.snapshot.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.SnapshotDraft;
import org.marsad.snapshot.freeze.EventVersions;
import org.marsad.snapshot.freeze.Frozen;
import org.marsad.snapshot.sheet.Sheet;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a snapshot is of, and the hashes of its files. Canonical: JSON without white space, the names of each object in the
 * order of their code points, UTF-8, so that the same manifest is the same bytes. The {@code seal} is the SHA-256 of the
 * {@code content} alone; it stands on the sheet, and so cannot be of the files that show it.
 */
public final class Manifest {
    public static final String FILE = "manifest.json";
    /** Events that the manifest lists; of more it has their number and the hash of the list. */
    public static final int MOST_LISTED = 20_000;

    private static final String KIND = "marsad-snapshot/1";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Object> content;
    private final String seal;

    private Manifest(Map<String, Object> content) {
        this.content = content;
        this.seal = Sha256.of(JSON.writeValueAsString(content));
    }

    /**
     * @param frozen not sealed yet
     */
    public static Manifest of(Frozen frozen, SnapshotDraft draft, byte[] sheetJson) {
        var sheet = frozen.sheet();
        var issue = sheet.issue();
        var content = new TreeMap<String, Object>();
        content.put("code", issue.code());
        content.put("title", sheet.title());
        content.put("note", sheet.note());
        content.put("classification", sheet.classification());
        content.put("language", sheet.language().tag());
        content.put("digits", sheet.digits().name());
        content.put("paper", sheet.paper().name());
        content.put("symbols", sheet.symbols().name());
        content.put("filter", draft.query());
        content.put("extent", extent(sheet));
        content.put("counts", counts(sheet));
        content.put("aggregated", frozen.aggregated());
        content.put("events", events(frozen.versions()));
        content.put("withheld", Map.copyOf(withheld(frozen)));
        content.put("gazetteer", issue.gazetteer());
        content.put("software", issue.software());
        content.put("frozenAt", issue.at().toString());
        content.put("databaseState", frozen.state());
        content.put("issuedBy", issue.by());
        content.put("sheet", Sha256.of(sheetJson));
        var before = issue.refreshes();
        if (before != null) {
            content.put("refreshes", before);
        }
        return new Manifest(sorted(content));
    }

    /** Of the content, 64 hexadecimal digits. */
    public String seal() {
        return seal;
    }

    /** The whole manifest. */
    public String json(List<Snapshot.File> files) {
        var all = new TreeMap<String, Object>();
        all.put("kind", KIND);
        all.put("content", content);
        all.put("seal", seal);
        var listed = new ArrayList<Object>();
        for (var file : files) {
            listed.add(new TreeMap<>(Map.of("name", file.name(), "bytes", file.bytes(), "sha256", file.sha256())));
        }
        all.put("files", listed);
        return JSON.writeValueAsString(all);
    }

    private static List<Double> extent(Sheet sheet) {
        var extent = sheet.extent();
        return List.of(extent.west(), extent.south(), extent.east(), extent.north());
    }

    private static Map<String, Object> counts(Sheet sheet) {
        var counts = sheet.counts();
        var result = new TreeMap<String, Object>(
                Map.of("total", counts.total(), "undated", counts.undated(), "nowhere", counts.nowhere()));
        var certain = counts.certain();
        var possible = counts.possible();
        if (certain != null && possible != null) {
            result.put("certain", certain);
            result.put("possible", possible);
        }
        return result;
    }

    private static Map<String, Object> events(EventVersions versions) {
        var result = new TreeMap<String, Object>(Map.of("count", versions.size(), "sha256", versions.sha256()));
        if (versions.size() <= MOST_LISTED) {
            var list = new ArrayList<List<Long>>();
            for (int i = 0; i < versions.size(); i++) {
                list.add(List.of(versions.id(i), versions.version(i)));
            }
            result.put("list", list);
        }
        return result;
    }

    private static Map<String, Object> withheld(Frozen frozen) {
        return Map.of("sources", List.copyOf(frozen.withheld()), "events", frozen.withheldEvents());
    }

    /** The same with the names of every object in order, however deep. */
    private static Map<String, Object> sorted(Map<String, Object> map) {
        var result = new TreeMap<String, Object>();
        map.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                var texts = new TreeMap<String, Object>();
                inner.forEach((key, each) -> texts.put(String.valueOf(key), each));
                result.put(name, texts);
            } else {
                result.put(name, value);
            }
        });
        return result;
    }
}
