package org.marsad.mapview.columns;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The values asked for last. Two that ask at once may both make a value; the first one's stays. */
final class Lru<K, V> {
    private final Map<K, V> values;

    Lru(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Nullable
    V find(K key) {
        synchronized (values) {
            return values.get(key);
        }
    }

    V get(K key, Supplier<V> maker) {
        V known = find(key);
        if (known != null) {
            return known;
        }
        V made = maker.get();
        synchronized (values) {
            V before = values.putIfAbsent(key, made);
            return before == null ? made : before;
        }
    }
}
