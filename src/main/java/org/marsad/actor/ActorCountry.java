package org.marsad.actor;

import java.util.List;
import java.util.Map;
import org.marsad.text.Language;

/**
 * A state as a part of actors' names.
 *
 * @param iso2 ISO 3166-1 alpha-2
 * @param name English
 * @param names by language, the preferred first
 * @param demonyms by language: Arabic masculine singular without article, French and English all forms
 */
record ActorCountry(String iso2, String name, Map<Language, List<String>> names, Map<Language, List<String>> demonyms) {
    String name(Language language) {
        var list = names.getOrDefault(language, List.of());
        return list.isEmpty() ? name : list.getFirst();
    }

    /** The English name as part of an id. */
    String slug() {
        return Slugs.of(name);
    }
}
