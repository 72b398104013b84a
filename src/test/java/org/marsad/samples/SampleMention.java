package org.marsad.samples;

/**
 * A place name in an article.
 *
 * @param begin Unicode code points from the start of the article's text
 * @param end exclusive
 */
record SampleMention(String text, int begin, int end, Kind kind, SamplePlace place) {

    enum Kind {
        L("literal"),
        M("metonym"),
        D("demonym"),
        N("nested");

        private final String gold;

        Kind(String gold) {
            this.gold = gold;
        }

        String gold() {
            return gold;
        }
    }
}
