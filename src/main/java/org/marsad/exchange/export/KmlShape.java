package org.marsad.exchange.export;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Point;

/**
 * An event as a placemark of KML 2.2 (OGC 07-147r2): its codes as typed data, its days as a time span. An event without a
 * place is a placemark without a geometry, so that the file counts what the view counts.
 */
final class KmlShape {
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private KmlShape() {}

    static void head(Appendable out, String about) throws IOException {
        out.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>");
        out.append(written(xml -> {
            text(xml, "name", "Marsad");
            if (!about.isEmpty()) {
                text(xml, "description", about);
            }
            xml.writeStartElement("Schema");
            xml.writeAttribute("name", "event");
            xml.writeAttribute("id", "event");
            for (var column : FlatShape.COLUMNS) {
                xml.writeEmptyElement("SimpleField");
                xml.writeAttribute("type", FlatShape.type(column).kml());
                xml.writeAttribute("name", column);
            }
            xml.writeEndElement();
        }));
    }

    static String placemark(ExportEvent event) throws IOException {
        return written(xml -> {
            xml.writeStartElement("Placemark");
            xml.writeAttribute("id", "event-" + event.id());
            text(xml, "name", event.headline() == null ? event.type().plover() : event.headline());
            if (event.start() != null) {
                xml.writeStartElement("TimeSpan");
                text(xml, "begin", event.start().toString());
                text(xml, "end", String.valueOf(event.end()));
                xml.writeEndElement();
            }
            xml.writeStartElement("ExtendedData");
            xml.writeStartElement("SchemaData");
            xml.writeAttribute("schemaUrl", "#event");
            var row = FlatShape.row(event);
            for (int i = 0; i < row.size(); i++) {
                var value = row.get(i);
                if (value != null && !value.toString().isEmpty()) {
                    xml.writeStartElement("SimpleData");
                    xml.writeAttribute("name", FlatShape.COLUMNS.get(i));
                    xml.writeCharacters(clean(value.toString()));
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
            xml.writeEndElement();
            if (event.geometry() != null) {
                geometry(xml, GeoJsonGeometry.read(event.geometry()));
            }
            xml.writeEndElement();
        });
    }

    static void foot(Appendable out) throws IOException {
        out.append("\n</Document></kml>\n");
    }

    private static void geometry(XMLStreamWriter xml, Geometry geometry) throws XMLStreamException {
        if (geometry instanceof GeometryCollection several) {
            xml.writeStartElement("MultiGeometry");
            for (int i = 0; i < several.getNumGeometries(); i++) {
                geometry(xml, several.getGeometryN(i));
            }
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement(geometry instanceof Point ? "Point" : "LineString");
        var positions = new StringBuilder();
        for (Coordinate position : geometry.getCoordinates()) {
            positions
                    .append(positions.isEmpty() ? "" : " ")
                    .append(String.format(Locale.ROOT, "%.5f,%.5f", position.x, position.y));
        }
        text(xml, "coordinates", positions.toString());
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** Without the characters that XML 1.0 has no way to write. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String written(Content content) throws IOException {
        var out = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(out);
            content.writeTo(xml);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return out.append('\n').toString();
    }
}
