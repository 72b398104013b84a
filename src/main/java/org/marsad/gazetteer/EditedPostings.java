package org.marsad.gazetteer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What edits of places make of the postings of an index. */
final class EditedPostings {
    private final NameIndex names;
    private final Places places;
    private final TreeMap<String, int[]> lists = new TreeMap<>();

    private EditedPostings(NameIndex names, Places places) {
        this.names = names;
        this.places = places;
    }

    /**
     * The postings of every name whose postings change, by its key.
     *
     * @param places with the edits
     * @param edits in the order of ids
     */
    static TreeMap<String, int[]> of(NameIndex names, Places places, List<EditedPlace> edits) {
        var work = new EditedPostings(names, places);
        work.takeAway(edits);
        edits.stream().filter(edit -> !edit.retired()).forEach(work::add);
        return work.lists;
    }

    private void takeAway(List<EditedPlace> edits) {
        var touched = new BitSet();
        var retired = new BitSet();
        Map<Integer, Set<String>> keys = new HashMap<>();
        for (var edit : edits) {
            int place = places.find(edit.id());
            if (edit.retired()) {
                retired.set(place);
                touched.set(place);
            } else if (!edit.removed().isEmpty()) {
                keys.put(place, removedKeys(edit, place));
                touched.set(place);
            }
        }
        if (touched.isEmpty()) {
            return;
        }
        for (int node = 0; node < names.nodes(); node++) {
            boolean found = false;
            for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
                found |= touched.get(Posting.place(names.posting(i)));
            }
            if (found) {
                takeAway(node, retired, keys);
            }
        }
    }

    private void takeAway(int node, BitSet retired, Map<Integer, Set<String>> keys) {
        var key = names.key(node);
        var old = list(key);
        var kept = Arrays.stream(old)
                .filter(posting -> !retired.get(Posting.place(posting))
                        && !keys.getOrDefault(Posting.place(posting), Set.of()).contains(key))
                .toArray();
        if (kept.length < old.length) {
            lists.put(key, kept);
        }
    }

    private Set<String> removedKeys(EditedPlace edit, int place) {
        var level = places.level(place);
        var removed = new HashSet<String>();
        edit.removed()
                .forEach(name -> removed.addAll(EditedNames.keys(name, level).keySet()));
        edit.kept()
                .forEach(name -> removed.removeAll(EditedNames.keys(name, level).keySet()));
        return removed;
    }

    private void add(EditedPlace edit) {
        int place = places.find(edit.id());
        for (var name : edit.added()) {
            EditedNames.keys(name, places.level(place)).forEach((key, capitals) -> {
                int posting = Posting.of(place, name.kind(), name.language(), capitals);
                var old = list(key);
                if (!NameIndexBuilder.holdsPlace(old, 0, old.length, posting)) {
                    var more = Arrays.copyOf(old, old.length + 1);
                    more[old.length] = posting;
                    lists.put(key, more);
                }
            });
        }
    }

    private int[] list(String key) {
        var known = lists.get(key);
        if (known != null) {
            return known;
        }
        return names.postings(key);
    }
}
