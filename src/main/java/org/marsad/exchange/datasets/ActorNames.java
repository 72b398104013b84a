package org.marsad.exchange.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.text.Folding;
import org.marsad.text.Table;

/**
 * Who an actor of another data set is: one of the registry by a name or an acronym that it has there, an institution of a
 * country, or an actor of that name that the registry does not know. Safe for use by many threads.
 */
public final class ActorNames {
    private static final int LONGEST_ID = 100;
    private static final int KEPT = 100_000;

    /** «(2021-)», «(2012-2020)»: which government; not part of the name. */
    private static final Pattern YEARS = Pattern.compile("\\s*\\(\\s*\\d{4}\\s*-\\s*(\\d{4})?\\s*\\)");

    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]+)\\)");

    private static final List<Form> FORMS = Table.rows("/org/marsad/exchange/actor-forms.csv").stream()
            .map(row -> new Form(row.get("begins"), row.get("institution"), row.get("actor")))
            .toList();

    /** Names that a data set alone uses. */
    private static final Map<String, ActorId> NAMES = Table.rows("/org/marsad/exchange/actor-names.csv").stream()
            .collect(Collectors.toMap(row -> row.get("name"), row -> new ActorId(row.get("actor"))));

    private record Form(String begins, String institution, String actor) {}

    private final ActorRegistry registry;
    private final Map<ForeignActor, Actor> known = new ConcurrentHashMap<>();

    public ActorNames(ActorRegistry registry) {
        this.registry = registry;
    }

    public Actor resolve(ForeignActor named) {
        var kept = known.get(named);
        if (kept != null) {
            return kept;
        }
        var actor = find(named).orElseGet(() -> ofName(named));
        if (known.size() < KEPT) {
            known.put(named, actor);
        }
        return actor;
    }

    private Optional<Actor> find(ForeignActor named) {
        if (named.institution() != null && named.country() != null) {
            return registry.findOfCountry(named.country(), named.institution());
        }
        var name = YEARS.matcher(named.name()).replaceAll("").strip();
        var own = NAMES.get(name);
        if (own != null) {
            return registry.find(own);
        }
        return ofForm(name)
                .or(() -> variants(name).stream()
                        .flatMap(one -> registry.findNamed(one).stream())
                        .findFirst());
    }

    private Optional<Actor> ofForm(String name) {
        for (var form : FORMS) {
            if (!name.startsWith(form.begins())) {
                continue;
            }
            if (form.institution().isEmpty()) {
                return registry.find(new ActorId(form.actor()));
            }
            var country = CountryCodes.findByName(
                    name.substring(form.begins().length()).strip());
            // «Military Forces of Mali Gendarmerie» is not the army.
            return country.flatMap(iso2 -> registry.findOfCountry(iso2, form.institution()));
        }
        return Optional.empty();
    }

    /** The name, its parts beside a colon («JNIM: Group for Support …»), and without and within brackets. */
    private static List<String> variants(String name) {
        var variants = new ArrayList<>(List.of(name));
        int colon = name.indexOf(':');
        if (colon > 0) {
            variants.add(name.substring(0, colon).strip());
            variants.add(name.substring(colon + 1).strip());
        }
        var brackets = BRACKETS.matcher(name);
        if (brackets.find()) {
            var inside = brackets.group(1).strip();
            variants.add(brackets.replaceAll("").strip());
            variants.add(inside);
        }
        variants.removeIf(String::isBlank);
        return variants;
    }

    private static Actor ofName(ForeignActor named) {
        var kind = Kind.of(named.inter());
        return new Actor(
                id(named.name()),
                named.name(),
                named.name(),
                named.name(),
                kind.word(),
                named.inter() == 0 ? Kind.OTHER_FORCES : named.inter(),
                kind.sector(),
                named.country(),
                null);
    }

    /** {@code named-} and the name in Latin letters; what that leaves out or cuts off is told apart by a checksum. */
    private static ActorId id(String name) {
        var slug = Folding.key(name)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        boolean whole =
                !slug.isEmpty() && slug.length() <= LONGEST_ID && name.chars().allMatch(c -> c < 0x250);
        if (whole) {
            return new ActorId("named-" + slug);
        }
        var cut = slug.substring(0, Math.min(slug.length(), LONGEST_ID)).replaceAll("-$", "");
        return new ActorId("named-" + (cut.isEmpty() ? "" : cut + "-") + Integer.toHexString(name.hashCode()));
    }

    /** Kind and PLOVER sector of ACLED's types of actors. */
    private record Kind(String word, String sector) {
        static final int OTHER_FORCES = 8;

        static Kind of(int inter) {
            return switch (inter) {
                case 1 -> new Kind("state-forces", "MIL");
                case 2 -> new Kind("rebel", "REB");
                case 3 -> new Kind("militia", "UAF");
                case 4 -> new Kind("identity-militia", "UAF");
                case 5, 6 -> new Kind("protesters", "CVL");
                case 7 -> new Kind("civilians", "CVL");
                case OTHER_FORCES -> new Kind("external-forces", "MIL");
                default -> new Kind("other", "UAF");
            };
        }
    }
}
