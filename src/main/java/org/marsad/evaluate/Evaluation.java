package org.marsad.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.Coder;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geo.Borders;
import org.marsad.geocode.Geoparser;

/** The scores of the coder and of two baselines over annotated articles, by split and language. */
final class Evaluation {
    /** The split, or the language, that holds all. */
    static final String ALL = "all";

    /**
     * A part of the articles.
     *
     * @param split {@code work}, {@code report} or {@link #ALL}
     * @param language a tag, or {@link #ALL}
     */
    record Part(String split, String language) implements Comparable<Part> {
        private static final List<String> ORDER = List.of("ar", "fr", "en", ALL);

        @Override
        public int compareTo(Part other) {
            int bySplit = split.compareTo(other.split);
            return bySplit != 0 ? bySplit : Integer.compare(ORDER.indexOf(language), ORDER.indexOf(other.language));
        }
    }

    private final Map<Part, GeoparseScore> marsad = new TreeMap<>();
    private final Map<Part, GeoparseScore> population = new TreeMap<>();
    private final Map<Part, GeoparseScore> oracle = new TreeMap<>();
    private final Map<Part, EventScore> events = new TreeMap<>();
    private final Map<Part, LinkScore> links = new TreeMap<>();

    private Evaluation() {}

    /**
     * Codes the articles and compares.
     *
     * @param gold the directory that the articles' annotations came from
     */
    static Evaluation of(List<GoldArticle> articles, Path gold, Gazetteer gazetteer) throws IOException {
        var coder = new Coder(gazetteer, ActorRegistry.builtIn(), Borders.builtIn());
        var byPopulation = new PopulationBaseline(gazetteer);
        var byOracle = new OracleBaseline(gazetteer, new Geoparser(gazetteer));
        var evaluation = new Evaluation();
        for (var article : articles) {
            var coded = coder.code(article.document());
            var mentions = coded.stream()
                    .map(CodedArticle::mentions)
                    .flatMap(List::stream)
                    .toList();
            var found = coded.stream()
                    .map(CodedArticle::events)
                    .flatMap(List::stream)
                    .toList();
            var wanted = GoldEvent.list(gold, article);
            var ofBaseline = byPopulation.list(article.document().text());
            var ofOracle = byOracle.list(article);
            for (var part : parts(article)) {
                score(evaluation.marsad, part, GeoparseScore::new).add(article, mentions);
                score(evaluation.population, part, () -> new GeoparseScore(false))
                        .add(article, ofBaseline);
                score(evaluation.oracle, part, () -> new GeoparseScore(false)).add(article, ofOracle);
                score(evaluation.events, part, EventScore::new).add(wanted, found);
                if (part.language().equals(ALL)) {
                    score(evaluation.links, part, LinkScore::new).add(article, wanted, found);
                }
            }
        }
        return evaluation;
    }

    /** Of the coder; sorted, the whole of a part after its languages. */
    Map<Part, GeoparseScore> marsad() {
        return marsad;
    }

    Map<Part, EventScore> events() {
        return events;
    }

    /** Of incidents across articles of all languages, by split. */
    Map<Part, LinkScore> links() {
        return links;
    }

    /** Of the toponyms, by the name of the system, the coder first. */
    Map<String, Map<Part, GeoparseScore>> systems() {
        var systems = new LinkedHashMap<String, Map<Part, GeoparseScore>>();
        systems.put("marsad", marsad);
        systems.put("population", population);
        systems.put("oracle", oracle);
        return systems;
    }

    private static <T> T score(Map<Part, T> scores, Part part, Supplier<T> fresh) {
        return scores.computeIfAbsent(part, p -> fresh.get());
    }

    private static List<Part> parts(GoldArticle article) {
        var language = article.language().tag();
        var all = List.of(new Part(ALL, language), new Part(ALL, ALL));
        return article.split().isEmpty()
                ? all
                : List.of(all.get(0), all.get(1), new Part(article.split(), language), new Part(article.split(), ALL));
    }
}
