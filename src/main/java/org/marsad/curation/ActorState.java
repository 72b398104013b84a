package org.marsad.curation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorEntry;
import org.marsad.actor.ActorId;
import org.marsad.text.Language;

/**
 * An actor with all its names, at one of its versions.
 *
 * @param id a slug: {@code jnim}, {@code senegal-army}
 * @param version the gazetteer's version that made it so; 0 where nobody has edited it: as the tables have it
 * @param name English display name
 * @param nameAr Arabic display name
 * @param nameFr French display name
 * @param kind of {@link #KINDS}: what it is, never what somebody calls it
 * @param inter ACLED's interaction code, 1–8
 * @param sector of {@link #SECTORS}: PLOVER's code
 * @param country ISO 3166-1 alpha-2 of the state it belongs to, or null
 * @param parent id of the actor it is part of, or null
 * @param from when it came to be under this name, {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}, or null
 * @param to when it ceased to be, or null; its names are found in articles of any time, unless another has the same name
 * @param names by which articles call it
 * @param retired whether no name means it any more; what was said of it is kept
 */
public record ActorState(
        String id,
        long version,
        String name,
        String nameAr,
        String nameFr,
        String kind,
        int inter,
        String sector,
        @Nullable String country,
        @Nullable String parent,
        @Nullable String from,
        @Nullable String to,
        List<ActorLabel> names,
        boolean retired) {
    /** See {@code gazetteer/README.md}. */
    public static final List<String> KINDS = List.of(
            "state-forces",
            "government",
            "rebel",
            "militia",
            "identity-militia",
            "external-forces",
            "civilians",
            "protesters",
            "intergovernmental",
            "company",
            "media",
            "other");

    /** PLOVER's sectors. */
    public static final List<String> SECTORS = List.of(
            "GOV", "MIL", "COP", "SPY", "LEG", "JUD", "OPP", "REB", "UAF", "CRM", "CVL", "IGO", "NGO", "MED", "BUS",
            "REL", "EDU", "AGR", "LAB", "HLH");

    public ActorState {
        names = List.copyOf(names);
    }

    static ActorState of(ActorEntry entry, long version, boolean retired) {
        var actor = entry.actor();
        var names = new ArrayList<ActorLabel>();
        for (var language : Language.values()) {
            entry.names(language).forEach(name -> names.add(new ActorLabel(language, name)));
        }
        return new ActorState(
                actor.id().value(),
                version,
                actor.name(),
                actor.nameAr(),
                actor.nameFr(),
                actor.kind(),
                actor.inter(),
                actor.sector(),
                actor.country(),
                actor.parent() == null ? null : actor.parent().value(),
                entry.from(),
                entry.to(),
                names.stream().distinct().toList(),
                retired);
    }

    ActorEntry entry() {
        Map<Language, List<String>> byLanguage = new EnumMap<>(Language.class);
        for (var name : names) {
            byLanguage.computeIfAbsent(name.language(), _ -> new ArrayList<>()).add(name.text());
        }
        return new ActorEntry(actor(), byLanguage, from, to);
    }

    Actor actor() {
        return new Actor(
                new ActorId(id),
                name,
                nameAr,
                nameFr,
                kind,
                inter,
                sector,
                country,
                parent == null ? null : new ActorId(parent));
    }

    /** Names of a language, in order. */
    public List<String> names(Language language) {
        return names.stream()
                .filter(one -> one.language() == language)
                .map(ActorLabel::text)
                .toList();
    }

    ActorState at(long other) {
        return new ActorState(
                id, other, name, nameAr, nameFr, kind, inter, sector, country, parent, from, to, names, retired);
    }

    ActorState called(List<ActorLabel> others) {
        return new ActorState(
                id, version, name, nameAr, nameFr, kind, inter, sector, country, parent, from, to, others, retired);
    }

    ActorState retired(boolean out) {
        return new ActorState(
                id, version, name, nameAr, nameFr, kind, inter, sector, country, parent, from, to, names, out);
    }
}
