package org.marsad.gazetteer;

import java.util.Arrays;

/** Gathers the names of a {@link NameIndex}; not safe for several threads. */
final class NameIndexBuilder {
    /** Nodes of two words and more, while the number of words is not known yet. */
    private static final int DEEP = 1 << 28;

    byte[] letters = new byte[1 << 20];
    int[] wordStart = new int[1 << 17];
    int[] wordTable = new int[1 << 18];
    int words;
    int[] nodeParent = new int[1 << 17];
    int[] nodeWord = new int[1 << 17];
    int deepNodes;
    private long[] childKeys = new long[1 << 18];
    private int[] childNodes = new int[1 << 18];
    private int[] entryNode = new int[1 << 19];
    private int[] entryPosting = new int[1 << 19];
    private int entries;

    /** Adds a folded name, its words parted by single spaces. */
    int add(CharSequence key, int posting) {
        int node = NameIndex.NONE;
        int from = 0;
        for (int i = 0; i <= key.length(); i++) {
            if (i == key.length() || key.charAt(i) == ' ') {
                int word = word(key, from, i);
                node = node == NameIndex.NONE ? word : child(node, word);
                from = i + 1;
            }
        }
        if (entries == entryNode.length) {
            entryNode = Arrays.copyOf(entryNode, entries * 2);
            entryPosting = Arrays.copyOf(entryPosting, entries * 2);
        }
        entryNode[entries] = node;
        entryPosting[entries++] = posting;
        return node;
    }

    NameIndex build() {
        return new NameIndex(this);
    }

    private int word(CharSequence text, int from, int to) {
        int mask = wordTable.length - 1;
        int slot = Letters.hash(text, from, to) & mask;
        while (wordTable[slot] != 0) {
            int word = wordTable[slot] - 1;
            if (Letters.match(letters, wordStart[word], wordStart[word + 1], text, from, to)) {
                return word;
            }
            slot = (slot + 1) & mask;
        }
        int start = wordStart[words];
        if (start + to - from > letters.length) {
            letters = Arrays.copyOf(letters, letters.length * 2);
        }
        for (int i = from; i < to; i++) {
            letters[start + i - from] = Letters.encode(text.charAt(i));
        }
        if (++words + 1 > wordStart.length) {
            wordStart = Arrays.copyOf(wordStart, wordStart.length * 2);
        }
        wordStart[words] = start + to - from;
        wordTable[slot] = words;
        if (words * 2 > wordTable.length) {
            growWordTable();
        }
        return words - 1;
    }

    private void growWordTable() {
        wordTable = new int[wordTable.length * 2];
        int mask = wordTable.length - 1;
        for (int word = 0; word < words; word++) {
            int slot = hashOf(word) & mask;
            while (wordTable[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wordTable[slot] = word + 1;
        }
    }

    int hashOf(int word) {
        int hash = 0;
        for (int i = wordStart[word]; i < wordStart[word + 1]; i++) {
            hash = hash * 31 + letters[i];
        }
        return Letters.mix(hash);
    }

    private int child(int node, int word) {
        long key = Letters.key(node, word);
        int mask = childKeys.length - 1;
        int slot = Letters.mix(key) & mask;
        while (childNodes[slot] != 0) {
            if (childKeys[slot] == key) {
                return childNodes[slot];
            }
            slot = (slot + 1) & mask;
        }
        if (deepNodes == nodeParent.length) {
            nodeParent = Arrays.copyOf(nodeParent, deepNodes * 2);
            nodeWord = Arrays.copyOf(nodeWord, deepNodes * 2);
        }
        nodeParent[deepNodes] = node;
        nodeWord[deepNodes] = word;
        int child = DEEP + deepNodes++;
        childKeys[slot] = key;
        childNodes[slot] = child;
        if (deepNodes * 2 > childKeys.length) {
            growChildTable();
        }
        return child;
    }

    private void growChildTable() {
        childKeys = new long[childKeys.length * 2];
        childNodes = new int[childKeys.length];
        int mask = childKeys.length - 1;
        for (int i = 0; i < deepNodes; i++) {
            long key = Letters.key(nodeParent[i], nodeWord[i]);
            int slot = Letters.mix(key) & mask;
            while (childNodes[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            childKeys[slot] = key;
            childNodes[slot] = DEEP + i;
        }
    }

    int finalNode(int node) {
        return node >= DEEP ? words + node - DEEP : node;
    }

    /** Counting sort by node; of several postings of one place under one name the first stays. */
    int[] sortedPostings(int[] starts, int nodes) {
        for (int i = 0; i < entries; i++) {
            starts[finalNode(entryNode[i]) + 1]++;
        }
        for (int i = 0; i < nodes; i++) {
            starts[i + 1] += starts[i];
        }
        var sorted = new int[entries];
        var next = Arrays.copyOf(starts, nodes);
        for (int i = 0; i < entries; i++) {
            sorted[next[finalNode(entryNode[i])]++] = entryPosting[i];
        }
        int kept = 0;
        int begin = 0;
        for (int node = 0; node < nodes; node++) {
            int end = starts[node + 1];
            int from = kept;
            for (int i = begin; i < end; i++) {
                if (!holdsPlace(sorted, from, kept, sorted[i])) {
                    sorted[kept++] = sorted[i];
                }
            }
            begin = end;
            starts[node + 1] = kept;
        }
        return Arrays.copyOf(sorted, kept);
    }

    static boolean holdsPlace(int[] sorted, int from, int to, int posting) {
        for (int i = from; i < to; i++) {
            if (Posting.place(sorted[i]) == Posting.place(posting)
                    && Posting.isDemonym(sorted[i]) == Posting.isDemonym(posting)
                    && (!Posting.isDemonym(posting) || Posting.language(sorted[i]) == Posting.language(posting))) {
                return true;
            }
        }
        return false;
    }
}
