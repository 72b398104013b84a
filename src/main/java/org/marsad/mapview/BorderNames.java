package org.marsad.mapview;

import java.util.Locale;
import org.marsad.geo.BorderId;
import org.marsad.text.Language;

/** Names of countries and borders in the languages of the interface, from CLDR by way of the JDK. */
public final class BorderNames {
    private BorderNames() {}

    /** A border by its countries: Mali – Sénégal. */
    public static String name(BorderId id, Language language) {
        return country(id.a(), language) + " – " + country(id.b(), language);
    }

    public static String country(String iso2, Language language) {
        return Locale.of("", iso2).getDisplayCountry(Locale.of(language.tag()));
    }
}
