package org.marsad.coding.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.event.CodedEvent;
import org.marsad.coding.event.EventActor;
import org.marsad.coding.event.EventDate;
import org.marsad.coding.event.EventType;
import org.marsad.coding.event.Fatalities;
import org.marsad.coding.event.Role;
import org.marsad.coding.reading.Where;
import org.marsad.gazetteer.Place;
import org.marsad.gazetteer.PlaceId;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.Geo;
import org.marsad.text.DatePrecision;
import org.marsad.text.Span;

class IncidentLinkerTest {
    private static final EventType ATTACK = new EventType("ASSAULT", "firearms", "Battles", "Armed clash", 1);
    private static final EventType MEETING = new EventType("CONSULT", null, "Strategic developments", "Other", null);
    private static final Place MENAKA = place("geonames:2453348", "Ménaka", "ML", PlaceLevel.SETTLEMENT, 15.918, 2.402);
    private static final Place GAO = place("geonames:2457161", "Gao", "ML", PlaceLevel.SETTLEMENT, 16.27, -0.04);
    private static final Place MALI = place("geonames:2453866", "Mali", "ML", PlaceLevel.COUNTRY, 17.57, -4.0);
    private static final Place KUWAIT = place("geonames:285570", "Kuwait", "KW", PlaceLevel.COUNTRY, 29.5, 47.75);

    private int ids;

    private static Place place(String id, String name, String country, PlaceLevel level, double lat, double lon) {
        return new Place(new PlaceId(id), name, country, null, level, "PPL", lat, lon, 0);
    }

    private static EventDate days(String from, String to) {
        return new EventDate(LocalDate.parse(from), LocalDate.parse(to), DatePrecision.DAY);
    }

    private static EventActor actor(String id, Role role) {
        return new EventActor(ActorRegistry.builtIn().find(new ActorId(id)).orElseThrow(), role);
    }

    private CodedEvent event(
            EventType type, EventDate date, Place place, @Nullable Fatalities deaths, EventActor... actors) {
        return new CodedEvent(
                "e" + ids++,
                type,
                date,
                List.of(place),
                null,
                Geo.pointOfLonLat(place.lon(), place.lat()),
                Where.precision(place, false),
                List.of(actors),
                deaths,
                List.of(new Span(0, 1)),
                0.8);
    }

    @Test
    void linksAConferenceOfTwoDaysWithAReportOfItsFirst() {
        var one = event(
                MEETING, days("2024-11-04", "2024-11-05"), KUWAIT, null, actor("kuwait-government", Role.PARTICIPANT));
        var other = event(
                MEETING, days("2024-11-04", "2024-11-04"), KUWAIT, null, actor("kuwait-government", Role.PARTICIPANT));
        assertThat(IncidentLinker.isSameIncident(one, other)).isTrue();
        assertThat(IncidentLinker.merge(List.of(one, other)).date()).isEqualTo(days("2024-11-04", "2024-11-05"));
    }

    @Test
    void keepsApartWhatContradicts() {
        var attack = event(ATTACK, days("2023-08-12", "2023-08-12"), MENAKA, null, actor("jnim", Role.PERPETRATOR));
        assertThat(IncidentLinker.confidence(attack, event(ATTACK, days("2023-08-15", "2023-08-15"), MENAKA, null)))
                .isZero();
        assertThat(IncidentLinker.confidence(attack, event(ATTACK, days("2023-08-12", "2023-08-12"), GAO, null)))
                .isZero();
        assertThat(IncidentLinker.confidence(attack, event(MEETING, days("2023-08-12", "2023-08-12"), MENAKA, null)))
                .isZero();
    }

    @Test
    void linksANightTheDayAfterAndAVaguerPlace() {
        var attack = event(
                ATTACK,
                days("2023-08-12", "2023-08-12"),
                MENAKA,
                new Fatalities(12, 12, 12),
                actor("jnim", Role.PERPETRATOR));
        var next = event(
                ATTACK,
                days("2023-08-13", "2023-08-13"),
                MENAKA,
                new Fatalities(14, 14, null),
                actor("mali-army", Role.TARGET));
        var vague = event(
                ATTACK,
                days("2023-08-12", "2023-08-12"),
                MALI,
                new Fatalities(12, 12, 12),
                actor("jnim", Role.PERPETRATOR));
        assertThat(IncidentLinker.isSameIncident(attack, next)).isTrue();
        assertThat(IncidentLinker.isSameIncident(attack, vague)).isTrue();
        var merged = IncidentLinker.merge(List.of(vague, next, attack));
        assertThat(merged.places()).containsExactly(MENAKA);
        assertThat(merged.fatalities()).isEqualTo(new Fatalities(12, 12, null));
        assertThat(merged.actors()).extracting(one -> one.actor().id().value()).containsExactly("jnim", "mali-army");
    }

    @Test
    void doesNotLinkTwoAttacksOfOneGroupForTheirCountryAlone() {
        var one = event(ATTACK, EventDate.UNDATED, MALI, null, actor("jnim", Role.PERPETRATOR));
        var other = event(ATTACK, days("2023-08-12", "2023-08-12"), MALI, null, actor("jnim", Role.PERPETRATOR));
        assertThat(IncidentLinker.isSameIncident(one, other)).isFalse();
    }

    @Test
    void groupsAndMergesTheSameWhateverTheOrder() {
        var events = new ArrayList<CodedEvent>();
        var random = new Random(7);
        for (int i = 0; i < 40; i++) {
            var day = "2023-08-%02d".formatted(1 + random.nextInt(9));
            var place = List.of(MENAKA, GAO, MALI).get(random.nextInt(3));
            var who = actor(random.nextBoolean() ? "jnim" : "isgs", Role.PERPETRATOR);
            events.add(event(ATTACK, days(day, day), place, new Fatalities(i, i, i), who));
        }
        var groups = IncidentLinker.group(events);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(events, random);
            assertThat(IncidentLinker.group(events)).isEqualTo(groups);
        }
        for (var group : groups) {
            var shuffled = new ArrayList<>(group);
            Collections.shuffle(shuffled, random);
            assertThat(IncidentLinker.merge(shuffled)).isEqualTo(IncidentLinker.merge(group));
        }
    }

    @Test
    void isSymmetric() {
        var a = event(
                ATTACK,
                days("2023-08-12", "2023-08-12"),
                MENAKA,
                new Fatalities(12, 12, 12),
                actor("jnim", Role.PERPETRATOR));
        var b = event(ATTACK, EventDate.UNDATED, MALI, null, actor("mali-army", Role.TARGET));
        assertThat(IncidentLinker.confidence(a, b)).isEqualTo(IncidentLinker.confidence(b, a));
    }
}
