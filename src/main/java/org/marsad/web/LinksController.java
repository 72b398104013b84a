package org.marsad.web;

import java.security.Principal;
import java.util.List;
import org.marsad.store.Links;
import org.marsad.store.Store;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The links between reports of one incident: seen by analysts, undone and made by an admin. */
@RestController
class LinksController {
    private final Links links;

    LinksController(Store store) {
        this.links = store.links();
    }

    /** Reports to take out of an event. */
    record Split(List<Long> reports) {}

    /** Events to make one of. */
    record Join(List<Long> events) {}

    /** The events that came of it. */
    record Changed(List<Long> events) {}

    @GetMapping("/api/v1/events/{id}/reports")
    List<Links.LinkedReport> list(@PathVariable long id) {
        return links.list(id);
    }

    @PostMapping("/api/v1/events/{id}/split")
    Changed split(@PathVariable long id, @RequestBody Split asked, Principal user) {
        try {
            return new Changed(links.split(id, asked.reports(), user.getName()));
        } catch (Links.CannotLink e) {
            throw refused(e);
        }
    }

    @PostMapping("/api/v1/events/join")
    Changed join(@RequestBody Join asked, Principal user) {
        try {
            return new Changed(links.join(asked.events(), user.getName()));
        } catch (Links.CannotLink e) {
            throw refused(e);
        }
    }

    private static ResponseStatusException refused(Links.CannotLink e) {
        return new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
}
