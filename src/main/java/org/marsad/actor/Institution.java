package org.marsad.actor;

import java.util.List;
import java.util.Map;
import org.marsad.text.Language;

/**
 * What every state has: an army, a police, a government. With a country it makes an actor.
 *
 * @param key {@code army}, {@code police}, {@code government} …
 * @param forms by language, the preferred first; Arabic without article or with it
 * @param owned forms that mean it only beside a country: "minister", «القوات», "forces"
 * @param suffix of the composed actor's id: {@code army} in {@code senegal-army}
 */
record Institution(
        String key,
        String kind,
        String sector,
        Map<Language, List<String>> forms,
        Map<Language, List<String>> owned,
        String suffix) {
    String name(Language language) {
        var list = forms.getOrDefault(language, List.of());
        return list.isEmpty() ? key : list.getFirst();
    }
}
