package org.marsad.gazetteer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is different between two gazetteers that were compiled of different files, edited by hand or not.
 *
 * @param keys folded names that mean other places than before, or places that are other than they were
 * @param places that are other than they were, gone or new
 */
public record GazetteerDiff(Set<String> keys, Set<PlaceId> places) {
    /** Goes through all places and names of both once: about a second for half a million names. */
    public static GazetteerDiff between(Gazetteer before, Gazetteer after) {
        if (before == after) {
            return new GazetteerDiff(Set.of(), Set.of());
        }
        var old = before.places();
        var now = after.places();
        var moved = new int[old.size()];
        var otherBefore = new BitSet();
        var otherAfter = new BitSet();
        var ids = new TreeSet<PlaceId>((one, other) -> one.value().compareTo(other.value()));
        var kept = new BitSet();
        for (int place = 0; place < old.size(); place++) {
            int at = now.find(old.id(place));
            moved[place] = at;
            if (at >= 0) {
                kept.set(at);
            }
            if (at < 0 || !isSame(old, place, now, at)) {
                otherBefore.set(place);
                ids.add(old.id(place));
                if (at >= 0) {
                    otherAfter.set(at);
                }
            }
        }
        for (int place = kept.nextClearBit(0); place < now.size(); place = kept.nextClearBit(place + 1)) {
            otherAfter.set(place);
            ids.add(now.id(place));
        }
        var keys = new HashSet<String>();
        for (int node = 0; node < before.names().nodes(); node++) {
            if (before.names().isName(node)) {
                var key = before.names().key(node);
                if (isOfAny(before.names(), node, otherBefore)
                        || !Arrays.equals(
                                moved(before.names().postings(key), moved),
                                after.names().postings(key))) {
                    keys.add(key);
                }
            }
        }
        for (int node = 0; node < after.names().nodes(); node++) {
            if (after.names().isName(node)) {
                boolean other = isOfAny(after.names(), node, otherAfter);
                var key = after.names().key(node);
                if (other || before.names().postings(key).length == 0) {
                    keys.add(key);
                }
            }
        }
        return new GazetteerDiff(keys, ids);
    }

    public Set<String> placeIds() {
        return places.stream().map(PlaceId::value).collect(Collectors.toSet());
    }

    private static boolean isSame(Places old, int place, Places now, int at) {
        return old.isCurated(place) == now.isCurated(at) && old.get(place).equals(now.get(at));
    }

    private static boolean isOfAny(NameIndex names, int node, BitSet places) {
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            if (places.get(Posting.place(names.posting(i)))) {
                return true;
            }
        }
        return false;
    }

    /** With the ordinals of the other gazetteer. */
    private static int[] moved(int[] postings, int[] to) {
        return Arrays.stream(postings)
                .map(posting -> Posting.at(posting, to[Posting.place(posting)]))
                .toArray();
    }
}
