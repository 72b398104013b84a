package org.marsad.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.marsad.coding.Coder;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.NameIndex;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.gazetteer.Posting;
import org.marsad.text.SourceDocument;

/**
 * Articles by the samples' law, but of as many places as the news knows: where the samples name a town, these name one drawn
 * from many by Zipf's law, a few all the time and most of them seldom. One town in four stays what it was.
 */
final class PlacedArticles {
    private static final int TOWNS = 20_000;

    private final List<String> latin = new ArrayList<>();
    private final List<String> arabic = new ArrayList<>();
    private final double[] share = new double[TOWNS];
    private final Coder coder;
    private final Map<String, List<int[]>> towns = new HashMap<>();

    PlacedArticles(Gazetteer gazetteer, Coder coder) {
        this.coder = coder;
        var places = gazetteer.places();
        var random = new Random(TOWNS);
        var byPlace = arabicNames(gazetteer);
        var order = new ArrayList<Integer>();
        for (int place = 0; place < places.size(); place++) {
            if (places.level(place) == PlaceLevel.SETTLEMENT) {
                order.add(place);
            }
        }
        java.util.Collections.shuffle(order, random);
        // The large towns are those that are named often.
        var chosen = order.subList(0, Math.min(order.size(), TOWNS));
        chosen.sort(Comparator.comparingInt(place -> -places.population(place)));
        for (int place : chosen) {
            latin.add(places.name(place));
            arabic.add(byPlace.getOrDefault(place, ""));
        }
        double sum = 0;
        for (int rank = 0; rank < latin.size(); rank++) {
            sum += 1.0 / (rank + 10);
            share[rank] = sum;
        }
    }

    private static Map<Integer, String> arabicNames(Gazetteer gazetteer) {
        NameIndex names = gazetteer.names();
        var found = new HashMap<Integer, String>();
        for (int node = 0; node < names.nodes(); node++) {
            if (names.isName(node) && names.key(node).charAt(0) >= 0x600) {
                for (int i = names.postingsBegin(node); i < names.postingsEnd(node); i++) {
                    if (!Posting.isDemonym(names.posting(i))) {
                        found.putIfAbsent(Posting.place(names.posting(i)), names.key(node));
                    }
                }
            }
        }
        return found;
    }

    /** The articles of {@link CodingBench}, with other towns in them; the same each time. */
    List<SourceDocument> list(int count) throws java.io.IOException {
        var random = new Random(count);
        var documents = CodingBench.documents(count);
        var result = new ArrayList<SourceDocument>(count);
        for (var document : documents) {
            var text = new StringBuilder();
            for (var line : document.text().split("(?<=\n)")) {
                for (var sentence : line.split("(?<=[.!?؟] )")) {
                    text.append(moved(sentence, random));
                }
            }
            result.add(new SourceDocument(document.id(), text.toString(), null, document.published()));
        }
        return result;
    }

    private String moved(String sentence, Random random) {
        // Of sentences that only differ in their figures the towns stand in the same places.
        var spans = towns.computeIfAbsent(sentence.replaceAll("\\d", "0"), this::townsOf);
        var text = new StringBuilder(sentence);
        int shift = 0;
        for (var span : spans) {
            if (random.nextInt(4) > 0) {
                boolean arabicScript = sentence.charAt(span[0]) >= 0x600;
                var name = town(arabicScript, random);
                if (!name.isEmpty()) {
                    text.replace(span[0] + shift, span[1] + shift, name);
                    shift += name.length() - (span[1] - span[0]);
                }
            }
        }
        return text.toString();
    }

    private List<int[]> townsOf(String sentence) {
        var spans = new ArrayList<int[]>();
        for (var coded : coder.code(SourceDocument.of("sentence", sentence))) {
            for (var mention : coded.mentions()) {
                if (mention.place() != null && mention.place().level() == PlaceLevel.SETTLEMENT) {
                    spans.add(new int[] {mention.span().begin(), mention.span().end()});
                }
            }
        }
        return spans;
    }

    private String town(boolean arabicScript, Random random) {
        var names = arabicScript ? arabic : latin;
        for (int i = 0; i < 20; i++) {
            double at = random.nextDouble() * share[latin.size() - 1];
            int rank = java.util.Arrays.binarySearch(share, 0, latin.size(), at);
            var name = names.get(Math.min(latin.size() - 1, rank < 0 ? -rank - 1 : rank));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }
}
