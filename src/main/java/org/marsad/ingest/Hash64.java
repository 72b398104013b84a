package org.marsad.ingest;

import java.util.List;

/** Checksums of 64 bits: FNV-1a over UTF-16 units, its bits then mixed (MurmurHash3's finalizer). */
final class Hash64 {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash64() {}

    static long of(String text) {
        return mixed(add(BASIS, text));
    }

    static long of(List<String> texts) {
        long hash = BASIS;
        for (var text : texts) {
            hash = (add(hash, text) ^ 0xFFFF) * PRIME;
        }
        return mixed(hash);
    }

    private static long add(long hash, String text) {
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long mixed(long hash) {
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
