package org.marsad.geocode;

import java.util.List;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.text.ArticleText;

/** Finds the toponyms of an article and the places they mean. Immutable; safe for use by many threads. */
public final class Geoparser {
    public Geoparser(Gazetteer gazetteer) {}

    /** The mentions of an article, all four kinds, in order of appearance; they do not overlap. */
    public List<Mention> parse(String text, ArticleText article) {
        return List.of();
    }
}
