package org.marsad.web;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The answers given last, up to so many bytes: what one looks at, others look at too. */
final class AnswerCache {
    private static final int ENTRY_BYTES = 500;

    private final long most;
    private final LinkedHashMap<String, byte[]> answers = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /**
     * @param most bytes kept; none where it is 0
     */
    AnswerCache(long most) {
        this.most = most;
    }

    synchronized byte @Nullable [] find(String key) {
        return answers.get(key);
    }

    synchronized void put(String key, byte[] answer) {
        if (answer.length > most / 8) {
            return;
        }
        var before = answers.put(key, answer);
        bytes += answer.length + (before == null ? ENTRY_BYTES : -before.length);
        var oldest = answers.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= oldest.next().getValue().length + ENTRY_BYTES;
            oldest.remove();
        }
    }
}
