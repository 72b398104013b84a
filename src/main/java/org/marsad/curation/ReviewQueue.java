package org.marsad.curation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * What waits for an admin's eye: mentions that the resolver could not place, or hardly, and places that analysts report as
 * wrong, by surface form, those on which most events hang first. What is decided (by {@link PlaceEdit.Decide}, or by an edit
 * of the gazetteer) leaves the queue by itself.
 */
public interface ReviewQueue {
    /** Why it is there; the first that holds. */
    enum Reason {
        /** An analyst says that it is wrong. */
        REPORTED,
        /** Several places fit equally well. */
        UNRESOLVED,
        /** Another place is nearly as likely. */
        AMBIGUOUS,
        /** The resolver is not sure that it is this place. */
        LOW_CONFIDENCE
    }

    /**
     * A surface form.
     *
     * @param surface folded, without clitics: the group's key
     * @param shown as it stands in the text most often
     * @param mentions doubtful ones
     * @param articles that they stand in
     * @param events that were read from a sentence with one of them
     * @param confidence the mean
     * @param suggestions places that it may mean, likeliest first, as the resolver ranked them
     * @param samples some of the mentions
     * @param reports open reports of analysts about it
     */
    record Item(
            String surface,
            String shown,
            Reason reason,
            int mentions,
            int articles,
            int events,
            double confidence,
            List<Suggestion> suggestions,
            List<Sample> samples,
            List<PlaceReport> reports) {
        public Item {
            suggestions = List.copyOf(suggestions);
            samples = List.copyOf(samples);
            reports = List.copyOf(reports);
        }
    }

    /**
     * A place that a form may mean.
     *
     * @param confidence the mean over the mentions
     * @param reasons of the resolver, strongest first; empty for one that lost
     */
    record Suggestion(
            String place,
            String name,
            @Nullable String country,
            @Nullable String admin1,
            double lon,
            double lat,
            double confidence,
            List<String> reasons) {
        public Suggestion {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A mention, for {@link DecisionScope.OneMention}.
     *
     * @param source for {@link DecisionScope.OfSource}
     * @param before the text before it, some words
     * @param after the text after it
     * @param place that it is taken for now, or null
     * @param events read from its sentence
     */
    record Sample(
            long mention,
            long article,
            String title,
            String source,
            String before,
            String text,
            String after,
            @Nullable String place,
            double confidence,
            List<Long> events) {
        public Sample {
            events = List.copyOf(events);
        }
    }

    /** How many forms wait. */
    @PreAuthorize("hasRole('ADMIN')")
    int count();

    /**
     * The forms on which most events hang first.
     *
     * @param offset so many are passed over
     */
    @PreAuthorize("hasRole('ADMIN')")
    List<Item> list(int offset, int limit);
}
