package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.EventExport;
import org.marsad.mapview.EventFilterCodec;
import org.marsad.mapview.ExportAbout;
import org.marsad.mapview.LocalExport;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The events that a filter selects, as a file: {@code as} is acled, ucdp, plover, csv, geojson, kml or gpkg, the other parameters are
 * the filter's. Rows that a licence forbids to pass on are left out, in a session as well.
 */
@RestController
final class ExportController {
    private final EventExport export;
    private final PassingOn passingOn;

    ExportController(EventExport export, PassingOn passingOn) {
        this.export = export;
        this.passingOn = passingOn;
    }

    @GetMapping("/api/v1/export")
    void export(
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var asked = parameters.getFirst("as");
        var as = asked == null ? "" : asked;
        var filter = passingOn.exported(EventFilterCodec.decode(parameters), request);
        var about = ExportAbout.of(filter);
        if (as.equals(ExportAbout.GEOPACKAGE)) {
            head(response, as, "gpkg", "application/geopackage+sqlite3");
            var file = Files.createTempFile("marsad-", ".gpkg");
            try {
                Files.delete(file); // SQLite makes it
                export.writeGeoPackage(filter, about, file);
                Files.copy(file, response.getOutputStream());
            } finally {
                Files.deleteIfExists(file);
            }
            return;
        }
        var format = ExportFormat.findById(as)
                .orElseThrow(() ->
                        new BadParameterException("as", "'" + asked + "' is not one of " + LocalExport.formats()));
        head(response, as, format.extension(), format.contentType());
        response.setCharacterEncoding("UTF-8");
        try (var out = new BufferedWriter(response.getWriter(), 1 << 16)) {
            export.write(filter, format, about, out);
        }
    }

    private static void head(HttpServletResponse response, String format, String extension, String contentType) {
        response.setContentType(contentType);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"marsad-%s-%s.%s\"".formatted(format, LocalDate.now(ZoneOffset.UTC), extension));
    }
}
