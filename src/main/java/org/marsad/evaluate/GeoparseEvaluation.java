package org.marsad.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Geoparser;
import org.marsad.geocode.Mention;
import org.marsad.text.Articles;
import org.marsad.text.Language;

/**
 * Scores the geoparser from raw text against annotated articles, and prints tables.
 *
 * <p>{@code GeoparseEvaluation --gold DIR [--articles DIR] [--split work|report|all] [--details] [--gazetteer FILE]…}
 *
 * <p>Recognition counts literal and metonymic mentions, by exact span and by overlap. Accuracy at a distance is end to
 * end over all such gold mentions: a miss counts as a miss. A gold state or region is right where level, country and,
 * below states, name agree, whatever the distance, since centroids differ between sources; a place is right by its id too.
 * AUC is the area under the curve of log errors over all gold mentions, 0 best; mean and median are over those placed.
 */
public final class GeoparseEvaluation {
    private GeoparseEvaluation() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path gold = Path.of("samples/gold");
        Path articles = null;
        var split = "all";
        boolean details = false;
        var files = new ArrayList<Path>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--gold" -> gold = Path.of(args[++i]);
                case "--articles" -> articles = Path.of(args[++i]);
                case "--split" -> split = args[++i];
                case "--details" -> details = true;
                case "--gazetteer" -> files.add(Path.of(args[++i]));
                default -> {
                    System.err.println("unknown option " + args[i]
                            + "; known: --gold DIR --articles DIR --split work|report|all --details --gazetteer FILE");
                    System.exit(2);
                }
            }
        }
        if (articles == null) {
            articles = gold.resolveSibling("articles");
        }
        run(GoldArticle.list(gold, articles), split, new Geoparser(Gazetteer.builtInAnd(files)), details, out);
    }

    private static void run(
            List<GoldArticle> articles, String split, Geoparser geoparser, boolean details, PrintStream out) {
        var byLanguage = new EnumMap<Language, GeoparseScore>(Language.class);
        var all = new GeoparseScore();
        for (var article : articles) {
            if (!split.equals("all") && !article.split().equals(split)) {
                continue;
            }
            var mentions = parse(article, geoparser);
            all.add(article, mentions);
            byLanguage
                    .computeIfAbsent(article.language(), l -> new GeoparseScore())
                    .add(article, mentions);
            if (details && !article.split().equals("report")) {
                GeoparseDetails.print(article, mentions, out);
            }
        }
        out.println(GeoparseScore.header());
        for (Map.Entry<Language, GeoparseScore> entry : byLanguage.entrySet()) {
            out.println(entry.getValue().row(entry.getKey().tag()));
        }
        out.println(all.row("all"));
        out.println();
        out.println(all.calibration().table("places", "right within 25 km"));
    }

    private static List<Mention> parse(GoldArticle article, Geoparser geoparser) {
        var mentions = new ArrayList<Mention>();
        for (var part : Articles.split(article.document())) {
            mentions.addAll(geoparser.parse(article.document().text(), part));
        }
        return mentions;
    }
}
