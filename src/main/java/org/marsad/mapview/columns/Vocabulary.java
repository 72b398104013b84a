package org.marsad.mapview.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** What the numbers in columns stand for. Columns of one model share one; it only grows. */
public final class Vocabulary {
    static final int ROLE_BITS = 5;

    private final Dictionary types = new Dictionary();
    private final Dictionary actors = new Dictionary();
    private final Dictionary kinds = new Dictionary();
    private final Dictionary borders = new Dictionary();
    private final Dictionary sources = new Dictionary();
    private final Dictionary countries = new Dictionary();
    private final Dictionary regions = new Dictionary();
    private final Map<Integer, Integer> kindOfActor = new HashMap<>();
    final SetDictionary who = new SetDictionary();
    final SetDictionary where = new SetDictionary();
    private final Map<String, KnownArea> areas = new HashMap<>();
    private final List<KnownArea> areaList = new ArrayList<>();

    /** PLOVER types; at most 64. */
    public Dictionary types() {
        return types;
    }

    public Dictionary actors() {
        return actors;
    }

    public Dictionary kinds() {
        return kinds;
    }

    public Dictionary borders() {
        return borders;
    }

    /** Data sets; at most 64. */
    public Dictionary sources() {
        return sources;
    }

    public Dictionary countries() {
        return countries;
    }

    /** First administrative divisions as {@code ML:Mopti}. */
    public Dictionary regions() {
        return regions;
    }

    /** The number of an actor, of which the kind is said now. */
    public int actor(String id, String kind) {
        int number = actors.add(id);
        synchronized (kindOfActor) {
            kindOfActor.put(number, kinds.add(kind));
        }
        return number;
    }

    /** The kind's number of each actor, by the actor's. */
    int[] kindOfActor() {
        synchronized (kindOfActor) {
            var result = new int[actors.size()];
            Arrays.fill(result, -1);
            kindOfActor.forEach((actor, kind) -> result[actor] = kind);
            return result;
        }
    }

    /**
     * The number of the set of participants of an event.
     *
     * @param participants actor's number times 32 plus the bits of its roles; reordered here
     */
    public int who(int[] participants, int length) {
        Arrays.sort(participants, 0, length);
        return who.add(participants, length);
    }

    /** For each set of participants, the kind's number of its first perpetrator, else of its first actor; -1 for none. */
    int[] kindsOfSets() {
        var sets = who.view();
        int[] kinds = kindOfActor();
        var result = new int[sets.size()];
        for (int set = 0; set < result.length; set++) {
            int chosen = -1;
            boolean perpetrator = false;
            for (int i = sets.starts()[set]; i < sets.starts()[set + 1] && !perpetrator; i++) {
                int item = sets.items()[i];
                perpetrator = (item & 1) != 0;
                if (chosen < 0 || perpetrator) {
                    chosen = item >>> ROLE_BITS;
                }
            }
            result[set] = chosen < 0 || chosen >= kinds.length ? -1 : kinds[chosen];
        }
        return result;
    }

    /**
     * The number of the set of divisions that an event's places lie in.
     *
     * @param places (country's number + 1) times 65,536 plus (region's number + 1, or 0); reordered here
     */
    public int where(int[] places, int length) {
        Arrays.sort(places, 0, length);
        int distinct = 0;
        for (int i = 0; i < length; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                places[distinct++] = places[i];
            }
        }
        return where.add(places, distinct);
    }

    /** The area of a key, made by its number if it is new. */
    public KnownArea area(String key, IntFunction<KnownArea> maker) {
        synchronized (areas) {
            return areas.computeIfAbsent(key, k -> {
                var area = maker.apply(areaList.size());
                areaList.add(area);
                return area;
            });
        }
    }

    /** All areas by number. */
    public List<KnownArea> areas() {
        synchronized (areas) {
            return List.copyOf(areaList);
        }
    }
}
