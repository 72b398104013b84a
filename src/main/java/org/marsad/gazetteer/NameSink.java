package org.marsad.gazetteer;

import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/** Told of every name while a gazetteer is read; the gazetteer itself keeps them only as keys of its index. */
@FunctionalInterface
public interface NameSink {
    /**
     * @param place the place's ordinal in the gazetteer's {@link Places}
     * @param language null where the source does not say
     */
    void accept(int place, String name, NameKind kind, @Nullable Language language);
}
