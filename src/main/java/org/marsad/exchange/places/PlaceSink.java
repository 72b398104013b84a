package org.marsad.exchange.places;

/** Told what a file holds, in its order. */
public interface PlaceSink {
    /**
     * A place.
     *
     * @param line where it begins in the file
     */
    void place(ListedPlace place, int line);

    /** Something that cannot be used; the rest of the file is read all the same. */
    void refused(String file, int line, String reason);
}
