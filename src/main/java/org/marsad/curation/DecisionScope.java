package org.marsad.curation;

/** How far a decision on a surface form reaches. */
public sealed interface DecisionScope {
    /** Every article. */
    record Everywhere() implements DecisionScope {}

    /**
     * The articles of one source.
     *
     * @param source see {@link org.marsad.store.ArticleSource}
     */
    record OfSource(String source) implements DecisionScope {}

    /**
     * One mention.
     *
     * @param mention its number now; the decision is kept by the article's text and the place in it
     */
    record OneMention(long mention) implements DecisionScope {}
}
