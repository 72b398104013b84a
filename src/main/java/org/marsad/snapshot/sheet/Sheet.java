package org.marsad.snapshot.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Language;

/**
 * One page of a briefing, frozen.
 *
 * @param title as its author typed it, in any direction; may be long, it is wrapped, made smaller and cut with an ellipsis
 *     as the last resort (the whole title is in the file's metadata)
 * @param note of the author, or empty
 * @param classification the line above and below everything, or empty for none
 * @param language of all words that Marsad adds; decides the direction of the layout
 * @param digits of figures that Marsad writes; titles, notes, links, codes and versions stay as they are
 * @param extent the part of the world that must be seen; the map shows a little more where the paper's shape asks for it
 * @param filter the filter in words, a condition each, in the sheet's language; empty for "everything"
 * @param symbols whether colours and glyphs tell the types of events or the kinds of actors
 * @param shown the events one by one, or counts where there are too many
 * @param corridor of the filter, or null
 * @param area the area drawn in the filter, or null
 * @param places names for the map, most important first; those that find no room are left out
 * @param counts what the filter selects in numbers
 * @param histogram events over time, or null where nothing is dated
 * @param table the key table
 * @param sources where events and base map come from, with licences
 * @param issue who made it, when, with what, and how to check it
 * @param page its number in a pack
 */
public record Sheet(
        String title,
        String note,
        String classification,
        Language language,
        Digits digits,
        Paper paper,
        Extent extent,
        List<String> filter,
        SymbolsBy symbols,
        Shown shown,
        @Nullable SheetCorridor corridor,
        @Nullable SheetArea area,
        List<PlaceLabel> places,
        SheetCounts counts,
        @Nullable TimeBins histogram,
        KeyTable table,
        List<SourceCredit> sources,
        Issue issue,
        Page page) {

    public Sheet {
        filter = List.copyOf(filter);
        places = List.copyOf(places);
        sources = List.copyOf(sources);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a sheet needs a title");
        }
    }

    /** The same sheet at another place of a pack. */
    public Sheet onPage(int number, int of) {
        return with(issue, new Page(number, of));
    }

    /** The same with the beginning of its manifest's seal on it. */
    public Sheet sealed(String seal) {
        var sealed = new Issue(
                issue.at(),
                issue.by(),
                issue.software(),
                issue.gazetteer(),
                issue.code(),
                issue.link(),
                seal.substring(0, 16),
                issue.refreshes());
        return with(sealed, page);
    }

    private Sheet with(Issue otherIssue, Page otherPage) {
        return new Sheet(
                title,
                note,
                classification,
                language,
                digits,
                paper,
                extent,
                filter,
                symbols,
                shown,
                corridor,
                area,
                places,
                counts,
                histogram,
                table,
                sources,
                otherIssue,
                otherPage);
    }

    /** Page numbers count from 1. */
    public record Page(int number, int of) {
        public static final Page ONLY = new Page(1, 1);

        public Page {
            if (number < 1 || number > of) {
                throw new IllegalArgumentException("page " + number + " of " + of);
            }
        }
    }
}
