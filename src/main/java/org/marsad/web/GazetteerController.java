package org.marsad.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.marsad.curation.PlaceExport;
import org.marsad.curation.PlaceExport.Format;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole gazetteer as it is edited now: as CSV, and as Linked Places GeoJSON. */
@RestController
final class GazetteerController {
    private final PlaceExport export;

    GazetteerController(PlaceExport export) {
        this.export = export;
    }

    @GetMapping("/api/v1/gazetteer.csv")
    void csv(HttpServletResponse response) throws IOException {
        write(response, Format.CSV, "csv", "text/csv");
    }

    @GetMapping("/api/v1/gazetteer.lpf.json")
    void linkedPlaces(HttpServletResponse response) throws IOException {
        write(response, Format.LPF, "lpf.json", "application/geo+json");
    }

    private void write(HttpServletResponse response, Format format, String extension, String type) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"marsad-gazetteer-%s.%s\"".formatted(LocalDate.now(ZoneOffset.UTC), extension));
        try (var out = new BufferedWriter(response.getWriter(), 1 << 16)) {
            export.write(format, out);
        }
    }
}
