package org.marsad.web;

import java.security.Principal;
import java.util.List;
import org.marsad.mapview.SavedView;
import org.marsad.mapview.SavedViews;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The views that the caller keeps by name. */
@RestController
class SavedViewsController {
    private final SavedViews views;

    SavedViewsController(SavedViews views) {
        this.views = views;
    }

    /**
     * @param query the parameters of the dashboard's address
     */
    record Draft(String name, String query) {}

    /** Another name. */
    record Name(String name) {}

    @GetMapping("/api/v1/views")
    List<SavedView> list(Principal user) {
        return views.list(user.getName());
    }

    /** By name or number. */
    @GetMapping("/api/v1/views/{view}")
    SavedView get(@PathVariable String view, Principal user) {
        return views.find(user.getName(), view).orElseThrow(() -> notFound(view));
    }

    /** A view of that name is replaced. */
    @PostMapping("/api/v1/views")
    SavedView save(@RequestBody Draft draft, Principal user) {
        return views.save(
                user.getName(), draft.name() == null ? "" : draft.name(), draft.query() == null ? "" : draft.query());
    }

    @PutMapping("/api/v1/views/{id}/name")
    SavedView rename(@PathVariable long id, @RequestBody Name name, Principal user) {
        return views.rename(user.getName(), id, name.name() == null ? "" : name.name())
                .orElseThrow(() -> notFound(Long.toString(id)));
    }

    @DeleteMapping("/api/v1/views/{id}")
    SavedView delete(@PathVariable long id, Principal user) {
        return views.delete(user.getName(), id).orElseThrow(() -> notFound(Long.toString(id)));
    }

    private static ResponseStatusException notFound(String view) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no view " + view);
    }
}
