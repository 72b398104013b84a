package org.marsad.web;

import java.util.List;
import java.util.Locale;
import org.marsad.store.Licences;
import org.marsad.store.Licences.EventSource;
import org.marsad.store.Licences.Licence;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The data sets that events are imported from, and who may have their rows. */
@RestController
class SourcesController {
    private final Licences licences;

    SourcesController(Licences licences) {
        this.licences = licences;
    }

    @GetMapping("/api/v1/sources")
    List<EventSource> list() {
        return licences.list();
    }

    /** {@code open} or {@code restricted}. */
    @PutMapping("/api/v1/sources/{source}/licence/{licence}")
    EventSource setLicence(@PathVariable String source, @PathVariable String licence) {
        try {
            licences.setLicence(source, Licence.valueOf(licence.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "a licence is open or restricted", e);
        }
        return licences.find(source).orElseThrow(() -> notFound("no data set " + source));
    }

    /** The account holds a licence of its own for the data set. */
    @PutMapping("/api/v1/sources/{source}/readers/{account}")
    void grant(@PathVariable String source, @PathVariable String account) {
        if (!licences.grant(source, account)) {
            throw notFound("no data set " + source + ", or no account " + account);
        }
    }

    @DeleteMapping("/api/v1/sources/{source}/readers/{account}")
    void revoke(@PathVariable String source, @PathVariable String account) {
        licences.revoke(source, account);
    }

    private static ResponseStatusException notFound(String what) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, what);
    }
}
