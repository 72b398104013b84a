package org.marsad.gazetteer;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms of an Arabic adjective of origin from its masculine singular: «مالي» gives «المالي», «مالية», «الماليون»,
 * «الماليين» and so on. A base that does not end in ya («مغاربة», «أفغان») is a broken plural and only takes its article.
 * The accusative («28 مهاجرا مصريا») is there too; of some it is also the state's name, which then comes first.
 */
final class ArabicDemonyms {
    private static final List<String> ENDINGS = List.of("", "ة", "ا", "ون", "ين", "ان", "ات", "تان", "تين");

    private ArabicDemonyms() {}

    static List<String> forms(String base) {
        var forms = new ArrayList<String>();
        for (var ending : base.endsWith("ي") ? ENDINGS : List.of("")) {
            forms.add(base + ending);
            if (!ending.equals("ا")) {
                forms.add("ال" + base + ending);
            }
        }
        return forms;
    }
}
