package org.marsad.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Geoparser;
import org.marsad.geocode.Mention;

/**
 * {@code ./marsad gazetteer fit}: fits the geoparser's weights, and its confidence, to the work half of the samples and to
 * other annotated articles, tests them by cross-validation, and writes {@code gazetteer/lexicon/weights.tsv} with their
 * provenance. Articles of the report half are never read. Exit status: 0 written; 1 not written, for the fit is no better
 * on articles that it did not see; 2 usage, or something cannot be read.
 */
public final class FitCommand {
    private static final String USAGE = """
            usage: ./marsad gazetteer fit [--gold DIR]… [--confidence-only] [--dry-run]
              --gold DIR   annotated articles besides the work half of the samples (their texts in "articles" beside it)
              --confidence-only   leave the resolver's weights, fit its confidence to what it gets right with them (quick)
              --dry-run    print what came of it, write nothing""";

    private static final int FOLDS = 5;

    /** Of the mentions that are given 0.9 or more. */
    private static final double WANTED_RIGHT = 0.95;

    private final PrintStream out = new PrintStream(System.out, true, UTF_8);
    private final Path samples;
    private final Path file;
    private final boolean confidenceOnly;

    private FitCommand(Path samples, Path file, boolean confidenceOnly) {
        this.confidenceOnly = confidenceOnly;
        this.samples = samples;
        this.file = file;
    }

    /**
     * @param samples the directory of the project's own annotated articles
     * @param weights the file to write
     * @return the exit status
     */
    public static int run(Path samples, Path weights, List<String> arguments) {
        var more = new ArrayList<Path>();
        boolean dry = false;
        boolean confidenceOnly = false;
        for (var left = arguments.iterator(); left.hasNext(); ) {
            var option = left.next();
            if (option.equals("--confidence-only")) {
                confidenceOnly = true;
            } else if (option.equals("--dry-run")) {
                dry = true;
            } else if (option.equals("--gold") && left.hasNext()) {
                more.add(Path.of(left.next()));
            } else {
                System.err.println(USAGE);
                return 2;
            }
        }
        try {
            return new FitCommand(samples, weights, confidenceOnly).run(more, dry);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("fit: " + e.getMessage());
            return 2;
        }
    }

    private int run(List<Path> more, boolean dry) throws IOException {
        var gazetteer = Gazetteer.builtIn();
        var geoparser = new Geoparser(gazetteer);
        var gold = new ArrayList<GoldArticle>();
        gold.addAll(GoldArticle.list(samples.resolve("gold"), samples.resolve("articles")));
        for (var directory : more) {
            gold.addAll(GoldArticle.list(directory, directory.toAbsolutePath().resolveSibling("articles")));
        }
        var articles = gold.stream()
                .filter(article -> !article.split().equals("report"))
                .map(article -> new FitArticle(article, gazetteer))
                .toList();
        var before = WeightFile.read(file);
        var fit = new WeightFit(geoparser, before.prior());
        out.println("Fitting to " + articles.size() + " articles, " + FOLDS + " times for cross-validation …");
        var validated = new Validation();
        for (int fold = 0; fold < FOLDS; fold++) {
            var training = fold(articles, fold, false);
            var unseen = fold(articles, fold, true);
            var fitted = ConfidenceFit.fit(geoparser, training, resolver(fit, training, before));
            validated.add(geoparser, fit, unseen, before.values(), fitted);
            out.println("  " + (fold + 1) + " of " + FOLDS);
        }
        out.println(validated.table());
        if (!validated.isBetter(confidenceOnly)) {
            out.println("Not written: on articles that it did not see, the fit is no better than what is there.");
            return 1;
        }
        if (dry) {
            return 0;
        }
        var fitted = ConfidenceFit.fit(geoparser, articles, resolver(fit, articles, before));
        new WeightFile(fitted, before.prior()).write(file, provenance(articles, more, validated));
        out.println("Written: " + file + ". Build, and look at ./marsad evaluate.");
        return 0;
    }

    private Map<String, Double> resolver(WeightFit fit, List<FitArticle> articles, WeightFile before) {
        return confidenceOnly ? before.values() : fit.fit(articles);
    }

    private List<String> provenance(List<FitArticle> articles, List<Path> more, Validation validated) {
        long mentions =
                articles.stream().mapToLong(a -> a.gold().mentions().size()).sum();
        return List.of(
                "Weights of the geoparser" + (confidenceOnly ? ": those of its confidence" : "") + ", fitted on "
                        + LocalDate.now() + " by ./marsad gazetteer fit to "
                        + articles.size() + " annotated articles (" + mentions + " mentions): the work half of samples/"
                        + (more.isEmpty() ? "" : " and others, which are not in this repository"),
                "(SHA-256 of their texts and annotations: " + hash(articles) + ").",
                "By " + FOLDS + "-fold cross-validation by article: " + validated.summary(),
                "A candidate's score is the sum of its features times these; a hit is a toponym where its best candidate's"
                        + " score and the words around reach the threshold.");
    }

    private static List<FitArticle> fold(List<FitArticle> articles, int fold, boolean inside) {
        var part = new ArrayList<FitArticle>();
        for (int i = 0; i < articles.size(); i++) {
            if (i % FOLDS == fold == inside) {
                part.add(articles.get(i));
            }
        }
        return part;
    }

    private static String hash(List<FitArticle> articles) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var article : articles) {
                digest.update(article.gold().document().text().getBytes(UTF_8));
                digest.update(article.gold().mentions().toString().getBytes(UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Scores on articles that a fit did not see, before and after. */
    private static final class Validation {
        private final GeoparseScore before = new GeoparseScore();
        private final GeoparseScore after = new GeoparseScore();
        private double lossBefore;
        private double lossAfter;
        private int articles;

        void add(
                Geoparser geoparser,
                WeightFit fit,
                List<FitArticle> unseen,
                Map<String, Double> old,
                Map<String, Double> fitted) {
            lossBefore += fit.loss(unseen, old) * unseen.size();
            lossAfter += fit.loss(unseen, fitted) * unseen.size();
            articles += unseen.size();
            var withOld = geoparser.withWeights(old);
            var withFitted = geoparser.withWeights(fitted);
            for (var article : unseen) {
                before.add(article.gold(), mentions(article, withOld));
                after.add(article.gold(), mentions(article, withFitted));
            }
        }

        private static List<Mention> mentions(FitArticle article, Geoparser geoparser) {
            return org.marsad.text.Articles.split(article.gold().document()).stream()
                    .flatMap(part -> geoparser.parse(article.gold().document().text(), part).stream())
                    .toList();
        }

        /** Less loss, or confidence that means what it says; and neither recognition nor accuracy paid for it. */
        boolean isBetter(boolean confidenceOnly) {
            return (confidenceOnly ? after.calibration().confidentRight() >= WANTED_RIGHT : lossAfter < lossBefore)
                    && after.figures().get("f1") >= before.figures().get("f1") - 0.001
                    && after.figures().get("within25km") >= before.figures().get("within25km") - 0.001;
        }

        String table() {
            return GeoparseScore.header() + "\n" + before.row("before") + "\n" + after.row("fitted, on unseen articles")
                    + "\n\n" + "Before\n" + before.calibration().table("places", "right within 25 km") + "\nFitted\n"
                    + after.calibration().table("places", "right within 25 km")
                    + String.format(
                            Locale.ROOT,
                            "%nLog loss an article: %.3f before, %.3f fitted.%n",
                            lossBefore / articles,
                            lossAfter / articles);
        }

        String summary() {
            return String.format(
                    Locale.ROOT,
                    "log loss an article %.3f before, %.3f after; right within 25 km %.3f and %.3f; right of those given 0.9"
                            + " or more %.3f and %.3f.",
                    lossBefore / articles,
                    lossAfter / articles,
                    before.figures().get("within25km"),
                    after.figures().get("within25km"),
                    before.calibration().confidentRight(),
                    after.calibration().confidentRight());
        }
    }
}
