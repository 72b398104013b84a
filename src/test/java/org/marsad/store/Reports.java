package org.marsad.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorId;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.geo.Borders;
import org.marsad.geo.Geo;
import org.marsad.geocode.Mention;
import org.marsad.geocode.MentionKind;
import org.marsad.text.ArticleText;
import org.marsad.text.DatePrecision;
import org.marsad.text.Fingerprint;
import org.marsad.text.Language;
import org.marsad.text.SourceDocument;
import org.marsad.text.Span;

/** Coded articles made by hand, so that storing can be tested apart from coding. */
final class Reports {
    static final Place DIBOLI = new Place(
            new PlaceId("test:diboli"), "Diboli", "ML", "Kayes", PlaceLevel.SETTLEMENT, "PPL", 14.455, -12.199, 0);
    static final Place BAMAKO = new Place(
            new PlaceId("geonames:2460596"), "Bamako", "ML", null, PlaceLevel.SETTLEMENT, "PPLC", 12.65, -8.0, 1297281);
    static final Actor ARMY = new Actor(
            new ActorId("mali-army"),
            "Army of Mali",
            "جيش مالي",
            "Armée malienne",
            "state-forces",
            1,
            "MIL",
            "ML",
            null);
    static final Actor JNIM =
            new Actor(new ActorId("jnim"), "JNIM", "نصرة الإسلام", "JNIM", "rebel", 2, "REB", null, null);
    static final EventType ASSAULT = new EventType("ASSAULT", null, "Battles", "Armed clash", 1);

    private Reports() {}

    static EventDate on(String day) {
        var date = LocalDate.parse(day);
        return new EventDate(date, date, DatePrecision.DAY);
    }

    static CodedEvent at(
            String id, Place place, EventDate date, @Nullable Fatalities fatalities, EventActor... actors) {
        return new CodedEvent(
                id,
                ASSAULT,
                date,
                List.of(place),
                null,
                Geo.pointOfLonLat(place.lon(), place.lat()),
                1,
                List.of(actors),
                fatalities,
                List.of(new Span(0, 5)),
                0.8);
    }

    static CodedEvent along(String id, BorderId border, EventDate date) {
        Geometry line = Borders.builtIn().find(border).orElseThrow().line();
        return new CodedEvent(
                id, ASSAULT, date, List.of(DIBOLI), border, line, 5, List.of(), null, List.of(new Span(0, 5)), 0.7);
    }

    static EventActor as(Role role, Actor actor) {
        return new EventActor(actor, role);
    }

    /** A document of one article with these events. */
    static NewDocument document(String name, String text, CodedEvent... events) {
        return document(name, text, (LocalDate) null, events);
    }

    /** The same, published on a day. */
    static NewDocument document(String name, String text, @Nullable LocalDate published, CodedEvent... events) {
        var source = SourceDocument.of(name, text);
        var article = new ArticleText(1, name, null, List.of(new Span(0, text.length())), Language.AR, published);
        var mention = new Mention(
                new Span(0, 2), text.substring(0, 2), MentionKind.LITERAL, BAMAKO, 0.9, List.of("a reason"), List.of());
        var coded = new CodedArticle(source, article, List.of(mention), List.of(), List.of(events));
        return new NewDocument(
                source, List.of(new NewDocument.NewArticle(article, Fingerprint.of(text, article), coded)), null);
    }
}
