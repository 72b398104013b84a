package org.marsad.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** An immutable set of places with an index of their names. Safe for use by many threads. */
public final class Gazetteer {
    private static final List<String> CURATED = List.of("countries.csv", "curated/regions.csv", "curated/places.csv");

    private static final String CITIES = "derived/cities500.tsv.gz";

    private static final String NAMES = "curated/names.csv";

    private static final String DIVISIONS = "derived/divisions.tsv.gz";

    private final Places places;
    private final NameIndex names;
    private final SoundIndex sounds;
    private final List<LoadReport> reports;
    private final int[] countries = new int[27 * 26 + 1];

    Gazetteer(Places places, NameIndex names, List<LoadReport> reports) {
        this(places, names, SoundIndex.of(names, places), reports);
    }

    Gazetteer(Places places, NameIndex names, SoundIndex sounds, List<LoadReport> reports) {
        this.places = places;
        this.names = names;
        this.sounds = sounds;
        this.reports = List.copyOf(reports);
        for (int place = places.size() - 1; place >= 0; place--) {
            if (places.level(place) == PlaceLevel.COUNTRY) {
                countries[places.country(place)] = place + 1;
            }
        }
    }

    /** The gazetteer shipped with Marsad. */
    public static Gazetteer builtIn() {
        return builtInAnd(List.of());
    }

    /**
     * The gazetteer shipped with Marsad and the places of more files: GeoNames dumps or our CSV, plain or gzip. Rows
     * that cannot be used are named in {@link #reports()}.
     *
     * @throws UncheckedIOException where a file cannot be read at all
     */
    public static Gazetteer builtInAnd(List<Path> files) {
        return read(files, new GazetteerBuilder());
    }

    /** As {@link #builtInAnd(List)}, the names passed on while they are read. */
    public static Gazetteer builtInAnd(List<Path> files, NameSink sink) {
        return read(files, new GazetteerBuilder(sink));
    }

    /**
     * A checksum (SHA-256, hexadecimal) of the files of the gazetteer shipped with Marsad, and of more files and their
     * names.
     */
    public static String checksum(List<Path> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : Stream.concat(CURATED.stream(), Stream.of(CITIES, NAMES, DIVISIONS))
                    .toList()) {
                try (var in = Gazetteer.class.getResourceAsStream("/gazetteer/" + name)) {
                    digest.update(in == null ? new byte[0] : in.readAllBytes());
                }
            }
            for (var file : files) {
                digest.update(file.getFileName().toString().getBytes(UTF_8));
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Gazetteer read(List<Path> files, GazetteerBuilder builder) {
        try {
            for (var name : CURATED) {
                if (Gazetteer.class.getResource("/gazetteer/" + name) == null) {
                    continue;
                }
                try (var in = resource(name)) {
                    builder.addReport(CuratedCsv.read(name, in, builder));
                }
            }
            try (var in = resource(CITIES)) {
                builder.addReport(Cities500.read("cities500.tsv.gz", in, builder));
            }
            if (Gazetteer.class.getResource("/gazetteer/" + NAMES) != null) {
                try (var in = resource(NAMES)) {
                    builder.addReport(MoreNames.read("names.csv", in, builder));
                }
            }
            try (var in = resource(DIVISIONS)) {
                builder.addReport(Divisions.read("divisions.tsv.gz", in, builder));
            }
            for (var file : files) {
                builder.addReport(read(file, builder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.build();
    }

    /** A gazetteer of these files alone. */
    public static Gazetteer of(List<Path> files) {
        var builder = new GazetteerBuilder();
        try {
            for (var file : files) {
                builder.addReport(read(file, builder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builder.build();
    }

    /**
     * The same with some places edited: a layer upon it, so that what is not edited is neither compiled again nor copied
     * but for the columns of the places. Costs some ten milliseconds, whatever the number of places, and little more for
     * thousands of edits; the same edits give the same answers in whatever order they were made.
     *
     * @param edits at most one a place; this gazetteer must not be edited itself
     */
    public Gazetteer with(List<EditedPlace> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        var ordered = edits.stream()
                .sorted(Comparator.comparing(edit -> edit.id().value()))
                .toList();
        var edited = places.with(ordered);
        var index = names.with(EditedPostings.of(names, edited, ordered));
        return new Gazetteer(edited, index, sounds.with(index, names, nodesOfMoved(edited)), reports);
    }

    /** The names of places that lie in another country in the edited places, or have other inhabitants there. */
    private BitSet nodesOfMoved(Places edited) {
        var moved = new BitSet();
        for (int place = 0; place < places.size(); place++) {
            if (places.country(place) != edited.country(place)
                    || places.population(place) != edited.population(place)) {
                moved.set(place);
            }
        }
        var nodes = new BitSet();
        for (int node = 0; !moved.isEmpty() && node < names.nodes(); node++) {
            for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
                if (moved.get(Posting.place(names.posting(i)))) {
                    nodes.set(node);
                }
            }
        }
        return nodes;
    }

    /** The folded names by which the index finds a place; goes through all names once. */
    public Set<String> listKeys(PlaceId id) {
        int place = places.find(id);
        var keys = new TreeSet<String>();
        for (int node = 0; place >= 0 && node < names.nodes(); node++) {
            for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
                if (Posting.place(names.posting(i)) == place) {
                    keys.add(names.key(node));
                }
            }
        }
        return keys;
    }

    /** Whether a folded name means the same places here and in this gazetteer with other edits, in the same order. */
    public boolean samePostings(Gazetteer other, String key) {
        return Arrays.equals(names.postings(key), other.names.postings(key));
    }

    public Optional<Place> find(PlaceId id) {
        int place = places.find(id);
        return place < 0 ? Optional.empty() : Optional.of(places.get(place));
    }

    /** The country of an ISO 3166-1 alpha-2 code. */
    public Optional<Place> findCountry(String iso2) {
        int place = countryOrdinal(Places.countryCode(iso2));
        return place < 0 ? Optional.empty() : Optional.of(places.get(place));
    }

    /** The ordinal of a country's own place, or -1. */
    public int countryOrdinal(short country) {
        return country == Places.NO_COUNTRY ? -1 : countries[country] - 1;
    }

    public Places places() {
        return places;
    }

    public NameIndex names() {
        return names;
    }

    /** The names by sound, for spellings that no source has. */
    public SoundIndex sounds() {
        return sounds;
    }

    /**
     * A stamp of all that is in it, and of the program that reads texts with it: the same for the same places, names and
     * program. Of the sources, not of edits upon them.
     */
    public String stamp() {
        return Integer.toHexString(names.hash() * 31 + places.hash()) + "-" + CodeStamp.ofCoder();
    }

    /** What came of reading each file, in order. */
    public List<LoadReport> reports() {
        return reports;
    }

    private static LoadReport read(Path file, GazetteerBuilder into) throws IOException {
        var name = String.valueOf(file.getFileName());
        try (var in = RowSource.open(file)) {
            return name.matches("(?i).*\\.csv(\\.gz)?")
                    ? CuratedCsv.read(name, in, into)
                    : GeoNamesDump.read(name, in, into);
        } catch (IOException e) {
            var damage = RowSource.damage(e);
            var message = String.valueOf(e.getMessage());
            if (message.startsWith(file.toString())) {
                throw e;
            }
            throw new IOException("gazetteer file " + file + ": " + (damage == null ? e.getMessage() : damage), e);
        }
    }

    private static BufferedReader resource(String name) throws IOException {
        var in = Gazetteer.class.getResourceAsStream("/gazetteer/" + name);
        if (in == null) {
            throw new IllegalStateException("the class path lacks /gazetteer/" + name);
        }
        return open(in);
    }

    /** Plain or gzip, told apart by the first two bytes. */
    private static BufferedReader open(InputStream raw) throws IOException {
        var in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return new BufferedReader(new InputStreamReader(gzip ? new GZIPInputStream(in, 1 << 16) : in, UTF_8), 1 << 16);
    }
}
