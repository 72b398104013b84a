package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From folded names to places: a trie over words, in flat arrays. A node stands for a sequence of words; the node of a
 * single word is the word's own number. Looking up a word costs one hash probe, so a scan of a text is linear in it,
 * whatever the number of names.
 *
 * <p>Words are runs of letters and digits of {@link org.marsad.text.Folding folded} text; everything else parts them.
 */
public final class NameIndex {
    /** No such word or node. */
    public static final int NONE = -1;

    /** The bits of a word's hash that stand in the table beside its number, so that few other words are looked at. */
    private static final int TAG = 0xFF000000;

    private final byte[] letters;
    private final int[] wordStart;
    private final int[] wordTable;
    private final long[] childKeys;
    private final int[] childNodes;
    private final BitSet parents;
    private final int[] nodeParent;
    private final int[] nodeWord;
    private final int[] postingStart;
    private final int[] postings;
    private final @Nullable NameLayer layer;

    NameIndex(NameIndexBuilder from) {
        layer = null;
        int words = from.words;
        letters = Arrays.copyOf(from.letters, from.wordStart[words]);
        wordStart = Arrays.copyOf(from.wordStart, words + 1);
        wordTable = tagged(from);
        nodeParent = Arrays.copyOf(from.nodeParent, from.deepNodes);
        nodeWord = Arrays.copyOf(from.nodeWord, from.deepNodes);
        parents = new BitSet();
        for (int i = 0; i < nodeParent.length; i++) {
            nodeParent[i] = from.finalNode(nodeParent[i]);
            parents.set(nodeParent[i]);
        }
        childKeys = new long[tableSize(nodeParent.length)];
        childNodes = new int[childKeys.length];
        Arrays.fill(childNodes, NONE);
        for (int i = 0; i < nodeParent.length; i++) {
            long key = Letters.key(nodeParent[i], nodeWord[i]);
            int slot = slot(key);
            childKeys[slot] = key;
            childNodes[slot] = words + i;
        }
        int nodes = words + nodeParent.length;
        postingStart = new int[nodes + 1];
        postings = from.sortedPostings(postingStart, nodes);
    }

    private NameIndex(NameIndex below, NameLayer layer) {
        letters = below.letters;
        wordStart = below.wordStart;
        wordTable = below.wordTable;
        childKeys = below.childKeys;
        childNodes = below.childNodes;
        parents = below.parents;
        nodeParent = below.nodeParent;
        nodeWord = below.nodeWord;
        postingStart = below.postingStart;
        postings = below.postings;
        this.layer = layer;
    }

    private NameIndex(ImageReader in) throws IOException {
        layer = null;
        letters = in.bytes();
        wordStart = in.ints();
        wordTable = in.ints();
        childKeys = in.longs();
        childNodes = in.ints();
        parents = BitSet.valueOf(in.longs());
        nodeParent = in.ints();
        nodeWord = in.ints();
        postingStart = in.ints();
        postings = in.ints();
    }

    /** The numbers of the words plus 1 by their hash, 0 for a free slot, each below the upper bits of the hash. */
    private static int[] tagged(NameIndexBuilder from) {
        if (from.words >= ~TAG) {
            throw new IllegalStateException("more than " + ~TAG + " words");
        }
        var table = new int[from.wordTable.length];
        int mask = table.length - 1;
        for (int word = 0; word < from.words; word++) {
            int hash = from.hashOf(word);
            int slot = hash & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = hash & TAG | word + 1;
        }
        return table;
    }

    static NameIndex read(ImageReader in) throws IOException {
        return new NameIndex(in);
    }

    /**
     * The same with other postings of some names, by their keys; what is below must have no layer itself. Shares the
     * arrays: costs as much as the names given.
     */
    NameIndex with(TreeMap<String, int[]> lists) {
        if (layer != null) {
            throw new IllegalStateException("a layer upon a layer");
        }
        return lists.isEmpty() ? this : new NameIndex(this, new NameLayer(this, parents, lists));
    }

    /** The nodes whose postings are not those of the index below; empty for an index without a layer. */
    int[] changedNodes() {
        return layer == null ? new int[0] : layer.held();
    }

    void write(ImageWriter out) throws IOException {
        out.bytes(letters);
        out.ints(wordStart);
        out.ints(wordTable);
        out.longs(childKeys);
        out.ints(childNodes);
        out.longs(parents.toLongArray());
        out.ints(nodeParent);
        out.ints(nodeWord);
        out.ints(postingStart);
        out.ints(postings);
    }

    /** The number of the word at {@code text[from, to)}, folded already, or {@link #NONE}. */
    public int findWord(CharSequence text, int from, int to) {
        int mask = wordTable.length - 1;
        int hash = Letters.hash(text, from, to);
        for (int slot = hash & mask; wordTable[slot] != 0; slot = (slot + 1) & mask) {
            int word = (wordTable[slot] & ~TAG) - 1;
            if (((wordTable[slot] ^ hash) & TAG) == 0
                    && Letters.match(letters, wordStart[word], wordStart[word + 1], text, from, to)) {
                return word;
            }
        }
        return layer == null ? NONE : layer.findWord(text, from, to);
    }

    /** The node of one more word after a node, or {@link #NONE}. */
    public int findChild(int node, int word) {
        if (word == NONE || !hasChildren(node)) {
            return NONE;
        }
        long key = Letters.key(node, word);
        int slot = slot(key);
        int child = childKeys[slot] == key ? childNodes[slot] : NONE;
        return child == NONE && layer != null ? layer.findChild(node, word) : child;
    }

    /** Whether longer names begin with this node's words. */
    public boolean hasChildren(int node) {
        return layer == null ? parents.get(node) : layer.hasChildren(node);
    }

    public boolean isName(int node) {
        return postingsBegin(node) < postingsEnd(node);
    }

    /** Index of the node's first posting; its last is the one before {@link #postingsEnd}. */
    public int postingsBegin(int node) {
        return layer != null && layer.holds(node) ? postings.length + layer.begin(node) : postingStart[node];
    }

    public int postingsEnd(int node) {
        return layer != null && layer.holds(node) ? postings.length + layer.end(node) : postingStart[node + 1];
    }

    /** One posting: see {@link Posting}. */
    public int posting(int index) {
        return index < postings.length || layer == null ? postings[index] : layer.posting(index - postings.length);
    }

    public int nodes() {
        return postingStart.length - 1 + (layer == null ? 0 : layer.nodes());
    }

    private boolean isOfLayer(int node) {
        return node >= postingStart.length - 1;
    }

    /** The node of a folded name, its words parted by single spaces, or {@link #NONE}. */
    public int find(String key) {
        int node = NONE;
        for (int from = 0; from <= key.length(); ) {
            int space = key.indexOf(' ', from);
            int to = space < 0 ? key.length() : space;
            int word = findWord(key, from, to);
            node = from == 0 ? word : findChild(node, word);
            if (node == NONE) {
                return NONE;
            }
            from = to + 1;
        }
        return node;
    }

    /** The postings of a folded name; empty where it is none. */
    int[] postings(String key) {
        int node = find(key);
        if (node == NONE) {
            return new int[0];
        }
        int begin = postingsBegin(node);
        var list = new int[postingsEnd(node) - begin];
        Arrays.setAll(list, i -> posting(begin + i));
        return list;
    }

    /** Whether the name begins in Latin script. */
    boolean isLatin(int node) {
        if (layer != null && isOfLayer(node)) {
            return layer.key(node).charAt(0) < 0x80;
        }
        int words = wordStart.length - 1;
        int first = node;
        while (first >= words) {
            first = nodeParent[first - words];
        }
        return letters[wordStart[first]] > 0;
    }

    /** The folded name of a node, its words parted by spaces. */
    public String key(int node) {
        if (layer != null && isOfLayer(node)) {
            return layer.key(node);
        }
        int words = wordStart.length - 1;
        if (node < words) {
            return word(node);
        }
        return key(nodeParent[node - words]) + " " + word(nodeWord[node - words]);
    }

    private String word(int word) {
        int begin = wordStart[word];
        int end = wordStart[word + 1];
        int latin = begin;
        while (latin < end && letters[latin] >= 0) {
            latin++;
        }
        if (latin == end) {
            return new String(letters, begin, end - begin, ISO_8859_1);
        }
        var chars = new char[end - begin];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Letters.decode(letters[begin + i]);
        }
        return new String(chars);
    }

    /** A word as the index knows it: letters of other scripts are one. */
    static String spelling(CharSequence text, int from, int to) {
        var chars = new char[to - from];
        for (int i = from; i < to; i++) {
            chars[i - from] = Letters.decode(Letters.encode(text.charAt(i)));
        }
        return new String(chars);
    }

    /** Of all names and what they mean. */
    int hash() {
        return (Arrays.hashCode(letters) * 31 + Arrays.hashCode(postings)) * 31 + Arrays.hashCode(postingStart);
    }

    /** Bytes held by the arrays. */
    public long size() {
        return letters.length
                + 4L * (wordStart.length + wordTable.length + nodeParent.length + nodeWord.length)
                + 12L * childKeys.length
                + 4L * (postingStart.length + postings.length);
    }

    private int slot(long key) {
        int mask = childKeys.length - 1;
        int slot = Letters.mix(key) & mask;
        while (childNodes[slot] != NONE && childKeys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int tableSize(int entries) {
        return Integer.highestOneBit(Math.max(16, entries * 2 - 1)) << 1;
    }
}
