package org.marsad.coding;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.marsad.actor.ActorMatcher;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.article.EventCoder;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.geocode.Geoparser;
import org.marsad.text.Articles;
import org.marsad.text.Dates;
import org.marsad.text.Sentences;
import org.marsad.text.SourceDocument;

/** Prints, sentence by sentence, what the coder saw: for whoever asks why an event was found or missed. */
final class CodingTrace {
    private CodingTrace() {}

    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var geoparser = new Geoparser(Gazetteer.builtIn());
        var registry = ActorRegistry.builtIn();
        var matcher = new ActorMatcher(registry);
        var coder = new EventCoder(org.marsad.geo.Borders.builtIn(), registry, Gazetteer.builtIn());
        for (int a = 0; a < args.length; a++) {
            LocalDate published = null;
            if (args[a].matches("[0-9-]{10}")) {
                published = LocalDate.parse(args[a++]);
            }
            var document = new SourceDocument(args[a], Files.readString(Path.of(args[a])), null, published);
            for (var article : Articles.split(document)) {
                var text = document.text();
                out.println("##### " + args[a] + " " + article.language() + " " + article.published() + " "
                        + article.title());
                var mentions = geoparser.parse(text, article);
                coder.trace(
                        text,
                        article,
                        Sentences.list(text, article),
                        Dates.read(text, article),
                        mentions,
                        matcher.list(text, article, Coder.hints(mentions)),
                        out);
            }
        }
    }
}
