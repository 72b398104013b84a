package org.marsad.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.evaluate.GoldArticle.GoldMention;
import org.marsad.evaluate.GoldArticle.GoldPlace;
import org.marsad.gazetteer.DivisionNames;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geocode.Mention;
import org.marsad.text.Folding;

/**
 * Counts of one language, or of all: the measures of Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing
 * evaluation" (Language Resources and Evaluation, 2020), taken end to end. {@code auc} is the area under the curve of
 * the sorted errors' {@code ln(km + 1)}, as a share of the worst possible: 0 where all are right, 1 where all are missed.
 */
final class GeoparseScore {
    static final double[] DISTANCES_KM = {10, 25, 161};

    private static final double EARTH_KM = 6371.0088;

    /** Half the length of the equator, which a place that was not found counts as. */
    private static final double FARTHEST_KM = 20_039;

    private static final double RIGHT_KM = 25;

    private final boolean hasConfidence;
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
    private final Calibration calibration = new Calibration();

    GeoparseScore() {
        this(true);
    }

    /**
     * @param hasConfidence whether the mentions' confidence means anything
     */
    GeoparseScore(boolean hasConfidence) {
        this.hasConfidence = hasConfidence;
    }

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
            if (hasConfidence && mention.place() != null) {
                calibration.add(
                        mention.confidence(),
                        wanted.isPresent()
                                && errorKm(mention.place(), wanted.get().place()) <= RIGHT_KM);
            }
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

    /**
     * The figures by name, in the order of {@link #header}. Shares and F1 are best at 1; {@code meanKm} and
     * {@code medianKm}, over the mentions placed, and {@code auc} at 0; NaN where there is nothing to measure.
     */
    Map<String, Double> figures() {
        var sorted = errors.stream().sorted().toList();
        var figures = new LinkedHashMap<String, Double>();
        double precision = ratio(exact, found);
        double recall = ratio(exact, gold);
        figures.put("precision", precision);
        figures.put("recall", recall);
        figures.put("f1", f1(precision, recall));
        precision = ratio(foundOverlapped, found);
        recall = ratio(goldOverlapped, gold);
        figures.put("overlapPrecision", precision);
        figures.put("overlapRecall", recall);
        figures.put("overlapF1", f1(precision, recall));
        figures.put("allKindsF1", f1(ratio(exactAll, foundAll), ratio(exactAll, goldAll)));
        for (int i = 0; i < DISTANCES_KM.length; i++) {
            figures.put("within" + Math.round(DISTANCES_KM[i]) + "km", ratio(within[i], gold));
        }
        figures.put("meanKm", sorted.stream().mapToDouble(e -> e).average().orElse(Double.NaN));
        figures.put("medianKm", median(sorted));
        figures.put("auc", gold == 0 ? Double.NaN : logError / gold);
        figures.put("confidentRight", calibration.confidentRight());
        figures.put("calibrationError", calibration.expectedError());
        return figures;
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    int articles() {
        return articles;
    }

    int mentions() {
        return gold;
    }

    static String header() {
        return "| | articles | gold | P | R | F1 exact | P | R | F1 overlap | F1 all kinds | @10 km | @25 km | @161 km"
                + " | mean km | median km | AUC | right of ≥ 0.9 | ECE |\n|" + "---|".repeat(18);
    }

    String row(String name) {
        var row = new StringBuilder("| " + name + " | " + articles + " | " + gold + " |");
        figures()
                .forEach((figure, value) -> row.append(
                        switch (figure) {
                            case String _ when value.isNaN() -> " – |";
                            case "meanKm" -> String.format(Locale.ROOT, " %.0f |", value);
                            case "medianKm" -> String.format(Locale.ROOT, " %.1f |", value);
                            default -> String.format(Locale.ROOT, " %.3f |", value);
                        }));
        return row.toString();
    }

    Calibration calibration() {
        return calibration;
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
