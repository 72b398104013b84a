package org.marsad.ui.curation;

import org.marsad.curation.Curation;
import org.marsad.curation.Lexicography;
import org.marsad.curation.MentionTexts;
import org.marsad.curation.PlaceImports;
import org.marsad.curation.PlaceReports;
import org.marsad.curation.ReviewQueue;
import org.marsad.ui.i18n.Messages;
import org.springframework.stereotype.Component;

/** What the gazetteer's pages read from and write to. */
@Component
record CurationDesk(
        Curation curation,
        Lexicography lexicography,
        PlaceImports files,
        ReviewQueue queue,
        PlaceReports reports,
        MentionTexts mentions,
        Messages messages) {}
