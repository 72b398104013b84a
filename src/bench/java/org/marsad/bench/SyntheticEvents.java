package org.marsad.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.marsad.geo.BorderDistance;
import org.marsad.geo.Borders;
import org.marsad.geo.Countries;
import org.marsad.mapview.columns.EventColumnsBuilder;
import org.marsad.mapview.columns.EventRow;
import org.marsad.mapview.columns.Vocabulary;

/**
 * Events with the law of real ones: 70 % drawn to 3,000 towns of uneven size, the rest spread evenly; more in later
 * years; a few actors and types in most of them. Always the same for the same number.
 */
final class SyntheticEvents {
    static final int ACTORS = 500;
    static final List<String> TYPES = List.of("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "CONSULT", "COOPERATE");
    static final List<String> KINDS =
            List.of("rebel", "state-forces", "militia", "civilians", "government", "external-forces");
    static final int DAYS = 9500;
    /** 2000-01-01, from which days count here. */
    static final int FIRST_DAY = 10957;

    private static final int TOWNS = 3000;
    /** Borders and countries are looked up once for each square of so many degrees. */
    private static final double SQUARE = 0.1;

    private static final int WIDE = 340;

    final int size;
    final double[] lon;
    final double[] lat;
    final short[] day;
    final short[] actor;
    final byte[] type;
    final byte[] fatal;
    /** UCDP where_prec: 1 in a town, 2 elsewhere. */
    final byte[] where;

    SyntheticEvents(int size) {
        this.size = size;
        lon = new double[size];
        lat = new double[size];
        day = new short[size];
        actor = new short[size];
        type = new byte[size];
        fatal = new byte[size];
        where = new byte[size];
        var random = new SplittableRandom(42);
        var townLon = new double[TOWNS];
        var townLat = new double[TOWNS];
        for (int town = 0; town < TOWNS; town++) {
            townLon[town] = -17 + 33 * random.nextDouble();
            townLat[town] = 4 + 21 * random.nextDouble();
        }
        for (int i = 0; i < size; i++) {
            if (random.nextDouble() < 0.7) {
                int town = (int) (TOWNS * Math.pow(random.nextDouble(), 2.2));
                lon[i] = townLon[town] + 0.02 * (random.nextDouble() + random.nextDouble() - 1);
                lat[i] = townLat[town] + 0.02 * (random.nextDouble() + random.nextDouble() - 1);
                where[i] = 1;
            } else {
                lon[i] = -17 + 33 * random.nextDouble();
                lat[i] = 4 + 21 * random.nextDouble();
                where[i] = 2;
            }
            day[i] = (short) (DAYS * (1 - Math.pow(random.nextDouble(), 1.6)));
            actor[i] = (short) (ACTORS * Math.pow(random.nextDouble(), 2.5));
            type[i] = (byte) (TYPES.size() * Math.pow(random.nextDouble(), 1.4));
            fatal[i] = (byte) Math.min(127, -Math.log(random.nextDouble() + 1e-9) * 1.5);
        }
    }

    static String kind(int actor) {
        return KINDS.get(actor % KINDS.size());
    }

    private static final int SQUARES = WIDE * (int) (23 / SQUARE);

    /** The number of the square that an event lies in. */
    private int square(int event) {
        return Math.clamp((int) ((lat[event] - 3) / SQUARE), 0, SQUARES / WIDE - 1) * WIDE
                + Math.clamp((int) ((lon[event] + 17.5) / SQUARE), 0, WIDE - 1);
    }

    private static double squareLon(int square) {
        return -17.5 + (square % WIDE + 0.5) * SQUARE;
    }

    private static double squareLat(int square) {
        return 3 + (square / WIDE + 0.5) * SQUARE;
    }

    /** The borders within 200 km, as of the middle of the square. */
    final class Near {
        private final List<List<BorderDistance>> ofSquare = new ArrayList<>();

        Near() {
            for (int square = 0; square < SQUARES; square++) {
                ofSquare.add(Borders.builtIn().listNear(squareLon(square), squareLat(square), 200));
            }
        }

        List<BorderDistance> of(int event) {
            return ofSquare.get(square(event));
        }
    }

    /** Looks up what does not belong to the columns' own work, so that adding events can be timed. */
    final class Feeder {
        private final Vocabulary words = new Vocabulary();
        private final int[] actorSet = new int[ACTORS];
        private final int[] placeSet = new int[SQUARES];
        private final int[][] border = new int[SQUARES][];
        private final double[][] km = new double[SQUARES][];

        Feeder() {
            TYPES.forEach(words.types()::add);
            words.sources().add("articles");
            for (int i = 0; i < ACTORS; i++) {
                actorSet[i] = words.who(new int[] {words.actor("actor-" + i, kind(i)) << 5 | 4}, 1);
            }
            var near = new Near();
            for (int square = 0; square < SQUARES; square++) {
                var country = Countries.builtIn().findAt(squareLon(square), squareLat(square));
                placeSet[square] = country.map(iso ->
                                words.where(new int[] {words.countries().add(iso) + 1 << 16}, 1))
                        .orElse(0);
                var borders = near.ofSquare.get(square);
                border[square] = borders.stream()
                        .mapToInt(one -> words.borders().add(one.border().toString()))
                        .toArray();
                km[square] = borders.stream().mapToDouble(BorderDistance::km).toArray();
            }
        }

        EventColumnsBuilder fill() {
            var builder = new EventColumnsBuilder(words, size);
            var row = new EventRow();
            for (int i = 0; i < size; i++) {
                row.clear();
                row.id = i + 1;
                row.lon = lon[i];
                row.lat = lat[i];
                row.start = FIRST_DAY + day[i];
                row.end = row.start;
                row.datePrecision = 0;
                row.type = type[i];
                row.wherePrecision = where[i];
                row.languages = 1;
                row.deaths = fatal[i];
                row.who = actorSet[actor[i]];
                int square = square(i);
                row.where = placeSet[square];
                for (int near = 0; near < border[square].length; near++) {
                    row.near(border[square][near], km[square][near]);
                }
                builder.add(row);
            }
            return builder;
        }
    }
}
