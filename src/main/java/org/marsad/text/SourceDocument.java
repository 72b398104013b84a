package org.marsad.text;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document as read, before it is split into articles.
 *
 * @param id the file name or identifier as given by the sender
 * @param text the whole text; offsets everywhere count in it
 * @param title given with the document, or null: then found in the text
 * @param published given with the document, or null: then found in the text, or unknown
 */
public record SourceDocument(
        String id,
        String text,
        @Nullable String title,
        @Nullable LocalDate published) {
    public static SourceDocument of(String id, String text) {
        return new SourceDocument(id, text, null, null);
    }
}
