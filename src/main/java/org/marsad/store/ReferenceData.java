package org.marsad.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.locationtech.jts.io.WKBWriter;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorMention;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.event.EventActor;
import org.marsad.gazetteer.Place;
import org.marsad.geo.Border;
import org.marsad.geo.Borders;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that events refer to and that come with Marsad: borders and actors at the start, places as they are met. */
final class ReferenceData {
    private final JdbcTemplate jdbc;

    /** Of the registry: those are there from the start. */
    private final Set<Actor> written = ConcurrentHashMap.newKeySet();

    ReferenceData(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void writeBorders(Borders borders) {
        jdbc.batchUpdate(
                """
                insert into border (id, a, b, line, disputed, length_km) values (?, ?, ?, ST_GeomFromWKB(?, 4326), ?, ?)
                on conflict (id) do update set line = excluded.line, disputed = excluded.disputed, length_km = excluded.length_km
                where (border.disputed, border.length_km) <> (excluded.disputed, excluded.length_km)""",
                borders.list().stream()
                        .map(border -> row(border, borders.lengthKm(border.id())))
                        .toList());
    }

    /**
     * @param tables those that come with Marsad
     * @param edited the same as they are edited now
     */
    void writeActors(ActorRegistry tables, ActorRegistry edited) {
        ensureActors(List.copyOf(edited.list()));
        tables.list().stream()
                .filter(actor -> edited.find(actor.id()).filter(actor::equals).isPresent())
                .forEach(written::add);
    }

    /** Whoever edits actors writes them; an actor that is again as the tables have it is written too. */
    void writeEditedActors(List<Actor> actors) {
        written.removeIf(actor -> actors.stream().anyMatch(one -> one.id().equals(actor.id())));
        ensureActors(actors);
    }

    /** Writes the actors that are not there or differ. In the order of their ids, so that two at work never deadlock. */
    void ensureActors(List<Actor> actors) {
        jdbc.batchUpdate(
                """
                insert into actor (id, name, name_ar, name_fr, kind, inter, sector, country, parent)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, name_ar = excluded.name_ar, name_fr = excluded.name_fr,
                    kind = excluded.kind, inter = excluded.inter, sector = excluded.sector, country = excluded.country,
                    parent = excluded.parent
                where (actor.name, actor.name_ar, actor.name_fr, actor.kind, actor.inter, actor.sector, actor.country, actor.parent)
                    is distinct from (excluded.name, excluded.name_ar, excluded.name_fr, excluded.kind, excluded.inter,
                        excluded.sector, excluded.country, excluded.parent)""",
                actors.stream()
                        .filter(actor -> !written.contains(actor))
                        .sorted(java.util.Comparator.comparing(
                                actor -> actor.id().value()))
                        .map(actor -> new Object[] {
                            actor.id().value(),
                            actor.name(),
                            actor.nameAr(),
                            actor.nameFr(),
                            actor.kind(),
                            actor.inter(),
                            actor.sector(),
                            actor.country(),
                            actor.parent() == null ? null : actor.parent().value()
                        })
                        .toList());
    }

    /** Writes the places of articles that are not there. */
    void ensurePlacesOf(Collection<CodedArticle> coded) {
        ensurePlaces(coded.stream()
                .flatMap(one -> Stream.concat(
                        one.mentions().stream().flatMap(mention -> Stream.ofNullable(mention.place())),
                        one.events().stream().flatMap(event -> event.places().stream())))
                .distinct()
                .toList());
    }

    /** Writes the actors of articles that are not there or differ. */
    void ensureActorsOf(Collection<CodedArticle> coded) {
        ensureActors(coded.stream()
                .flatMap(one -> Stream.concat(
                        one.actorMentions().stream().map(ActorMention::actor),
                        one.events().stream()
                                .flatMap(event -> event.actors().stream().map(EventActor::actor))))
                .distinct()
                .toList());
    }

    /** Writes the places that are not there: an ingest does not wait for the whole gazetteer. */
    void ensurePlaces(List<Place> places) {
        var there = Set.copyOf(jdbc.queryForList("select id from place where id = any(?)", String.class, (Object)
                places.stream().map(place -> place.id().value()).toArray(String[]::new)));
        jdbc.batchUpdate(
                """
                insert into place (id, name, country, admin1, level, feature, point, population)
                values (?, ?, ?, ?, ?, ?, ST_SetSRID(ST_MakePoint(?, ?), 4326), ?) on conflict (id) do nothing""",
                places.stream()
                        .filter(place -> !there.contains(place.id().value()))
                        .sorted(java.util.Comparator.comparing(
                                place -> place.id().value()))
                        .map(place -> new Object[] {
                            place.id().value(),
                            place.name(),
                            place.country(),
                            place.admin1(),
                            place.level().word(),
                            place.feature(),
                            place.lon(),
                            place.lat(),
                            place.population()
                        })
                        .toList());
    }

    private static Object[] row(Border border, double lengthKm) {
        return new Object[] {
            border.id().toString(),
            border.id().a(),
            border.id().b(),
            new WKBWriter().write(border.line()),
            border.disputed(),
            lengthKm
        };
    }
}
