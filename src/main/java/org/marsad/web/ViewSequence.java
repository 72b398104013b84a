package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.columns.Cancellation;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Which change of a view is the last one: by the header {@code Marsad-View: ID;N}. */
final class ViewSequence {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,64});(\\d{1,15})");
    private static final int MOST_VIEWS = 10_000;

    private final Map<String, AtomicLong> latest = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AtomicLong> eldest) {
            return size() > MOST_VIEWS;
        }
    };

    /** Says for a request whether its view has moved on. */
    Cancellation of(HttpServletRequest request) {
        var header = request.getHeader("Marsad-View");
        if (header == null) {
            return Cancellation.NEVER;
        }
        var parts = HEADER.matcher(header);
        if (!parts.matches()) {
            throw new BadParameterException("Marsad-View", "the header is not ID;N");
        }
        var user = request.getUserPrincipal();
        long number = Long.parseLong(parts.group(2));
        AtomicLong view;
        synchronized (latest) {
            view = latest.computeIfAbsent(
                    (user == null ? "" : user.getName()) + " " + parts.group(1), key -> new AtomicLong());
        }
        if (view.accumulateAndGet(number, Math::max) > number) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "the view has moved on");
        }
        return () -> view.get() > number;
    }
}
