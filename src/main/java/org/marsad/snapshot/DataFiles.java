package org.marsad.snapshot;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marsad.exchange.export.ExportFormat;
import org.marsad.exchange.export.ExportWriter;
import org.marsad.mapview.EventExport;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.GeoPackageWriter;

/** The events of a snapshot as data, in all formats at once, read as the sheet's were. */
final class DataFiles {
    static final String GEOPACKAGE = "events.gpkg";
    private static final List<ExportFormat> TEXTS = List.of(ExportFormat.CSV, ExportFormat.GEOJSON, ExportFormat.KML);

    private DataFiles() {}

    static String name(ExportFormat format) {
        return "events." + format.extension();
    }

    /** In the caller's transaction. */
    static void write(EventExport export, EventFilter filter, String about, Path directory) throws IOException {
        var outs = new ArrayList<BufferedWriter>();
        try (var geoPackage = new GeoPackageWriter(directory.resolve(GEOPACKAGE), about)) {
            var writers = new ArrayList<ExportWriter>();
            for (var format : TEXTS) {
                var out = Files.newBufferedWriter(directory.resolve(name(format)));
                outs.add(out);
                writers.add(new ExportWriter(format, about, out));
            }
            export.forEach(filter, event -> {
                geoPackage.add(event);
                writers.forEach(writer -> writer.add(event));
            });
            for (var writer : writers) {
                writer.close();
            }
            geoPackage.finish();
            for (var out : outs) {
                out.flush();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            for (var out : outs) {
                out.close();
            }
        }
    }
}
