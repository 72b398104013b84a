package org.marsad.geocode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.Places;
import org.marsad.gazetteer.Posting;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.text.ArticleText;
import org.marsad.text.Clitics;
import org.marsad.text.Span;

/** Puts what was decided by hand in the place of what the resolver would weigh. */
final class Decided {
    /** Nobody is never wrong. */
    static final double CONFIDENCE = 0.99;

    static final Decided NOTHING = new Decided();

    /** Above what any other candidate could reach. */
    private static final double PRIOR = 10;

    private final @Nullable Reading reading;
    private final Decisions decisions;
    private final @Nullable Places places;
    private final int articleBegin;

    private Decided() {
        reading = null;
        decisions = Decisions.NONE;
        places = null;
        articleBegin = 0;
    }

    Decided(Reading reading, ArticleText article, Decisions decisions, Places places) {
        this.reading = reading;
        this.decisions = decisions;
        this.places = places;
        articleBegin = article.extent().begin();
    }

    boolean isNoPlace(Hit hit) {
        return find(hit).filter(one -> one.place() == null).isPresent();
    }

    boolean has(Hit hit) {
        return find(hit).filter(one -> ordinal(one) >= 0).isPresent();
    }

    /** The one place that a hit means; the hit must {@linkplain #has have} been decided on. */
    List<Candidate> candidates(Hit hit) {
        int place = ordinal(find(hit).orElseThrow());
        var candidate = new Candidate(place, Posting.of(place, NameKind.VARIANT));
        candidate.prior = PRIOR;
        candidate.kindMatched = true;
        candidate.because.add("decided by hand");
        hit.decided = true;
        return new ArrayList<>(List.of(candidate));
    }

    /** The same hits, those that were decided on as decided. */
    List<Hit> apply(List<Hit> hits) {
        if (decisions.isEmpty()) {
            return hits;
        }
        hits.removeIf(this::isNoPlace);
        hits.stream().filter(this::has).forEach(hit -> hit.candidates = candidates(hit));
        return hits;
    }

    /** Whether it was decided that a stretch of text names no place. */
    boolean isNoPlace(Span span) {
        return !decisions.isEmpty()
                && decisions
                        .find(SurfaceForms.key(span.in(Objects.requireNonNull(reading).text)), begin(span))
                        .filter(one -> one.place() == null)
                        .isPresent();
    }

    /**
     * Where forms stand that were decided to mean a place and that nothing else found: the hits, which are entered.
     *
     * @param hitAt the hits so far, by word
     */
    List<Hit> missing(@Nullable Hit[] hitAt) {
        var found = new ArrayList<Hit>();
        for (var decision : decisions.list()) {
            if (ordinal(decision) >= 0) {
                var words = decision.surface().split(" ");
                for (int at = 0; at + words.length <= hitAt.length; at++) {
                    var hit = hitAt(at, words, hitAt);
                    if (hit != null && find(hit).filter(decision::equals).isPresent()) {
                        hit.candidates = candidates(hit);
                        Arrays.fill(hitAt, hit.first, hit.last + 1, hit);
                        found.add(hit);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable Hit hitAt(int first, String[] words, @Nullable Hit[] hitAt) {
        var read = Objects.requireNonNull(reading);
        int last = first + words.length - 1;
        int cut = read.word[first].length() - words[0].length();
        boolean stands = cut >= 0
                && read.word[first].endsWith(words[0])
                && (cut == 0 || isCut(first, cut))
                && (read.arabic[first] || read.letterCase[first] != Reading.Case.SMALL);
        for (int i = first; stands && i <= last; i++) {
            stands = hitAt[i] == null && (i == first || read.isJoined(i) && read.word[i].equals(words[i - first]));
        }
        return stands ? new Hit(first, last, cut, -1) : null;
    }

    private boolean isCut(int word, int length) {
        var read = Objects.requireNonNull(reading);
        boolean genitive = word > 0 && read.isJoined(word) && Spotter.takesGenitive(read, word - 1);
        return read.arabic[word]
                && !genitive
                && Clitics.list(read.word[word]).stream()
                        .anyMatch(one -> one.length() == length
                                && one.length() + one.stem().length() == read.word[word].length());
    }

    private int begin(Span span) {
        var text = Objects.requireNonNull(reading).text;
        return span.begin() >= articleBegin
                ? text.codePointCount(articleBegin, span.begin())
                : -text.codePointCount(span.begin(), articleBegin);
    }

    private int ordinal(Decisions.Decision decision) {
        return decision.place() == null ? -1 : Objects.requireNonNull(places).find(decision.place());
    }

    private Optional<Decisions.Decision> find(Hit hit) {
        if (decisions.isEmpty()) {
            return Optional.empty();
        }
        var read = Objects.requireNonNull(reading);
        var found = decisions.find(read.surface(hit.first, hit.cut, hit.last), begin(hit.span(read)));
        found.map(Decisions.Decision::place).ifPresent(read.footprint::place);
        return found;
    }
}
