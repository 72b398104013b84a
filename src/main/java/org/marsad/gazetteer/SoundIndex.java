package org.marsad.gazetteer;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.LongStream;

/** From {@link Sounds} to the names in Latin script that sound so. */
public final class SoundIndex {
    private static final int LONGEST = 32;

    private final int[] heads;
    private final int[] nexts;
    private final int[] nodes;
    private final long[] sounds;
    /** Of names that the arrays lack: nodes by sound. */
    private final Map<Long, int[]> more;

    private SoundIndex(int[] heads, int[] nexts, int[] nodes, long[] sounds) {
        this(heads, nexts, nodes, sounds, Map.of());
    }

    private SoundIndex(int[] heads, int[] nexts, int[] nodes, long[] sounds, Map<Long, int[]> more) {
        this.more = more;
        this.heads = heads;
        this.nexts = nexts;
        this.nodes = nodes;
        this.sounds = sounds;
    }

    private SoundIndex(int[] nodes, long[] sounds) {
        this(new int[Integer.highestOneBit(Math.max(16, nodes.length)) << 1], new int[nodes.length], nodes, sounds);
        for (int i = 0; i < nodes.length; i++) {
            int slot = slot(sounds[i]);
            nexts[i] = heads[slot];
            heads[slot] = i + 1;
        }
    }

    static SoundIndex of(NameIndex names) {
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
        return new SoundIndex(Arrays.copyOf(nodes, size), Arrays.copyOf(sounds, size));
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

    /** The same for an index with a layer upon that which this one was made of. */
    SoundIndex with(NameIndex names, NameIndex below) {
        var found = new HashMap<Long, int[]>();
        for (int node : names.changedNodes()) {
            boolean known = node < below.nodes() && below.isName(node) && isPlace(below, node);
            if (!known && names.isName(node) && names.isLatin(node) && isPlace(names, node)) {
                for (long sound : sounds(names.key(node))) {
                    found.merge(sound, new int[] {node}, SoundIndex::joined);
                }
            }
        }
        return new SoundIndex(heads, nexts, nodes, sounds, found);
    }

    private static int[] joined(int[] one, int[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    void write(ImageWriter out) throws IOException {
        out.ints(heads);
        out.ints(nexts);
        out.ints(nodes);
        out.longs(sounds);
    }

    static SoundIndex read(ImageReader in) throws IOException {
        return new SoundIndex(in.ints(), in.ints(), in.ints(), in.longs());
    }

    /** Every name's node in the {@link NameIndex} whose sound this is. */
    public void forEach(long sound, IntConsumer node) {
        for (int i = heads[slot(sound)]; i != 0; i = nexts[i - 1]) {
            if (sounds[i - 1] == sound) {
                node.accept(nodes[i - 1]);
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
            if (!Posting.isDemonym(names.posting(i)) && !Posting.isCapitalsOnly(names.posting(i))) {
                return true;
            }
        }
        return false;
    }

    private int slot(long sound) {
        return (int) (sound * 0x9E3779B97F4A7C15L >>> 40) & heads.length - 1;
    }
}
