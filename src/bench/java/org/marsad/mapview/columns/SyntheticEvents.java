package org.marsad.mapview.columns;

import java.util.SplittableRandom;

/**
 * Events with the law of real ones: 70 % drawn to 3,000 towns of uneven size, the rest spread evenly; more in later
 * years; a few actors and types in most of them. Always the same for the same number.
 */
final class SyntheticEvents {
    static final int ACTORS = 500;
    static final int TYPES = 6;
    static final int DAYS = 9500;
    /** 2000-01-01, from which days count here. */
    static final int FIRST_DAY = 10957;

    private static final int TOWNS = 3000;

    final int size;
    final double[] lon;
    final double[] lat;
    final short[] day;
    final short[] actor;
    final byte[] type;
    final byte[] fatal;

    SyntheticEvents(int size) {
        this.size = size;
        lon = new double[size];
        lat = new double[size];
        day = new short[size];
        actor = new short[size];
        type = new byte[size];
        fatal = new byte[size];
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
            } else {
                lon[i] = -17 + 33 * random.nextDouble();
                lat[i] = 4 + 21 * random.nextDouble();
            }
            day[i] = (short) (DAYS * (1 - Math.pow(random.nextDouble(), 1.6)));
            actor[i] = (short) (ACTORS * Math.pow(random.nextDouble(), 2.5));
            type[i] = (byte) (TYPES * Math.pow(random.nextDouble(), 1.4));
            fatal[i] = (byte) Math.min(127, -Math.log(random.nextDouble() + 1e-9) * 1.5);
        }
    }

    EventColumns columns() {
        var builder = new EventColumnsBuilder(size);
        for (int actorNumber = 0; actorNumber < ACTORS; actorNumber++) {
            builder.actors().add("actor-" + actorNumber);
        }
        for (int typeNumber = 0; typeNumber < TYPES; typeNumber++) {
            builder.types().add("TYPE" + typeNumber);
        }
        for (int i = 0; i < size; i++) {
            int start = FIRST_DAY + day[i];
            builder.event(i + 1, lon[i], lat[i], start, start, type[i], 1, 1, fatal[i], -1);
            builder.actor(actor[i]);
        }
        return builder.build();
    }
}
