package org.marsad.web;

import java.util.Map;
import org.marsad.store.StoreCounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much is stored: for {@code ./marsad status}. */
@RestController
class StatusController {
    private final StoreCounts counts;

    StatusController(StoreCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/api/v1/status")
    Map<String, Object> status() {
        return counts.count();
    }
}
