package org.marsad.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** Values of PostgreSQL as text, for COPY. */
final class Ewkb {
    private static final int POINT_WITH_SRID = 0x20000001;
    private static final int WGS84 = 4326;

    private Ewkb() {}

    /** A point in WGS 84 as PostGIS writes it: little-endian EWKB in hexadecimal. */
    static String ofLonLat(double lon, double lat) {
        var bytes = ByteBuffer.allocate(25).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 1).putInt(POINT_WITH_SRID).putInt(WGS84).putDouble(lon).putDouble(lat);
        return HexFormat.of().formatHex(bytes.array());
    }

    /** A geometry in WGS 84: EWKB in hexadecimal. */
    static String of(Geometry geometry) {
        if (geometry.getSRID() != WGS84) {
            throw new IllegalArgumentException("not in WGS 84: " + geometry.getSRID());
        }
        return WKBWriter.toHex(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry));
    }

    /** An array of texts: {@code {"a","b"}}. */
    static String array(List<String> values) {
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() > 1 ? ",\"" : "\"");
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '"' || c == '\\') {
                    array.append('\\');
                }
                array.append(c);
            }
            array.append('"');
        }
        return array.append('}').toString();
    }
}
