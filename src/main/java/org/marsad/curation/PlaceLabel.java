package org.marsad.curation;

import org.jspecify.annotations.Nullable;
import org.marsad.gazetteer.NameKind;

/**
 * A name of a place. Two are one name where text, language and kind are the same.
 *
 * @param language BCP 47, or null where the source does not say
 * @param fromYear first year of its use, or null
 * @param toYear last year of its use, or null; names of other times are found in articles all the same
 * @param source where it was found, or null
 * @param note for other admins, or null
 */
public record PlaceLabel(
        String text,
        @Nullable String language,
        NameKind kind,
        @Nullable Integer fromYear,
        @Nullable Integer toYear,
        @Nullable String source,
        @Nullable String note) {
    /** Characters of a name, at most. */
    public static final int LONGEST = 200;

    public PlaceLabel {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST + " characters; \"" + text + "\" has not");
        }
        language = language == null || language.isBlank() ? null : language.strip();
        if (language != null && !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("\"" + language + "\" is no language by BCP 47, as ar, fr or snk-Latn");
        }
        if (fromYear != null && toYear != null && fromYear > toYear) {
            throw new IllegalArgumentException("the name \"" + text + "\" ends in " + toYear + ", before " + fromYear);
        }
    }

    public static PlaceLabel of(String text, @Nullable String language, NameKind kind) {
        return new PlaceLabel(text, language, kind, null, null, null, null);
    }

    /** ISO 15924: {@code Arab}, {@code Latn}, or {@code Zyyy} for anything else; of the first letter. */
    public String script() {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .map(script -> switch (script) {
                    case ARABIC -> "Arab";
                    case LATIN -> "Latn";
                    default -> "Zyyy";
                })
                .findFirst()
                .orElse("Zyyy");
    }

    boolean isSameNameAs(PlaceLabel other) {
        return text.equals(other.text) && java.util.Objects.equals(language, other.language) && kind == other.kind;
    }
}
