package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of a gazetteer by ordinal, a column an attribute. */
public final class Places {
    /** The code of no country. */
    public static final short NO_COUNTRY = 0;

    private static final PlaceLevel[] LEVELS = PlaceLevel.values();

    private final int size;
    private final int[] ids;
    private final byte[] names;
    private final int[] nameStart;
    private final float[] lat;
    private final float[] lon;
    private final int[] population;
    private final short[] country;
    private final short[] feature;
    private final int[] admin1;
    private final byte[] level;
    private final byte[] rank;
    private final List<String> slugs;
    private final List<String> features;
    private final List<String> admins;
    private final int[] idTable;
    private final Map<String, Integer> slugTable;
    /** Of places whose names are not in the array, and ordinals of ids that are in no table. */
    private final Map<Integer, String> otherNames;

    private final Map<String, Integer> otherIds;

    private Places(Builder from) {
        otherNames = Map.of();
        otherIds = Map.of();
        size = from.size;
        ids = Arrays.copyOf(from.ids, size);
        nameStart = Arrays.copyOf(from.nameStart, size + 1);
        names = Arrays.copyOf(from.names, nameStart[size]);
        lat = Arrays.copyOf(from.lat, size);
        lon = Arrays.copyOf(from.lon, size);
        population = Arrays.copyOf(from.population, size);
        country = Arrays.copyOf(from.country, size);
        feature = Arrays.copyOf(from.feature, size);
        admin1 = Arrays.copyOf(from.admin1, size);
        level = Arrays.copyOf(from.level, size);
        rank = Arrays.copyOf(from.rank, size);
        slugs = List.copyOf(from.slugs);
        features = List.copyOf(from.features.values);
        admins = List.copyOf(from.admins.values);
        idTable = from.idTable;
        slugTable = Map.copyOf(from.slugTable);
    }

    /** The same with some places edited, and others after them. */
    private Places(Places from, List<EditedPlace> edits) {
        names = from.names;
        nameStart = from.nameStart;
        idTable = from.idTable;
        slugTable = from.slugTable;
        otherNames = new HashMap<>();
        otherIds = new HashMap<>();
        for (var edit : edits) {
            if (from.find(edit.id()) < 0) {
                otherIds.put(edit.id().value(), from.size + otherIds.size());
            }
        }
        size = from.size + otherIds.size();
        ids = Arrays.copyOf(from.ids, size);
        lat = Arrays.copyOf(from.lat, size);
        lon = Arrays.copyOf(from.lon, size);
        population = Arrays.copyOf(from.population, size);
        country = Arrays.copyOf(from.country, size);
        feature = Arrays.copyOf(from.feature, size);
        admin1 = Arrays.copyOf(from.admin1, size);
        level = Arrays.copyOf(from.level, size);
        rank = Arrays.copyOf(from.rank, size);
        var allSlugs = new ArrayList<>(from.slugs);
        var allFeatures = new ArrayList<>(from.features);
        var allAdmins = new ArrayList<>(from.admins);
        for (var edit : edits) {
            int place = find(edit.id());
            if (place >= from.size) {
                int number = geonamesNumber(edit.id().value());
                ids[place] = number > 0 ? number : -allSlugs.size();
                if (number <= 0) {
                    allSlugs.add(edit.id().value());
                }
                rank[place] = 2;
            }
            change(place, edit, allFeatures, allAdmins);
        }
        slugs = List.copyOf(allSlugs);
        features = List.copyOf(allFeatures);
        admins = List.copyOf(allAdmins);
    }

    private void change(int place, EditedPlace edit, List<String> allFeatures, List<String> allAdmins) {
        if (edit.name() != null) {
            otherNames.put(place, edit.name());
        }
        if (edit.level() != null) {
            level[place] = (byte) edit.level().ordinal();
        }
        if (edit.feature() != null) {
            feature[place] = (short) number(allFeatures, edit.feature());
        }
        if (edit.country() != null) {
            country[place] = countryCode(edit.country());
        }
        if (edit.admin1() != null) {
            admin1[place] = number(allAdmins, edit.admin1());
        }
        if (!Double.isNaN(edit.lon())) {
            lon[place] = (float) edit.lon();
        }
        if (!Double.isNaN(edit.lat())) {
            lat[place] = (float) edit.lat();
        }
        if (edit.population() >= 0) {
            population[place] = (int) Math.min(Integer.MAX_VALUE, edit.population());
        }
    }

    private static int number(List<String> values, String value) {
        int known = values.indexOf(value);
        if (known >= 0) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    /** Some places edited, and others after them, in the order given. Copies the columns: some milliseconds. */
    Places with(List<EditedPlace> edits) {
        return edits.isEmpty() ? this : new Places(this, edits);
    }

    private Places(ImageReader in) throws IOException {
        otherNames = Map.of();
        otherIds = Map.of();
        size = in.integer();
        ids = in.ints();
        names = in.bytes();
        nameStart = in.ints();
        lat = in.floats();
        lon = in.floats();
        population = in.ints();
        country = in.shorts();
        feature = in.shorts();
        admin1 = in.ints();
        level = in.bytes();
        rank = in.bytes();
        slugs = in.texts();
        features = in.texts();
        admins = in.texts();
        idTable = in.ints();
        var table = HashMap.<String, Integer>newHashMap(slugs.size());
        for (int place = 0; place < size; place++) {
            if (ids[place] <= 0) {
                table.put(slugs.get(-ids[place]), place);
            }
        }
        slugTable = table;
    }

    static Places read(ImageReader in) throws IOException {
        return new Places(in);
    }

    void write(ImageWriter out) throws IOException {
        out.integer(size);
        out.ints(ids);
        out.bytes(names);
        out.ints(nameStart);
        out.floats(lat);
        out.floats(lon);
        out.ints(population);
        out.shorts(country);
        out.shorts(feature);
        out.ints(admin1);
        out.bytes(level);
        out.bytes(rank);
        out.texts(slugs);
        out.texts(features);
        out.texts(admins);
        out.ints(idTable);
    }

    public int size() {
        return size;
    }

    public double lat(int place) {
        return lat[place];
    }

    public double lon(int place) {
        return lon[place];
    }

    /** 0 where unknown. */
    public int population(int place) {
        return population[place];
    }

    public PlaceLevel level(int place) {
        return LEVELS[level[place]];
    }

    /** GeoNames feature code. */
    public String feature(int place) {
        return features.get(feature[place]);
    }

    /** The country as a small number, {@link #NO_COUNTRY} where it lies in several or none: see {@link #countryCode(String)}. */
    public short country(int place) {
        return country[place];
    }

    /** Name or code of the first administrative division; empty where unknown. */
    public String admin1(int place) {
        return admins.get(admin1[place]);
    }

    /** Whether our own gazetteer, or one that the user gave, has the place. */
    public boolean isCurated(int place) {
        return rank[place] >= 2;
    }

    public String name(int place) {
        var other = otherNames.isEmpty() ? null : otherNames.get(place);
        return other != null
                ? other
                : new String(names, nameStart[place], nameStart[place + 1] - nameStart[place], UTF_8);
    }

    public PlaceId id(int place) {
        return new PlaceId(ids[place] > 0 ? "geonames:" + ids[place] : slugs.get(-ids[place]));
    }

    public Place get(int place) {
        var admin = admin1(place);
        var code = countryCode(country[place]);
        return new Place(
                id(place),
                name(place),
                code.isEmpty() ? null : code,
                admin.isEmpty() ? null : admin,
                level(place),
                feature(place),
                decimal(lat[place]),
                decimal(lon[place]),
                population[place]);
    }

    /** The ordinal of a place, or -1. */
    public int find(PlaceId id) {
        var other = otherIds.isEmpty() ? null : otherIds.get(id.value());
        if (other != null) {
            return other;
        }
        int number = geonamesNumber(id.value());
        return number > 0 ? probe(idTable, ids, number) : slugTable.getOrDefault(id.value(), -1);
    }

    /** The small number of an ISO 3166-1 alpha-2 code; {@link #NO_COUNTRY} for anything else. */
    public static short countryCode(String iso2) {
        if (iso2.length() != 2) {
            return NO_COUNTRY;
        }
        int first = iso2.charAt(0) - 'A';
        int second = iso2.charAt(1) - 'A';
        return (short) (first < 0 || first > 25 || second < 0 || second > 25 ? NO_COUNTRY : first * 26 + second + 1);
    }

    /** The ISO 3166-1 alpha-2 code of a small number; empty for {@link #NO_COUNTRY}. */
    public static String countryCode(short number) {
        int code = number - 1;
        return number == NO_COUNTRY ? "" : "" + (char) ('A' + code / 26) + (char) ('A' + code % 26);
    }

    /** Coordinates are kept as floats (to 0.4 m); the decimals as they were written come back. */
    private static double decimal(float degrees) {
        return Math.rint(degrees * 1e5) / 1e5;
    }

    /** Of where the places are and what they are called. */
    int hash() {
        int where = Arrays.hashCode(lat) * 31 + Arrays.hashCode(lon);
        int what = Arrays.hashCode(names) * 31 + Arrays.hashCode(ids);
        return (where * 31 + what) * 31 + Arrays.hashCode(population) + Arrays.hashCode(admin1) + Arrays.hashCode(rank);
    }

    private static int geonamesNumber(String id) {
        if (!id.startsWith("geonames:") || id.length() > 9 + 9) {
            return -1;
        }
        try {
            return Integer.parseInt(id.substring(9));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static int probe(int[] table, int[] ids, int number) {
        int mask = table.length - 1;
        for (int slot = spread(number) & mask; table[slot] != 0; slot = (slot + 1) & mask) {
            if (ids[table[slot] - 1] == number) {
                return table[slot] - 1;
            }
        }
        return -1;
    }

    private static int spread(int number) {
        return (int) (number * 0x9E3779B97F4A7C15L >>> 32);
    }

    /** What one row of a source says of a place. */
    record Row(
            String id,
            String name,
            PlaceLevel level,
            String feature,
            String country,
            String admin1,
            double lat,
            double lon,
            long population) {
        Row {
            if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
                throw new IllegalArgumentException("latitude " + lat + " and longitude " + lon + " are not on Earth");
            }
            if (lat == 0 && lon == 0) {
                throw new IllegalArgumentException("latitude and longitude are both 0, which stands for unknown");
            }
            if (!country.isEmpty() && countryCode(country) == NO_COUNTRY) {
                throw new IllegalArgumentException(
                        "the country is \"" + country + "\", which is no ISO 3166 code of two capital letters");
            }
            if (name.isBlank()) {
                throw new IllegalArgumentException("a place without a name");
            }
        }
    }

    /** Gathers places; the first source to name a place gives its attributes, later ones fill its gaps. */
    static final class Builder {
        private int size;
        private int[] ids = new int[1 << 18];
        private byte[] names = new byte[1 << 22];
        private int[] nameStart = new int[1 << 18];
        private float[] lat = new float[1 << 18];
        private float[] lon = new float[1 << 18];
        private int[] population = new int[1 << 18];
        private short[] country = new short[1 << 18];
        private short[] feature = new short[1 << 18];
        private int[] admin1 = new int[1 << 18];
        private byte[] level = new byte[1 << 18];
        private byte[] rank = new byte[1 << 18];
        private int[] idTable = new int[1 << 19];
        private final List<String> slugs = new ArrayList<>(List.of(""));
        private final Map<String, Integer> slugTable = new HashMap<>();
        private final Pool features = new Pool();
        private final Pool admins = new Pool();
        private final AdminNames adminNames = new AdminNames();

        /**
         * Adds a place or finds it again.
         *
         * @param rank 0 for a dump, 1 for cities500, 2 for a curated file
         * @return its ordinal
         */
        int add(Row row, int rank) {
            int known = find(row.id());
            if (known >= 0) {
                fill(known, row);
                return known;
            }
            if (size + 2 > ids.length) {
                grow();
            }
            int number = geonamesNumber(row.id());
            if (number <= 0) {
                var slug = new PlaceId(row.id()).value();
                number = -slugs.size();
                slugs.add(slug);
                slugTable.put(slug, size);
            }
            ids[size] = number;
            var bytes = row.name().getBytes(UTF_8);
            while (nameStart[size] + bytes.length > names.length) {
                names = Arrays.copyOf(names, names.length * 2);
            }
            System.arraycopy(bytes, 0, names, nameStart[size], bytes.length);
            nameStart[size + 1] = nameStart[size] + bytes.length;
            lat[size] = (float) row.lat();
            lon[size] = (float) row.lon();
            population[size] = (int) Math.min(Integer.MAX_VALUE, row.population());
            country[size] = countryCode(row.country());
            feature[size] = (short) features.add(row.feature());
            admin1[size] = admins.add(row.admin1());
            level[size] = (byte) row.level().ordinal();
            this.rank[size] = (byte) rank;
            size++;
            if (number > 0) {
                insert(size - 1);
            }
            if (size >= MAX) {
                throw new IllegalStateException("more than " + MAX + " places");
            }
            return size - 1;
        }

        private static final int MAX = Posting.MAX_PLACES;

        int size() {
            return size;
        }

        int find(String id) {
            int number = geonamesNumber(id);
            return number > 0 ? probe(idTable, ids, number) : slugTable.getOrDefault(id, -1);
        }

        Places build() {
            for (int i = 0; i < size; i++) {
                var code = admins.values.get(admin1[i]);
                if (!code.isEmpty()) {
                    admin1[i] = admins.add(adminNames.nameOf(country[i], code));
                }
            }
            return new Places(this);
        }

        private void fill(int place, Row row) {
            if (population[place] == 0) {
                population[place] = (int) Math.min(Integer.MAX_VALUE, row.population());
            }
            var known = admins.values.get(admin1[place]);
            if (known.isEmpty()) {
                admin1[place] = admins.add(row.admin1());
            } else if (!row.admin1().equals(known)) {
                adminNames.saw(country[place], known, row.admin1());
            }
        }

        /** Tells the name of an administrative division's code. */
        void nameAdmin1(String country, String code, String name) {
            adminNames.saw(countryCode(country), name, code);
        }

        private void insert(int place) {
            if (size * 2 > idTable.length) {
                idTable = new int[idTable.length * 2];
                for (int i = 0; i < place; i++) {
                    if (ids[i] > 0) {
                        put(i);
                    }
                }
            }
            put(place);
        }

        private void put(int place) {
            int mask = idTable.length - 1;
            int slot = spread(ids[place]) & mask;
            while (idTable[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            idTable[slot] = place + 1;
        }

        private void grow() {
            int length = ids.length * 2;
            ids = Arrays.copyOf(ids, length);
            nameStart = Arrays.copyOf(nameStart, length);
            lat = Arrays.copyOf(lat, length);
            lon = Arrays.copyOf(lon, length);
            population = Arrays.copyOf(population, length);
            country = Arrays.copyOf(country, length);
            feature = Arrays.copyOf(feature, length);
            admin1 = Arrays.copyOf(admin1, length);
            level = Arrays.copyOf(level, length);
            rank = Arrays.copyOf(rank, length);
        }
    }

    /** Strings that many places share. */
    private static final class Pool {
        private final List<String> values = new ArrayList<>();
        private final Map<String, Integer> table = new HashMap<>();

        Pool() {
            add("");
        }

        int add(@Nullable String value) {
            var text = value == null ? "" : value;
            var known = table.get(text);
            if (known == null) {
                known = values.size();
                values.add(text);
                table.put(text, known);
            }
            return known;
        }
    }

    /**
     * GeoNames gives a first-order division as a code ("06"), our own files by name ("Gao"). Where both speak of one
     * place, or a dump has the division itself, the code learns its name: the one met most often.
     */
    private static final class AdminNames {
        private final Map<String, Map<String, Integer>> seen = new HashMap<>();

        void saw(short country, String name, String code) {
            if (isCode(code) && !isCode(name)) {
                seen.computeIfAbsent(country + "." + code, k -> new HashMap<>()).merge(name, 1, Integer::sum);
            }
        }

        String nameOf(short country, String code) {
            var names = isCode(code) ? seen.get(country + "." + code) : null;
            return names == null
                    ? code
                    : names.entrySet().stream()
                            .max(Map.Entry.<String, Integer>comparingByValue()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .orElseThrow()
                            .getKey();
        }

        private static boolean isCode(String text) {
            return !text.isEmpty() && text.length() <= 3 && text.chars().noneMatch(Character::isLowerCase);
        }
    }
}
