package org.marsad.mapview.columns;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The layer {@code points} of a tile. A tile may have a hundred thousand events, so that a few nanoseconds an event count. What
 * many events share (type, kind, precision, deaths) is put together once and copied as a whole, so that it is known what repeats.
 */
final class PointLayer implements AutoCloseable {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int START = 0;
    private static final int TYPE = 1;
    private static final int KIND = 2;
    private static final int WHERE = 3;
    private static final int DEATHS = 4;
    private static final int CERTAIN = 5;

    private static final int EXTENT_BITS = 12;
    /** What of the shared part stands behind the tags: that it is a point, and its geometry up to its numbers. */
    private static final int AFTER_TAGS = 5;
    /** More than a point takes, with what is written beyond its end. */
    private static final int MOST_FEATURE_BYTES = 72;

    private static final BlockingQueue<Room> IDLE =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    /** To be used again, as memory that was just used is quicker than new. */
    private static final class Room {
        /** Bytes that are kept for the next tile: some three hundred thousand points. */
        private static final int KEPT = 1 << 23;

        final ByteSink features = new ByteSink(1 << 16);
        long[] repeats = new long[1 << 11];
    }

    private final TileLayer layer = new TileLayer("points", "start", "type", "kind", "where", "deaths", "certain");
    private final Room room;
    private final ByteSink features;
    private final int shift;
    private int count;
    private int repeatCount;
    private final SharedParts shared;

    PointLayer(int z, Vocabulary words) {
        // 28 bits of position, less the tile's, to the extent's 12: a shift, either way.
        shift = Morton.BITS - z - EXTENT_BITS;
        var idle = IDLE.poll();
        room = idle == null ? new Room() : idle;
        features = room.features;
        features.clear();
        shared = new SharedParts(words);
    }

    @Override
    public void close() {
        if (features.bytes().length <= Room.KEPT) {
            IDLE.offer(room);
        }
    }

    int features() {
        return count;
    }

    /** Writes rows of one part of a model. */
    final class Writer {
        private final RowFilter filter;
        private final EventColumns columns;
        private final int[] kindOfSet;
        private final boolean certainty;
        private final long first;
        /**
         * Of days from the bucket's base: key and index of the value as they are written in the lower half, their length in the
         * byte above, and in the upper three the number of the base that they are of.
         */
        private final long[] starts = new long[Bucket.DAYS];

        private int startsBase = Integer.MIN_VALUE;
        private int bases;

        /**
         * @param first code of the tile
         */
        Writer(RowFilter filter, int[] kindOfSet, long first) {
            this.filter = filter;
            this.columns = filter.columns;
            this.kindOfSet = kindOfSet;
            this.first = first;
            certainty = filter.hasCertainty();
        }

        void add(Bucket bucket, int row, long morton) {
            long inTile = morton - first;
            int x = scaled(Morton.x(inTile));
            int y = scaled(Morton.y(inTile));
            int xLength = x < 64 ? 1 : 2;
            int placeLength = xLength + (y < 64 ? 1 : 2);
            int part = shared.find(
                    columns.type[row],
                    kindOfSet[columns.who[row]],
                    columns.wherePrecision(row),
                    columns.deaths[row],
                    certainty ? filter.isCertain(row) ? 2 : 1 : 0,
                    placeLength);
            long place = varint(x << 1) | (long) varint(y << 1) << 8 * xLength;
            point(columns.id[row], bucket.undated() ? 0 : start(bucket, columns.day[row]), part, place, placeLength);
        }

        private long start(Bucket bucket, int day) {
            if (bucket.base() != startsBase) {
                startsBase = bucket.base();
                bases++;
            }
            if (starts[day] >>> 40 != bases) {
                int value = layer.append(bucket.base() + day);
                starts[day] = START
                        | (long) varint(value) << 8
                        | (1L + ByteSink.varintSize(value)) << 32
                        | (long) bases << 40;
            }
            return starts[day];
        }

        private int scaled(int units) {
            return shift >= 0 ? units >> shift : units << -shift;
        }
    }

    private void point(int id, long start, int part, long place, int placeLength) {
        int at = features.reserve(MOST_FEATURE_BYTES);
        byte[] bytes = features.bytes();
        int idLength = ByteSink.varintSize(id);
        int sharedLength = shared.length[part];
        int startLength = (int) (start >>> 32) & 0xFF;
        int length = 1 + idLength + 2 + startLength + sharedLength + placeLength;
        LONG.set(bytes, at, 2 << 3 | 2 | (long) length << 8 | 1 << 3 << 16 | longVarint(id) << 24);
        at += 3 + idLength;
        // The tags go on with what is shared.
        int tags = startLength + sharedLength - AFTER_TAGS;
        LONG.set(bytes, at, 2 << 3 | 2 | (long) tags << 8 | (start & 0xFFFFFFFFL) << 16);
        at += 2 + startLength;
        repeat(at, sharedLength, shared.last[part]);
        shared.last[part] = at + 1;
        shared.write(part, bytes, at);
        at += sharedLength;
        LONG.set(bytes, at, place);
        features.written(at + placeLength);
        count++;
    }

    /**
     * @param before where it stood before, plus one; 0 where it did not
     */
    private void repeat(int at, int length, int before) {
        int distance = at + 1 - before;
        if (repeatCount == room.repeats.length) {
            room.repeats = Arrays.copyOf(room.repeats, 2 * room.repeats.length);
        }
        room.repeats[repeatCount] = RepeatingBytes.repeat(at, length, distance);
        repeatCount += before != 0 && distance <= RepeatingBytes.FARTHEST ? 1 : 0;
    }

    /** A varint of at most three bytes, the first of them lowest. */
    private static int varint(int value) {
        return value < 1 << 7
                ? value
                : value < 1 << 14
                        ? value & 0x7F | 0x80 | value >> 7 << 8
                        : value & 0x7F | 0x8080 | (value >> 7 & 0x7F) << 8 | value >> 14 << 16;
    }

    private static long longVarint(int value) {
        long spread = value & 0x7FL
                | (value & 0x7FL << 7) << 1
                | (value & 0x7FL << 14) << 2
                | (value & 0x7FL << 21) << 3
                | (value & 0xFL << 28) << 4;
        return spread | 0x80808080L & (1L << 8 * (ByteSink.varintSize(value) - 1)) - 1;
    }

    RepeatingBytes tile() {
        if (count == 0) {
            return RepeatingBytes.of(new byte[0]);
        }
        byte[] tile = layer.tile(features);
        int from = layer.featuresFrom();
        long[] moved = new long[repeatCount];
        for (int i = 0; i < repeatCount; i++) {
            moved[i] = room.repeats[i] + ((long) from << 32);
        }
        return new RepeatingBytes(tile, moved);
    }

    /** What features share, each combination once, as it is written in them. */
    private final class SharedParts {
        private static final int LONGS = 4;

        private final Vocabulary words;
        private final int[] typeValue;
        private final int[] kindValue;
        /** Open addressing from a combination to its number plus one. */
        private int[] slots = new int[1 << 10];

        private long[] keys = new long[1 << 8];
        private long[] text = new long[LONGS << 8];
        int[] length = new int[1 << 8];
        /** Where it was written last, plus one. */
        int[] last = new int[1 << 8];

        private int size;
        /** The one that is put together. */
        private final byte[] part = new byte[8 * LONGS + 8];
        /** Of small numbers, their indexes in the layer plus one. */
        private final int[] numberValue = new int[64];

        SharedParts(Vocabulary words) {
            this.words = words;
            typeValue = new int[words.types().size()];
            kindValue = new int[words.kinds().size()];
            Arrays.fill(typeValue, -1);
            Arrays.fill(kindValue, -1);
        }

        /**
         * @param kind -1 for none
         * @param deaths plus one; 0 for none
         * @param certain 0 not said, 1 no, 2 yes
         * @param placeLength from 2 to 4
         */
        int find(int type, int kind, int where, int deaths, int certain, int placeLength) {
            long key = type
                    | (kind + 1L) << 8
                    | (long) where << 32
                    | (long) certain << 35
                    | (long) placeLength << 37
                    | (long) deaths << 40;
            int mask = slots.length - 1;
            int at = slot(key) & mask;
            while (slots[at] != 0) {
                if (keys[slots[at] - 1] == key) {
                    return slots[at] - 1;
                }
                at = at + 1 & mask;
            }
            if (2 * size >= slots.length) {
                grow();
                return find(type, kind, where, deaths, certain, placeLength);
            }
            slots[at] = size + 1;
            return add(key, put(type, kind, where, deaths, certain, placeLength));
        }

        private static int slot(long key) {
            return (int) (key * 0x9E3779B97F4A7C15L >>> 40);
        }

        private int add(long key, int bytes) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                text = Arrays.copyOf(text, LONGS * 2 * size);
                length = Arrays.copyOf(length, 2 * size);
                last = Arrays.copyOf(last, 2 * size);
            }
            keys[size] = key;
            length[size] = bytes;
            for (int i = 0; i < LONGS; i++) {
                text[LONGS * size + i] = (long) LONG.get(part, 8 * i);
            }
            return size++;
        }

        /** Keys with the indexes of their values, and what follows them: at most 25 bytes, mostly 13. */
        private int put(int type, int kind, int where, int deaths, int certain, int placeLength) {
            if (typeValue[type] < 0) {
                typeValue[type] = layer.value(words.types().word(type));
            }
            int at = put(0, TYPE, typeValue[type]);
            if (kind >= 0) {
                if (kindValue[kind] < 0) {
                    kindValue[kind] = layer.value(words.kinds().word(kind));
                }
                at = put(at, KIND, kindValue[kind]);
            }
            at = put(at, WHERE, number(where));
            if (deaths > 0) {
                at = put(at, DEATHS, number(deaths - 1));
            }
            if (certain > 0) {
                at = put(at, CERTAIN, number(certain - 1));
            }
            part[at++] = 3 << 3;
            part[at++] = 1; // POINT
            part[at++] = 4 << 3 | 2;
            part[at++] = (byte) (1 + placeLength);
            part[at++] = 9; // MoveTo, once
            return at;
        }

        private int put(int at, int key, int value) {
            part[at] = (byte) key;
            return ByteSink.put(part, at + 1, value);
        }

        /** The index of a number in the layer. */
        private int number(int value) {
            if (value >= numberValue.length) {
                return layer.value(value);
            }
            if (numberValue[value] == 0) {
                numberValue[value] = layer.value(value) + 1;
            }
            return numberValue[value] - 1;
        }

        void write(int part, byte[] bytes, int at) {
            LONG.set(bytes, at, text[LONGS * part]);
            LONG.set(bytes, at + 8, text[LONGS * part + 1]);
            LONG.set(bytes, at + 16, text[LONGS * part + 2]);
            LONG.set(bytes, at + 24, text[LONGS * part + 3]);
        }

        private void grow() {
            slots = new int[2 * slots.length];
            int mask = slots.length - 1;
            for (int part = 0; part < size; part++) {
                int at = slot(keys[part]) & mask;
                while (slots[at] != 0) {
                    at = at + 1 & mask;
                }
                slots[at] = part + 1;
            }
        }
    }
}
