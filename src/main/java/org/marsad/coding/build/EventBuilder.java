package org.marsad.coding.build;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.reading.Where;
import org.marsad.coding.slot.Draft;
import org.marsad.coding.slot.when.When;
import org.marsad.geo.Border;
import org.marsad.geo.Borders;
import org.marsad.geo.Geo;
import org.marsad.text.ArticleText;
import org.marsad.text.Patterns;
import org.marsad.text.Span;

/** Turns a finished draft into an event: geometry, type by all codebooks, id. */
public final class EventBuilder {
    /** A draft below this score is no event; chosen on the work half of the samples. */
    public static final double THRESHOLD = 2.5;
    /** How much more it takes to tell an event without its day or month. */
    public static final double UNDATED = 0.6;
    /** How much more it takes where an article dates nothing. */
    public static final double WITHOUT_DATES = 2.2;

    /** The most that a guess is given: who wants only what a word names asks for more. */
    private static final double GUESSED = 0.65;

    private final Borders borders;
    private final UnnamedParties unnamed;
    private final CoupParties coups;
    private final Doers doers;

    public EventBuilder(Borders borders, ActorRegistry registry) {
        this.borders = borders;
        this.unnamed = new UnnamedParties(registry);
        this.coups = new CoupParties(registry);
        this.doers = new Doers(registry);
    }

    /** @param probability of its being an event, 0 to 1 */
    public CodedEvent build(String documentId, ArticleText article, Draft draft, double probability) {
        var actors = actors(draft);
        var type = EventTyping.of(draft, actors);
        var date = When.eventDate(draft.date);
        var where = draft.where;
        var evidence = draft.mentions.stream().map(one -> one.span).limit(8).toList();
        return new CodedEvent(
                id(documentId, article.ordinal(), draft, date, evidence.getFirst()),
                type,
                date,
                where.places(),
                where.border(),
                geometry(where),
                precision(where),
                actors,
                draft.kind.isViolence() ? Tolls.of(draft.countsBySentence) : null,
                evidence,
                draft.guessed ? Math.min(GUESSED, probability) : probability);
    }

    private List<EventActor> actors(Draft draft) {
        List<EventActor> actors = new ArrayList<>(draft.actors);
        if (draft.kind.isViolence()) {
            actors = Sides.part(draft, actors);
        }
        if (draft.kind.isViolence() || Patterns.matches(draft.kind.family(), "release|protest|sentence")) {
            unnamed.addTo(draft, actors);
        }
        actors = new ArrayList<>(doers.of(draft, actors));
        UnnamedParties.tidy(actors);
        return draft.kind.key().equals("coup") ? coups.of(draft, actors) : actors;
    }

    private @Nullable Geometry geometry(Where where) {
        var border = where.border();
        if (border != null) {
            var line = borders.find(border).map(Border::line);
            if (line.isPresent()) {
                return line.get();
            }
        }
        var points = where.places().stream()
                .map(place -> new Coordinate(place.lon(), place.lat()))
                .distinct()
                .toArray(Coordinate[]::new);
        return switch (points.length) {
            case 0 -> null;
            case 1 -> Geo.pointOfLonLat(points[0].x, points[0].y);
            default -> Geo.WGS84.createMultiPointFromCoords(points);
        };
    }

    private static int precision(Where where) {
        if (where.border() != null) {
            return 5;
        }
        return where.places().stream()
                .mapToInt(place -> Where.precision(place, where.near()))
                .max()
                .orElse(6);
    }

    /** The same for the same document, article and incident, whatever else the article tells. */
    private static String id(String documentId, int article, Draft draft, EventDate date, Span evidence) {
        var what = String.join(
                "|",
                documentId,
                String.valueOf(article),
                draft.kind.key(),
                draft.places().stream().map(place -> place.id().value()).collect(Collectors.joining(",")),
                String.valueOf(date.start()),
                String.valueOf(date.end()),
                String.valueOf(evidence.begin()));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
