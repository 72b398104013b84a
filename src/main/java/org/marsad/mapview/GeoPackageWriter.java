package org.marsad.mapview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.marsad.exchange.export.ExportEvent;
import org.marsad.exchange.export.FlatShape;
import org.marsad.exchange.export.GeoJsonGeometry;

/**
 * Writes events as a GeoPackage (OGC 12-128r18, version 1.3): an SQLite file with one layer, {@code events}, in WGS 84.
 * Numbers stay numbers and days stay days. An event without a place has no geometry. All is one transaction: what is not
 * finished is an empty file.
 */
public final class GeoPackageWriter implements AutoCloseable {
    private static final int APPLICATION_ID = 0x47504B47; // "GPKG"
    private static final int VERSION = 10300;
    private static final int WGS84 = 4326;
    private static final String WGS84_WKT =
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
                    + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
                    + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";

    private static final String[] TABLES = {
        "pragma application_id = " + APPLICATION_ID,
        "pragma user_version = " + VERSION,
        """
        create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer not null primary key,
            organization text not null, organization_coordsys_id integer not null, definition text not null, description text)""",
        """
        create table gpkg_contents (table_name text not null primary key, data_type text not null, identifier text unique,
            description text default '', last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            min_x double, min_y double, max_x double, max_y double, srs_id integer,
            constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))""",
        """
        create table gpkg_geometry_columns (table_name text not null, column_name text not null,
            geometry_type_name text not null, srs_id integer not null, z tinyint not null, m tinyint not null,
            constraint pk_geom_cols primary key (table_name, column_name),
            constraint uk_gc_table_name unique (table_name),
            constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
            constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))""",
        "insert into gpkg_spatial_ref_sys values ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', null),"
                + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null),"
                + " ('WGS 84 geodetic', 4326, 'EPSG', 4326, '" + WGS84_WKT + "', 'longitude and latitude in degrees')",
        "create table events (fid integer primary key autoincrement not null, geom geometry, "
                + FlatShape.COLUMNS.stream()
                        .map(column ->
                                "\"" + column + "\" " + FlatShape.type(column).sql())
                        .collect(Collectors.joining(", "))
                + ")",
    };

    private final String about;
    private final Connection file;
    private final PreparedStatement insert;
    private final Envelope extent = new Envelope();
    private final WKBWriter wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
    private long written;

    /**
     * @param path of a file that is not there yet
     * @param about what the layer is of and what was left out
     */
    public GeoPackageWriter(Path path, String about) throws IOException {
        this.about = about;
        try {
            file = DriverManager.getConnection("jdbc:sqlite:" + path);
            try (var statement = file.createStatement()) {
                for (var table : TABLES) {
                    statement.executeUpdate(table);
                }
            }
            file.setAutoCommit(false);
            insert = file.prepareStatement(
                    "insert into events values (null, ?" + ", ?".repeat(FlatShape.COLUMNS.size()) + ")");
        } catch (SQLException e) {
            throw new IOException("no GeoPackage can be written at " + path + ": " + e.getMessage(), e);
        }
    }

    public void add(ExportEvent event) {
        try {
            var geometry = event.geometry() == null ? null : GeoJsonGeometry.read(event.geometry());
            insert.setBytes(1, blob(geometry));
            var row = FlatShape.row(event);
            for (int i = 0; i < row.size(); i++) {
                var value = row.get(i);
                insert.setObject(i + 2, value == null || value instanceof Number ? value : value.toString());
            }
            insert.executeUpdate();
            written++;
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    /** Says what the layer holds and ends the transaction; returns how many events there are. */
    public long finish() throws IOException {
        try (var contents = file.prepareStatement(
                        "insert into gpkg_contents values ('events', 'features', 'events', ?, ?, ?, ?, ?, ?, " + WGS84
                                + ")");
                var columns =
                        file.prepareStatement("insert into gpkg_geometry_columns values ('events', 'geom', 'GEOMETRY', "
                                + WGS84 + ", 0, 0)")) {
            contents.setString(1, about);
            contents.setString(2, Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
            double[] box = extent.isNull()
                    ? new double[] {-180, -90, 180, 90}
                    : new double[] {extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()};
            for (int i = 0; i < box.length; i++) {
                contents.setDouble(i + 3, box[i]);
            }
            contents.executeUpdate();
            columns.executeUpdate();
            file.commit();
            return written;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The header of a GeoPackage's geometry, with its envelope unless it is a point, and the geometry as WKB. */
    private byte @Nullable [] blob(@Nullable Geometry geometry) {
        if (geometry == null) {
            return null;
        }
        var box = geometry.getEnvelopeInternal();
        extent.expandToInclude(box);
        boolean withBox = geometry.getNumPoints() > 1;
        byte[] body = wkb.write(geometry);
        var bytes = ByteBuffer.allocate(8 + (withBox ? 32 : 0) + body.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (withBox ? 0b11 : 0b01))
                .putInt(WGS84);
        if (withBox) {
            bytes.putDouble(box.getMinX())
                    .putDouble(box.getMaxX())
                    .putDouble(box.getMinY())
                    .putDouble(box.getMaxY());
        }
        return bytes.put(body).array();
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
