package org.marsad.ingest;

/**
 * The ids of a file's rows, each with a checksum of the row and its line, as 20 bytes in a table: a million in 42 MB. Ids
 * are kept as 64 bits; that two of ten million meet there has a chance of one in 400,000.
 */
final class SeenIds {
    private long[] ids = new long[1 << 12];
    private long[] digests = new long[1 << 12];
    private int[] lines = new int[1 << 12];
    private int size;

    /** The line where the id stands, or 0. */
    int line(long id) {
        int at = find(id);
        return ids[at] == 0 ? 0 : lines[at];
    }

    boolean contains(long id) {
        return ids[find(id)] != 0;
    }

    long digest(long id) {
        return digests[find(id)];
    }

    void put(long id, long digest, long line) {
        int at = find(id);
        size += ids[at] == 0 ? 1 : 0;
        ids[at] = stored(id);
        digests[at] = digest;
        lines[at] = (int) Math.min(line, Integer.MAX_VALUE);
        if (size * 2L > ids.length) {
            grow();
        }
    }

    private int find(long id) {
        long key = stored(id);
        int mask = ids.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (ids[at] != 0 && ids[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private static long stored(long id) {
        return id == 0 ? 1 : id;
    }

    private void grow() {
        long[] oldIds = ids;
        long[] oldDigests = digests;
        int[] oldLines = lines;
        int length = oldIds.length * 2;
        ids = new long[length];
        digests = new long[length];
        lines = new int[length];
        for (int i = 0; i < oldIds.length; i++) {
            if (oldIds[i] != 0) {
                int at = find(oldIds[i]);
                ids[at] = oldIds[i];
                digests[at] = oldDigests[i];
                lines[at] = oldLines[i];
            }
        }
    }
}
