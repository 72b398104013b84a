package org.marsad.mapview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.marsad.geo.Countries;
import org.marsad.mapview.DrawnArea.Circle;
import org.marsad.mapview.EventFilter.AreaFilter;

/** What a drawn area means in SQL. */
public final class AreaCondition {
    /** Km of a degree of latitude, in the plane that uncertain areas are compared with drawn ones in. */
    static final double KM_PER_DEGREE = 111.195;

    private AreaCondition() {}

    static SqlCondition inside(AreaFilter filter) {
        return filter.certainOnly()
                ? certainly(filter.area())
                : new SqlCondition(
                        "(" + certainly(filter.area()).sql() + " or "
                                + possibly(filter.area()).sql() + ")",
                        parameters(filter.area()));
    }

    /** The events that are in an area for certain. */
    public static SqlCondition certainly(DrawnArea area) {
        return new SqlCondition("(e.where_precision <= 2 and " + meets(area) + ")", parameters(area));
    }

    /**
     * Of an area that is known roughly: a country that meets the drawn area, a border that does, or a circle. A circle's
     * distance is reckoned in the plane that is true at the middle of what was drawn: to 3 % within 500 km.
     */
    static SqlCondition possibly(DrawnArea area) {
        return new SqlCondition("""
                (e.where_precision > 2 and e.geom is not null and case
                    when e.where_precision = 6 then exists (
                        select 1 from event_place ep join place p on p.id = ep.place_id
                        where ep.event_id = e.id and p.country in (:areaCountries))
                    when e.border_id is not null then\s""" + meets(area) + """
                     else ST_Distance(ST_Scale(e.geom, :areaX, :areaY),
                            ST_Scale(ST_GeomFromText(:area, 4326), :areaX, :areaY))
                        <= :areaKm + marsad_area_km(e.id, e.where_precision, e.border_id) end)""", parameters(area));
    }

    private static String meets(DrawnArea area) {
        return area instanceof Circle
                ? "ST_DWithin(e.geom::geography, ST_GeomFromText(:area, 4326)::geography, :areaKm * 1000)"
                : "ST_Intersects(e.geom, ST_GeomFromText(:area, 4326))";
    }

    private static Map<String, Object> parameters(DrawnArea area) {
        var shape = shape(area);
        var middle = shape.getEnvelopeInternal().centre();
        var parameters = new HashMap<String, Object>();
        parameters.put("area", new WKTWriter().write(shape));
        parameters.put("areaKm", area instanceof Circle circle ? circle.km() : 0.0);
        parameters.put("areaX", KM_PER_DEGREE * Math.cos(Math.toRadians(middle.y)));
        parameters.put("areaY", KM_PER_DEGREE);
        parameters.put("areaCountries", countries(area));
        return parameters;
    }

    /** What distances are measured from: a circle's middle, or the area itself. */
    static Geometry shape(DrawnArea area) {
        return area instanceof Circle circle
                ? org.marsad.geo.Geo.pointOfLonLat(circle.lon(), circle.lat())
                : area.outline();
    }

    /** Codes of the countries that an area meets; an empty word where it meets none, which no country has. */
    static List<String> countries(DrawnArea area) {
        var met = new ArrayList<>(Countries.builtIn().listMeeting(area.outline()));
        if (met.isEmpty()) {
            met.add("");
        }
        return met;
    }
}
