package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.evaluate.GoldArticle.GoldMention;
import org.marsad.evaluate.GoldArticle.GoldPlace;
import org.marsad.gazetteer.DivisionNames;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.text.Folding;

/** Counts of one language, or of all. */
final class GeoparseScore {
    static final double[] DISTANCES_KM = {10, 25, 161};

    private static final double EARTH_KM = 6371.0088;
    private static final double FARTHEST_KM = 20_039;

    private int articles;
    private int gold;
    private int found;
    private int exact;
    private int goldOverlapped;
    private int foundOverlapped;
    private int goldAll;
    private int foundAll;
    private int exactAll;
    private final int[] within = new int[DISTANCES_KM.length];
    private final List<Double> errors = new ArrayList<>();
    private double logError;
    private final int[] binCount = new int[10];
    private final int[] binRight = new int[10];

    void add(GoldArticle article, List<Mention> mentions) {
        articles++;
        var golden = article.mentions();
        var geographic = mentions.stream().filter(m -> m.kind().isGeographic()).toList();
        goldAll += golden.size();
        foundAll += mentions.size();
        found += geographic.size();
        for (var wanted : golden) {
            exactAll += mentions.stream().anyMatch(m -> m.span().equals(wanted.span())) ? 1 : 0;
            if (wanted.kind().isGeographic()) {
                addGeographic(wanted, geographic);
            }
        }
        for (var mention : geographic) {
            var wanted = golden.stream()
                    .filter(g -> g.kind().isGeographic() && g.span().overlaps(mention.span()))
                    .findFirst();
            foundOverlapped += wanted.isPresent() ? 1 : 0;
            int bin = Math.min(9, (int) (mention.confidence() * 10));
            binCount[bin]++;
            boolean right =
                    wanted.isPresent() && errorKm(mention.place(), wanted.get().place()) <= 25;
            binRight[bin] += right ? 1 : 0;
        }
    }

    private void addGeographic(GoldMention wanted, List<Mention> mentions) {
        gold++;
        exact += mentions.stream().anyMatch(m -> m.span().equals(wanted.span())) ? 1 : 0;
        var mention =
                mentions.stream().filter(m -> m.span().overlaps(wanted.span())).findFirst();
        goldOverlapped += mention.isPresent() ? 1 : 0;
        double error = mention.isEmpty() ? FARTHEST_KM : errorKm(mention.get().place(), wanted.place());
        for (int i = 0; i < DISTANCES_KM.length; i++) {
            within[i] += error <= DISTANCES_KM[i] ? 1 : 0;
        }
        logError += Math.log1p(error) / Math.log1p(FARTHEST_KM);
        if (mention.isPresent() && mention.get().place() != null) {
            errors.add(error);
        }
    }

    /** 0 for the right place by id, or, for areas, by name: centroids of states and regions differ between sources. */
    static double errorKm(@Nullable Place place, GoldPlace wanted) {
        if (place == null) {
            return FARTHEST_KM;
        }
        if (place.id().value().equals(wanted.source())) {
            return 0;
        }
        boolean area = !wanted.level().equals("settlement") && !wanted.level().equals("feature");
        if (area && place.level().word().equals(wanted.level())) {
            boolean sameCountry = wanted.country() == null || wanted.country().equals(place.country());
            boolean country = place.level() == PlaceLevel.COUNTRY;
            if (sameCountry && (country || bare(place.name()).equals(bare(wanted.name())))) {
                return 0;
            }
        }
        return haversineKm(place.lat(), place.lon(), wanted.lat(), wanted.lon());
    }

    /** "Kebbi State" is Kebbi, "Savanes (Togo)" is Savanes. */
    private static String bare(String name) {
        var plain = name.replaceAll("\\s*\\(.*", "");
        var bare = DivisionNames.bare(plain);
        return bare == null ? Folding.key(plain) : bare;
    }

    private static double haversineKm(double lat1, double lon1, double lat2, double lon2) {
        double dLat = Math.toRadians(lat2 - lat1) / 2;
        double dLon = Math.toRadians(lon2 - lon1) / 2;
        double a = Math.sin(dLat) * Math.sin(dLat)
                + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * Math.sin(dLon) * Math.sin(dLon);
        return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, a)));
    }

    static String header() {
        return "| | articles | gold | P | R | F1 exact | P | R | F1 overlap | F1 all kinds | @10 km | @25 km | @161 km"
                + " | mean km | median km | AUC |\n|" + "---|".repeat(16);
    }

    String row(String name) {
        var sorted = errors.stream().sorted().toList();
        double mean = sorted.stream().mapToDouble(e -> e).average().orElse(Double.NaN);
        double median = sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f | %.0f | %.1f | %.3f |",
                name,
                articles,
                gold,
                ratio(exact, found),
                ratio(exact, gold),
                f1(ratio(exact, found), ratio(exact, gold)),
                ratio(foundOverlapped, found),
                ratio(goldOverlapped, gold),
                f1(ratio(foundOverlapped, found), ratio(goldOverlapped, gold)),
                f1(ratio(exactAll, foundAll), ratio(exactAll, goldAll)),
                ratio(within[0], gold),
                ratio(within[1], gold),
                ratio(within[2], gold),
                mean,
                median,
                logError / Math.max(1, gold));
    }

    String calibration() {
        var rows = new StringBuilder("| confidence | mentions | right within 25 km |\n|---|---|---|\n");
        for (int i = 0; i < binCount.length; i++) {
            if (binCount[i] > 0) {
                rows.append(String.format(
                        Locale.ROOT,
                        "| %.1f–%.1f | %d | %.3f |%n",
                        i / 10.0,
                        (i + 1) / 10.0,
                        binCount[i],
                        ratio(binRight[i], binCount[i])));
            }
        }
        return rows.toString();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
