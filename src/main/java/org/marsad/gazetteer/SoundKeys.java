package org.marsad.gazetteer;

/** Under which sounds a name is found by one that sounds like it. */
public final class SoundKeys {
    private SoundKeys() {}

    /** Of a folded name; none for a name in another script than Latin. */
    public static long[] of(String key) {
        return key.isEmpty() || key.charAt(0) >= 0x80 ? new long[0] : SoundIndex.sounds(key);
    }
}
