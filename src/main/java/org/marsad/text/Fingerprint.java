package org.marsad.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What tells that two articles are one: the hash of the folded words, equal for the same text under other furniture,
 * and the words' shingles with their MinHash bands, which nearly always share one where the shingles are four fifths the
 * same (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4: 16 bands of 4 rows find a pair of
 * similarity 0.8 with probability 0.9998, one of 0.4 with 0.34).
 */
public final class Fingerprint {
    /** From this share of shingles on, one article is a copy of another. */
    public static final double DUPLICATE = 0.8;

    private static final int SHINGLE_WORDS = 3;
    private static final int BANDS = 16;
    private static final int ROWS = 4;

    private final byte[] hash;
    private final long[] shingles;
    private final long[] bands;

    private Fingerprint(byte[] hash, long[] shingles) {
        this.hash = hash;
        this.shingles = shingles;
        this.bands = bands(shingles);
    }

    /** Of an article of a document: of its body, without the furniture between. */
    public static Fingerprint of(String text, ArticleText article) {
        var body = new StringBuilder();
        article.body().forEach(span -> body.append(span.in(text)).append('\n'));
        return of(body);
    }

    static Fingerprint of(CharSequence body) {
        String[] words = words(Folding.key(body));
        byte[] hash = sha256(String.join(" ", words));
        int count = Math.max(1, words.length - SHINGLE_WORDS + 1);
        var shingles = new long[count];
        for (int i = 0; i < count; i++) {
            long shingle = 1;
            for (int word = i; word < Math.min(words.length, i + SHINGLE_WORDS); word++) {
                shingle = mix(shingle * 31 + hash64(words[word]));
            }
            shingles[i] = shingle;
        }
        return new Fingerprint(hash, Arrays.stream(shingles).sorted().distinct().toArray());
    }

    /** SHA-256 of the folded words. */
    public byte[] hash() {
        return hash.clone();
    }

    /** The hashes of the MinHash bands; two articles that share one may be near duplicates. */
    public long[] bands() {
        return bands.clone();
    }

    /** The Jaccard similarity of the shingles: 0 for nothing in common, 1 for the same. */
    public double similarity(Fingerprint other) {
        int common = 0;
        for (int i = 0, j = 0; i < shingles.length && j < other.shingles.length; ) {
            int order = Long.compare(shingles[i], other.shingles[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return (double) common / (shingles.length + other.shingles.length - common);
    }

    /** Whether the folded words are the same. */
    public boolean isSameAs(Fingerprint other) {
        return Arrays.equals(hash, other.hash);
    }

    /** Whether two share a band, as nearly all near duplicates do, or are the same. */
    public boolean mayBeDuplicateOf(Fingerprint other) {
        for (int band = 0; band < BANDS; band++) {
            // Each has its own number in its hash, so that no other can be equal.
            if (bands[band] == other.bands[band]) {
                return true;
            }
        }
        return isSameAs(other);
    }

    public boolean isDuplicateOf(Fingerprint other) {
        return Arrays.equals(hash, other.hash) || similarity(other) >= DUPLICATE;
    }

    private static long[] bands(long[] shingles) {
        var bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long together = band;
            for (int row = 0; row < ROWS; row++) {
                long seed = mix(band * ROWS + row + 1L);
                long least = Long.MAX_VALUE;
                for (long shingle : shingles) {
                    least = Math.min(least, mix(shingle ^ seed));
                }
                together = mix(together * 31 + least);
            }
            bands[band] = together;
        }
        return bands;
    }

    private static String[] words(String folded) {
        return Arrays.stream(folded.split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static long hash64(String word) {
        long hash = 0xcbf29ce484222325L; // FNV-1a
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long z) {
        long mixed = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
