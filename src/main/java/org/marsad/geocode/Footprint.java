package org.marsad.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.SoundKeys;

/**
 * What of the gazetteer was looked at while an article was coded: its words as they were looked up, there and among the
 * names of actors and the words that name events; the names and sounds asked for besides, and the places that were known without their names. Whoever changes a name knows by it which articles
 * could be coded otherwise: where nothing that was looked at is different, nothing that comes out is. Each is kept as a hash
 * of 32 bits, so that an article may be found too many, never one too few. Not safe for several threads.
 */
public final class Footprint {
    /** Marks by open addressing; 0 is a free slot, and the mark 0 is kept as 1. */
    private int[] slots;

    private int size;

    /** One that keeps what it is told. */
    public Footprint() {
        this(512);
    }

    private Footprint(int slots) {
        this.slots = new int[slots];
    }

    /** One that keeps nothing, for where nobody will ask. */
    public static Footprint none() {
        return new Footprint(0);
    }

    /** A word of the article, folded, or what is left of it without particles. */
    void word(CharSequence text, int from, int to) {
        if (isKept()) {
            add(mark('w', text, from, to));
        }
    }

    /** The same, as others look it up who look for names of their own in the text. */
    public void word(String word) {
        word(word, 0, word.length());
    }

    /** A whole name that does not stand in the article: that of another place with a name that does. */
    void name(String key) {
        if (isKept()) {
            add(mark('k', key, 0, key.length()));
        }
    }

    void sound(long sound) {
        if (isKept()) {
            add(ofSound(sound));
        }
    }

    /** A place that is known by its id: a capital, or one that was decided on by hand. */
    public void place(PlaceId id) {
        if (isKept()) {
            add(ofPlace(id));
        }
    }

    private boolean isKept() {
        return slots.length > 0;
    }

    private void add(int mark) {
        if (size > slots.length / 2) {
            var old = slots;
            slots = new int[old.length * 2];
            for (int one : old) {
                if (one != 0) {
                    slots[slot(one)] = one;
                }
            }
        }
        int slot = slot(mark);
        if (slots[slot] == 0) {
            slots[slot] = mark;
            size++;
        }
    }

    /** Where a mark is, or would be. The marks are mixed well already. */
    private int slot(int mark) {
        int slot = mark & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != mark) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    /** All marks, in order. */
    public int[] marks() {
        return Arrays.stream(slots).filter(mark -> mark != 0).sorted().toArray();
    }

    /** The marks of what was looked at where a place is known by its id. */
    public static int ofPlace(PlaceId id) {
        return mark('p', id.value(), 0, id.value().length());
    }

    /** The marks of a surface form's words: an article that has it has them all. */
    public static int[] ofWords(String key) {
        return Arrays.stream(key.split(" "))
                .mapToInt(word -> mark('w', word, 0, word.length()))
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * What an article's marks must hold for it to have looked at a name: one of the single ones, or all of one of the sets.
     */
    public record Wanted(Set<Integer> singles, Collection<int[]> together) {
        /** Whether an article with these marks, in order, may be concerned. */
        public boolean isIn(int[] marks) {
            return singles.stream().anyMatch(mark -> Arrays.binarySearch(marks, mark) >= 0)
                    || together.stream()
                            .anyMatch(
                                    all -> Arrays.stream(all).allMatch(mark -> Arrays.binarySearch(marks, mark) >= 0));
        }

        /**
         * The same for marks in any order, at a cost that does not grow with how much is wanted: each set is looked for where
         * that mark of it stands that the fewest other sets have.
         */
        public Predicate<Integer[]> sieve() {
            var counts = new HashMap<Integer, Integer>();
            together.forEach(all -> Arrays.stream(all).forEach(mark -> counts.merge(mark, 1, Integer::sum)));
            var byRarest = new HashMap<Integer, List<int[]>>();
            for (var all : together) {
                int rarest = Arrays.stream(all)
                        .boxed()
                        .min(Comparator.comparing(counts::get))
                        .orElseThrow();
                byRarest.computeIfAbsent(rarest, _ -> new ArrayList<>(1)).add(all);
            }
            return marks -> {
                var own = new HashSet<>(Arrays.asList(marks));
                return own.stream()
                        .anyMatch(mark -> singles.contains(mark)
                                || byRarest.getOrDefault(mark, List.of()).stream()
                                        .anyMatch(all -> Arrays.stream(all).allMatch(own::contains)));
            };
        }
    }

    /**
     * What articles must have looked at to be concerned by a change of names and places.
     *
     * @param keys folded names whose places are others than before, or other than they were
     * @param places that are other than they were
     */
    public static Wanted wanted(Collection<String> keys, Collection<PlaceId> places) {
        var singles = new LinkedHashSet<Integer>();
        Map<String, int[]> together = new HashMap<>();
        for (var key : keys) {
            singles.add(mark('k', key, 0, key.length()));
            for (long sound : SoundKeys.of(key)) {
                singles.add(ofSound(sound));
            }
            var words = ofWords(key);
            if (words.length == 1) {
                singles.add(words[0]);
            } else {
                together.put(Arrays.toString(words), words);
            }
        }
        places.forEach(place -> singles.add(ofPlace(place)));
        return new Wanted(singles, together.values());
    }

    /**
     * The names of a gazetteer whose meaning is another in the other one, where these places were edited: those under which
     * either finds one of them.
     *
     * @param attributes whether the places themselves are other than they were, or only their names
     */
    public static Set<String> changedKeys(
            Gazetteer before, Gazetteer after, Collection<PlaceId> places, boolean attributes) {
        var keys = new HashSet<String>();
        for (var place : places) {
            var old = before.listKeys(place);
            var now = after.listKeys(place);
            if (attributes) {
                keys.addAll(old);
                keys.addAll(now);
            } else {
                old.stream()
                        .filter(key -> !now.contains(key) || !before.samePostings(after, key))
                        .forEach(keys::add);
                now.stream()
                        .filter(key -> !old.contains(key) || !before.samePostings(after, key))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static int ofSound(long sound) {
        return notZero(mix(sound * 31 + 's'));
    }

    /** FNV-1a, then the finalizer of SplitMix64. */
    private static int mark(char kind, CharSequence text, int from, int to) {
        long hash = 0xcbf29ce484222325L ^ kind;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return notZero(mix(hash));
    }

    private static int notZero(long hash) {
        return (int) hash == 0 ? 1 : (int) hash;
    }

    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
