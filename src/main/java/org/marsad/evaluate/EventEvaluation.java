package org.marsad.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.Coder;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.gazetteer.Gazetteer;
import org.marsad.gazetteer.Place;
import org.marsad.geo.Borders;
import org.marsad.text.Language;

/**
 * Scores the event coder from raw text against annotated articles, and prints a table.
 *
 * <p>{@code EventEvaluation [--gold DIR] [--articles DIR] [--split work|report|all] [--details] [--gazetteer FILE]…}
 *
 * <p>A gold event is detected by a coded one of an accepted PLOVER type, whose dates overlap within a day (or either is
 * undated), and that shares a place within 25 km, the same area, or an actor; none is used twice. The strict tuple asks
 * for type, both ends of the date within a day, place, and an actor in its role. Date, place, actor and deaths are
 * shares of the detected events.
 */
public final class EventEvaluation {
    private EventEvaluation() {}

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
        var coder = new Coder(Gazetteer.builtInAnd(files), ActorRegistry.builtIn(), Borders.builtIn());
        var byLanguage = new EnumMap<Language, EventScore>(Language.class);
        var all = new EventScore();
        var links = new LinkScore();
        for (var article : GoldArticle.list(gold, articles)) {
            if (!split.equals("all") && !article.split().equals(split)) {
                continue;
            }
            var golden = GoldEvent.list(gold, article);
            var events = coder.code(article.document()).stream()
                    .flatMap(coded -> coded.events().stream())
                    .toList();
            all.add(golden, events);
            links.add(article, golden, events);
            byLanguage
                    .computeIfAbsent(article.language(), l -> new EventScore())
                    .add(golden, events);
            if (details && !article.split().equals("report")) {
                print(article, golden, events, out);
            }
        }
        out.println(EventScore.header());
        for (Map.Entry<Language, EventScore> entry : byLanguage.entrySet()) {
            out.println(entry.getValue().row(entry.getKey().tag()));
        }
        out.println(all.row("all"));
        out.println("\n" + LinkScore.header() + "\n" + links.row("all"));
    }

    private static void print(GoldArticle article, List<GoldEvent> golden, List<CodedEvent> events, PrintStream out) {
        out.println("=== " + article.id() + " published " + article.document().published());
        var pairs = EventScore.pairs(golden, events);
        for (var pair : pairs) {
            var match = pair.match();
            out.println((match.isStrict() ? "RIGHT " : "PART  ") + line(pair.gold()));
            if (!match.isStrict()) {
                out.println("   as " + line(pair.event()) + (match.date() ? "" : " DATE")
                        + (match.place() ? "" : " PLACE") + (match.actorInRole() ? "" : " ACTOR"));
            }
            var wanted = pair.gold().fatalities();
            if (wanted != null && !wanted.equals(pair.event().fatalities())) {
                out.println("   DEATHS " + wanted + " as " + pair.event().fatalities());
            }
        }
        for (var wanted : golden) {
            if (pairs.stream().noneMatch(pair -> pair.gold() == wanted)) {
                out.println("MISSED " + line(wanted));
            }
        }
        for (var event : events) {
            if (pairs.stream().noneMatch(pair -> pair.event() == event)) {
                out.println("FALSE " + line(event) + "\n      "
                        + event.evidence()
                                .getFirst()
                                .in(article.document().text())
                                .replace('\n', ' '));
            }
        }
    }

    private static String line(GoldEvent gold) {
        return gold.plover() + " " + gold.start() + ".." + gold.end() + " "
                + gold.places().stream().map(GoldArticle.GoldPlace::name).toList() + gold.border() + " "
                + gold.actors().stream()
                        .map(actor -> actor.names().getFirst() + ":" + actor.role())
                        .toList() + " " + gold.label();
    }

    private static String line(CodedEvent event) {
        return event.type().plover() + "/" + event.type().acledSub() + " "
                + event.date().start() + ".." + event.date().end() + " "
                + event.places().stream().map(Place::name).toList() + (event.border() == null ? "" : event.border())
                + " "
                + event.actors().stream().map(EventEvaluation::line).toList() + " " + event.fatalities()
                + String.format(java.util.Locale.ROOT, " %.2f", event.confidence());
    }

    private static String line(EventActor one) {
        return one.actor().id() + ":" + one.role();
    }
}
