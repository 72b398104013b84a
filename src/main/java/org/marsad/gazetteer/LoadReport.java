package org.marsad.gazetteer;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of reading one gazetteer file.
 *
 * @param places rows taken
 * @param merged of those, how many were places already known
 * @param bad rows refused
 * @param complaints the first of the refused rows, each with its line and reason
 */
public record LoadReport(String file, int places, int merged, int bad, List<String> complaints) {
    public LoadReport {
        complaints = List.copyOf(complaints);
    }

    /** Gathers a report while a file is read. */
    static final class Tally {
        private static final int SHOWN = 20;

        private final String file;
        private final List<String> complaints = new ArrayList<>();
        private int places;
        private int merged;
        private int bad;

        Tally(String file) {
            this.file = file;
        }

        void took(boolean known) {
            places++;
            merged += known ? 1 : 0;
        }

        void refused(int line, String reason) {
            if (bad++ < SHOWN) {
                complaints.add(file + " line " + line + ": " + reason);
            }
        }

        LoadReport report() {
            return new LoadReport(file, places, merged, bad, complaints);
        }
    }
}
