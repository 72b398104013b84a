package org.marsad.exchange.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.datasets.Dataset;
import tools.jackson.databind.json.JsonMapper;

/** A shape that events leave in, and how a whole file of it is written. */
public enum ExportFormat {
    ACLED("text/csv", "csv") {
        @Override
        void head(Appendable out, String about) throws IOException {
            Cells.write(out, Dataset.ACLED.columns());
        }

        @Override
        Optional<List<? extends @Nullable Object>> row(ExportEvent event) {
            return Optional.of(AcledShape.row(event));
        }
    },
    UCDP("text/csv", "csv") {
        @Override
        void head(Appendable out, String about) throws IOException {
            Cells.write(out, Dataset.UCDP.columns());
        }

        @Override
        Optional<List<? extends @Nullable Object>> row(ExportEvent event) {
            return event.type().ucdpViolence() == null ? Optional.empty() : Optional.of(UcdpShape.row(event));
        }
    },
    PLOVER("text/csv", "csv") {
        @Override
        void head(Appendable out, String about) throws IOException {
            Cells.write(out, PloverShape.COLUMNS);
        }

        @Override
        Optional<List<? extends @Nullable Object>> row(ExportEvent event) {
            return Optional.of(PloverShape.row(event));
        }
    },
    CSV("text/csv", "csv") {
        @Override
        void head(Appendable out, String about) throws IOException {
            Cells.write(out, FlatShape.COLUMNS);
        }

        @Override
        Optional<List<? extends @Nullable Object>> row(ExportEvent event) {
            return Optional.of(FlatShape.row(event));
        }
    },
    GEOJSON("application/geo+json", "geojson") {
        @Override
        void head(Appendable out, String about) throws IOException {
            out.append("{\"type\":\"FeatureCollection\",");
            if (!about.isEmpty()) {
                out.append("\"about\":" + JsonMapper.shared().writeValueAsString(about) + ",");
            }
            out.append("\"features\":[");
        }

        @Override
        Optional<List<? extends @Nullable Object>> row(ExportEvent event) {
            return Optional.empty();
        }

        @Override
        boolean write(ExportEvent event, boolean first, Appendable out) throws IOException {
            out.append(first ? "\n" : ",\n").append(FlatShape.feature(event));
            return true;
        }

        @Override
        void foot(Appendable out) throws IOException {
            out.append("\n]}\n");
        }
    },
    KML("application/vnd.google-earth.kml+xml", "kml") {
        @Override
        void head(Appendable out, String about) throws IOException {
            KmlShape.head(out, about);
        }

        @Override
        Optional<List<? extends @Nullable Object>> row(ExportEvent event) {
            return Optional.empty();
        }

        @Override
        boolean write(ExportEvent event, boolean first, Appendable out) throws IOException {
            out.append(KmlShape.placemark(event));
            return true;
        }

        @Override
        void foot(Appendable out) throws IOException {
            KmlShape.foot(out);
        }
    };

    private final String contentType;
    private final String extension;

    ExportFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** MIME type, without a charset: UTF-8 is meant. */
    public String contentType() {
        return contentType;
    }

    public String extension() {
        return extension;
    }

    /** As on the command line and in a URL: {@code acled}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> findById(String id) {
        for (var format : values()) {
            if (format.id().equals(id)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /**
     * @param about what the file is of and what was left out; formats of rows only have no room for it
     */
    abstract void head(Appendable out, String about) throws IOException;

    /** Empty for an event that the shape has no row for: UCDP knows organised violence only. */
    abstract Optional<List<? extends @Nullable Object>> row(ExportEvent event);

    boolean write(ExportEvent event, boolean first, Appendable out) throws IOException {
        var row = row(event);
        if (row.isPresent()) {
            Cells.write(out, row.get());
        }
        return row.isPresent();
    }

    void foot(Appendable out) throws IOException {}
}
