package org.marsad.gazetteer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marsad.text.Language;

/** The keys of names that were given by hand, made as those of our own files are. */
final class EditedNames {
    private EditedNames() {}

    /** Each key with whether it stands for an abbreviation, which only capitals write. */
    static Map<String, Boolean> keys(PlaceName name, PlaceLevel level) {
        var keys = new LinkedHashMap<String, Boolean>();
        boolean demonym = name.kind() == NameKind.DEMONYM;
        var forms =
                demonym && name.language() == Language.AR ? ArabicDemonyms.forms(name.text()) : List.of(name.text());
        for (var form : forms) {
            boolean capitals = GazetteerBuilder.isAbbreviation(form);
            for (var key : NameKeys.list(form)) {
                if (GazetteerBuilder.isUsable(key)) {
                    keys.putIfAbsent(NameIndex.spelling(key, 0, key.length()), capitals);
                }
            }
        }
        boolean division = level == PlaceLevel.ADMIN1 || level == PlaceLevel.ADMIN2;
        var bare = division && !demonym ? DivisionNames.bare(name.text()) : null;
        if (bare != null && GazetteerBuilder.isUsable(bare)) {
            keys.putIfAbsent(bare, false);
        }
        if (!demonym && name.language() == Language.AR) {
            var key = NameKeys.list(name.text()).getFirst();
            if (key.indexOf(' ') > 0 && key.length() <= GazetteerBuilder.LONGEST_CLOSED_UP) {
                keys.putIfAbsent(key.replace(" ", ""), false);
            }
        }
        return keys;
    }
}
