package org.marsad.gazetteer;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One import: what came of reading a GeoNames dump or a CSV of ours.
 *
 * @param name by which it is listed and removed
 * @param file the file of its good rows, in the directory of {@link Imports}
 * @param source the name of the file as it was given
 * @param checksum of the file as it was given (SHA-256, hexadecimal)
 * @param imported the day, ISO 8601
 * @param read rows read, blank ones and the header not counted
 * @param added places that were not known
 * @param matched places that the gazetteer had already, by id: they gain names
 * @param duplicates rows of a place that stands earlier in the file
 * @param rejected rows that cannot be used
 * @param paired places that the gazetteer had already under another id, found by name, position and kind; null for an
 *     import that did not look for them
 * @param doubtful rows that may be such places: they wait for somebody to decide; null as for {@code paired}
 */
public record ImportedFile(
        String name,
        String file,
        String source,
        String checksum,
        String imported,
        int read,
        int added,
        int matched,
        int duplicates,
        int rejected,
        @Nullable Integer paired,
        @Nullable Integer doubtful) {
    /** Another file for its good rows, when they become others: {@code ML.2.txt.gz} after {@code ML.txt.gz}. */
    String nextFile() {
        var parts = Pattern.compile("(.*?)(?:\\.(\\d+))?(\\.(?:csv|txt)\\.gz)").matcher(file);
        if (!parts.matches()) {
            throw new IllegalStateException(file);
        }
        int last = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
        return parts.group(1) + "." + (last + 1) + parts.group(3);
    }

    /** The file of the rows that wait, beside that of the good ones; it need not exist. */
    String doubtfulFile() {
        return file.replaceFirst("\\.(csv|txt)\\.gz$", "") + ".doubtful.gz";
    }
}
