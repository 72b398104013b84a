package org.marsad.gazetteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is different from a {@link NameIndex} below: names of its own, and nodes below whose postings are others. Small, so
 * that an edit of one place costs no compiling of all. Nodes from {@code below.nodes()} on are its own.
 */
final class NameLayer {
    private final int firstNode;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<Long, Integer> children = new HashMap<>();
    private final List<String> keys = new ArrayList<>();
    private final BitSet parents;
    private final BitSet replaced = new BitSet();
    private final Map<Integer, int[]> spans = new HashMap<>();
    private final int[] postings;

    /**
     * @param lists by key: the postings of every name whose postings differ from those below; empty for a name that means
     *     nothing any more
     */
    NameLayer(NameIndex below, BitSet parentsBelow, TreeMap<String, int[]> lists) {
        firstNode = below.nodes();
        parents = (BitSet) parentsBelow.clone();
        int size = lists.values().stream().mapToInt(list -> list.length).sum();
        postings = new int[size];
        int at = 0;
        for (var entry : lists.entrySet()) {
            int node = node(below, entry.getKey());
            var list = entry.getValue();
            System.arraycopy(list, 0, postings, at, list.length);
            spans.put(node, new int[] {at, at + list.length});
            replaced.set(node);
            at += list.length;
        }
    }

    private int node(NameIndex below, String key) {
        int node = NameIndex.NONE;
        for (int from = 0, end; from <= key.length(); from = end + 1) {
            int space = key.indexOf(' ', from);
            end = space < 0 ? key.length() : space;
            var word = NameIndex.spelling(key, from, end);
            int own = below.findWord(key, from, end);
            int number = own == NameIndex.NONE ? words.computeIfAbsent(word, this::add) : own;
            node = node == NameIndex.NONE ? number : child(below, node, number, word);
        }
        return node;
    }

    private int child(NameIndex below, int node, int word, String spelling) {
        int own = node >= firstNode || word >= firstNode ? NameIndex.NONE : below.findChild(node, word);
        if (own != NameIndex.NONE) {
            return own;
        }
        parents.set(node);
        var known = children.get(Letters.key(node, word));
        if (known != null) {
            return known;
        }
        int child = add((node >= firstNode ? keys.get(node - firstNode) : below.key(node)) + " " + spelling);
        children.put(Letters.key(node, word), child);
        return child;
    }

    private int add(String key) {
        keys.add(key);
        return firstNode + keys.size() - 1;
    }

    int findWord(CharSequence text, int from, int to) {
        return words.getOrDefault(NameIndex.spelling(text, from, to), NameIndex.NONE);
    }

    int findChild(int node, int word) {
        return children.getOrDefault(Letters.key(node, word), NameIndex.NONE);
    }

    boolean hasChildren(int node) {
        return parents.get(node);
    }

    /** Whether the postings of a node are here. */
    boolean holds(int node) {
        return node >= firstNode || replaced.get(node);
    }

    int begin(int node) {
        var span = spans.get(node);
        return span == null ? 0 : span[0];
    }

    int end(int node) {
        var span = spans.get(node);
        return span == null ? 0 : span[1];
    }

    int posting(int index) {
        return postings[index];
    }

    String key(int node) {
        return keys.get(node - firstNode);
    }

    int nodes() {
        return keys.size();
    }

    /** The nodes whose postings are here, in order. */
    int[] held() {
        return Arrays.stream(spans.keySet().stream().mapToInt(Integer::intValue).toArray())
                .sorted()
                .toArray();
    }
}
