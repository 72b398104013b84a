package org.marsad.gazetteer;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * From {@link Sounds} to the names in Latin script that sound so: a hash table whose entries of one slot stand side by
 * side. Beside each name stands the country of its places, where it is but one, so that most names of other countries are
 * passed over without a look at the places.
 */
public final class SoundIndex {
    /** Inhabitants of a town that is known so far away that its name may be written by its sound anywhere. */
    public static final int KNOWN_AFAR = 150_000;

    private static final int LONGEST = 32;

    /** In place of a country: look at the places. */
    private static final short SEVERAL = 0;

    /** The first entry of each slot, and of the one after. */
    private final int[] starts;

    private final int[] nodes;
    private final long[] sounds;
    private final short[] homes;
    /** Of names that the arrays lack: nodes by sound. */
    private final Map<Long, int[]> more;
    /** Nodes that have other places now, or places that lie elsewhere, than those that the arrays know. */
    private final BitSet changed;

    private SoundIndex(int[] starts, int[] nodes, long[] sounds, short[] homes) {
        this(starts, nodes, sounds, homes, Map.of(), new BitSet());
    }

    private SoundIndex(int[] starts, int[] nodes, long[] sounds, short[] homes, Map<Long, int[]> more, BitSet changed) {
        this.starts = starts;
        this.nodes = nodes;
        this.sounds = sounds;
        this.homes = homes;
        this.more = more;
        this.changed = changed;
    }

    static SoundIndex of(NameIndex names, Places places) {
        var nodes = new int[names.nodes() * 3];
        var sounds = new long[names.nodes() * 3];
        int size = 0;
        for (int node = 0; node < names.nodes(); node++) {
            if (names.isName(node) && names.isLatin(node) && isPlace(names, node)) {
                for (long sound : sounds(names.key(node))) {
                    nodes[size] = node;
                    sounds[size++] = sound;
                }
            }
        }
        int slots = Integer.highestOneBit(Math.max(16, size)) << 1;
        var starts = new int[slots + 1];
        for (int i = 0; i < size; i++) {
            starts[slot(sounds[i], slots) + 1]++;
        }
        for (int slot = 0; slot < slots; slot++) {
            starts[slot + 1] += starts[slot];
        }
        var next = starts.clone();
        var nodesBySlot = new int[size];
        var soundsBySlot = new long[size];
        var homes = new short[size];
        for (int i = 0; i < size; i++) {
            int at = next[slot(sounds[i], slots)]++;
            nodesBySlot[at] = nodes[i];
            soundsBySlot[at] = sounds[i];
            homes[at] = home(names, places, nodes[i]);
        }
        return new SoundIndex(starts, nodesBySlot, soundsBySlot, homes);
    }

    /** The country of all places of a name, none of them known afar; else {@link #SEVERAL}. */
    private static short home(NameIndex names, Places places, int node) {
        short home = SEVERAL;
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            if (isPlace(names.posting(i))) {
                int place = Posting.place(names.posting(i));
                short country = places.country(place);
                if (country == Places.NO_COUNTRY
                        || places.population(place) >= KNOWN_AFAR
                        || home != SEVERAL && home != country) {
                    return SEVERAL;
                }
                home = country;
            }
        }
        return home;
    }

    /** The sounds under which a folded name in Latin script is found; none for a name in another. */
    static long[] sounds(String name) {
        var key = Sounds.unassimilated(name);
        long sound = key.length() > LONGEST ? Sounds.NONE : Sounds.of(key);
        if (sound == Sounds.NONE) {
            return new long[0];
        }
        var bare = Sounds.withoutArticle(key);
        var all = LongStream.builder().add(sound);
        long second = Sounds.second(key);
        if (second != sound) {
            all.add(second);
        }
        if (bare.length() < key.length()) {
            all.add(Sounds.of(bare));
        }
        return all.build().toArray();
    }

    /**
     * The same for an index with a layer upon that which this one was made of.
     *
     * @param moved nodes of places that lie in another country than before, or have other inhabitants
     */
    SoundIndex with(NameIndex names, NameIndex below, BitSet moved) {
        var others = (BitSet) moved.clone();
        var found = new HashMap<Long, int[]>();
        for (int node : names.changedNodes()) {
            others.set(node);
            boolean known = node < below.nodes() && below.isName(node) && isPlace(below, node);
            if (!known && names.isName(node) && names.isLatin(node) && isPlace(names, node)) {
                for (long sound : sounds(names.key(node))) {
                    found.merge(sound, new int[] {node}, SoundIndex::joined);
                }
            }
        }
        return new SoundIndex(starts, nodes, sounds, homes, found, others);
    }

    private static int[] joined(int[] one, int[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    void write(ImageWriter out) throws IOException {
        out.ints(starts);
        out.ints(nodes);
        out.longs(sounds);
        out.shorts(homes);
    }

    static SoundIndex read(ImageReader in) throws IOException {
        return new SoundIndex(in.ints(), in.ints(), in.longs(), in.shorts());
    }

    /** Every name's node in the {@link NameIndex} whose sound this is. */
    public void forEach(long sound, IntConsumer node) {
        forEach(sound, null, node);
    }

    /**
     * Those among them that may mean a place of these countries, or one {@link #KNOWN_AFAR known afar}; some of them may
     * mean neither.
     *
     * @param countries by {@link Places#country}; null for all
     */
    public void forEach(long sound, @Nullable BitSet countries, IntConsumer node) {
        int slot = slot(sound, starts.length - 1);
        for (int i = starts[slot], end = starts[slot + 1]; i < end; i++) {
            if (sounds[i] == sound
                    && (countries == null || homes[i] == SEVERAL || countries.get(homes[i]) || changed.get(nodes[i]))) {
                node.accept(nodes[i]);
            }
        }
        if (!more.isEmpty()) {
            for (int one : more.getOrDefault(sound, new int[0])) {
                node.accept(one);
            }
        }
    }

    private static boolean isPlace(NameIndex names, int node) {
        for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
            if (isPlace(names.posting(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlace(int posting) {
        return !Posting.isDemonym(posting) && !Posting.isCapitalsOnly(posting);
    }

    /** @param slots a power of two */
    private static int slot(long sound, int slots) {
        return (int) (sound * 0x9E3779B97F4A7C15L >>> 36) & slots - 1;
    }
}
