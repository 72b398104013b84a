package org.marsad.store;

import org.marsad.coding.link.Report;

/**
 * A report in the database.
 *
 * @param event the incident that it is in
 * @param chain the reports that it reaches by links have the same
 * @param text hash of its article's text, in hexadecimal
 * @param begin of its first evidence, in code points from the beginning of the article
 * @param end of its first evidence
 */
record StoredReport(long id, long event, long chain, String text, int begin, int end, Report report) {
    String codedId() {
        return report.event().id();
    }

    StoredReport in(long otherEvent, long otherChain) {
        return new StoredReport(id, otherEvent, otherChain, text, begin, end, report);
    }
}
