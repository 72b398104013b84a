package org.marsad.mapview;

import java.util.Map;
import org.marsad.text.Language;

/**
 * Names of actors, divisions and places in the three languages, kept beside the model so that its answers need no
 * database.
 *
 * @param actors by id
 * @param regions by {@code ML:Mopti}
 * @param places by id, of those that stand for an area
 */
public record ModelNames(Map<String, Name> actors, Map<String, Name> regions, Map<String, Name> places) {
    public static final ModelNames NONE = new ModelNames(Map.of(), Map.of(), Map.of());

    /** A name; where a language has none it is the Latin one. */
    public record Name(String latin, String ar, String fr) {
        public String in(Language language) {
            var name = switch (language) {
                case AR -> ar;
                case FR -> fr;
                case EN -> latin;
            };
            return name.isEmpty() ? latin : name;
        }
    }

    public String actor(String id, Language language) {
        var name = actors.get(id);
        return name == null ? id : name.in(language);
    }

    public String region(String id, Language language) {
        var name = regions.get(id);
        return name == null ? id.substring(id.indexOf(':') + 1) : name.in(language);
    }

    public String place(String id, Language language) {
        var name = places.get(id);
        return name == null ? id : name.in(language);
    }
}
