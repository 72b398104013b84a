package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import org.marsad.mapview.EventFilter;
import org.marsad.store.Licences;
import org.springframework.stereotype.Component;

/**
 * Keeps events that a licence forbids to pass on out of what programs are served. The dashboard, in its session, shows
 * them to the staff here; a request that logs in by a header is a program's.
 */
@Component
final class PassingOn {
    private final Licences licences;

    PassingOn(Licences licences) {
        this.licences = licences;
    }

    /** The filter, without the data sets that the caller may not have. */
    EventFilter allowed(EventFilter filter, HttpServletRequest request) {
        return request.getHeader("Authorization") == null ? filter : exported(filter, request);
    }

    /** The same for what leaves the house as a file, whoever asks and however. */
    EventFilter exported(EventFilter filter, HttpServletRequest request) {
        var user = request.getUserPrincipal();
        return filter.withoutAlso(licences.listWithheld(user == null ? "" : user.getName()));
    }
}
