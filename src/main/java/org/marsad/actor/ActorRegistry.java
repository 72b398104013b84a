package org.marsad.actor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Table;

/**
 * The actors that Marsad knows by name, and those it can compose: every state has a government, an army and the other
 * institutions of {@code gazetteer/institutions.csv} without a row of its own for each. Immutable.
 */
public final class ActorRegistry {
    /** "The military authorities": the junta of a country that has one, else its army. They compose no actor of their own. */
    private static final String AUTHORITIES = "authorities";

    /** Whose forces are in a territory that has none of its own: the police of Laayoune are Moroccan. */
    private static final Map<String, String> RULERS = Map.of("EH", "MA");

    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();
    private final Map<ActorId, ActorEntry> entries = new LinkedHashMap<>();
    private final Map<String, Actor> byName = new HashMap<>();
    private final Map<String, ActorCountry> countries;
    private final Map<String, Institution> institutions;
    /** Those composed so far, by country and institution, and by their id: no more than countries times institutions. */
    private final Map<String, Actor> composed = new ConcurrentHashMap<>();

    private final Map<ActorId, Actor> composedById = new ConcurrentHashMap<>();

    private ActorRegistry(
            Collection<ActorEntry> all, Map<String, Institution> institutions, Map<String, ActorCountry> countries) {
        this.institutions = institutions;
        this.countries = countries;
        for (var entry : all) {
            actors.put(entry.actor().id(), entry.actor());
            entries.put(entry.actor().id(), entry);
        }
        var shared = new HashSet<String>();
        entries.forEach((id, entry) -> entry.names().values().stream()
                .flatMap(List::stream)
                .map(ActorRegistry::key)
                .distinct()
                .filter(key -> byName.put(key, actors.get(id)) != null)
                .forEach(shared::add));
        byName.keySet().removeAll(shared);
    }

    /** The registry shipped with Marsad. */
    public static ActorRegistry builtIn() {
        return BuiltIn.REGISTRY;
    }

    /** A registry of tables with the columns of {@code actors.csv}, {@code institutions.csv}, {@code countries.csv}. */
    static ActorRegistry of(List<Table.Row> actors, List<Table.Row> institutions, List<Table.Row> countries) {
        var states = new LinkedHashMap<String, ActorCountry>();
        countries.forEach(row -> addCountry(row, states));
        var forms = new LinkedHashMap<String, Institution>();
        institutions.forEach(row -> addInstitution(row, forms));
        return new ActorRegistry(actors.stream().map(ActorRegistry::entry).toList(), forms, states);
    }

    /**
     * The registry with what was edited by hand. The same edits give the same registry in whatever order they were made: an
     * actor keeps its place among the others, and those that the tables lack stand at the end, by their ids.
     */
    public ActorRegistry with(Collection<EditedActor> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        var all = new LinkedHashMap<>(entries);
        edits.stream().sorted(Comparator.comparing(edit -> edit.id().value())).forEach(edit -> {
            if (edit.retired()) {
                all.remove(edit.id());
            } else {
                all.put(edit.id(), edit.upon(entries.get(edit.id())));
            }
        });
        return new ActorRegistry(all.values(), institutions, countries);
    }

    private static final class BuiltIn {
        static final ActorRegistry REGISTRY = of(
                Table.findRows("/gazetteer/actors.csv").orElse(List.of()),
                Table.findRows("/gazetteer/institutions.csv").orElse(List.of()),
                Table.rows("/gazetteer/countries.csv"));
    }

    /** An actor of the registry, or one composed of a country and an institution ({@code senegal-army}). */
    public Optional<Actor> find(ActorId id) {
        var known = actors.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        var before = composedById.get(id);
        if (before != null) {
            return Optional.of(before);
        }
        var found = findComposed(id);
        found.ifPresent(actor -> composedById.put(id, actor));
        return found;
    }

    private Optional<Actor> findComposed(ActorId id) {
        for (var country : countries.values()) {
            var prefix = country.slug() + "-";
            if (id.value().startsWith(prefix)) {
                var suffix = id.value().substring(prefix.length());
                for (var institution : institutions.values()) {
                    if (institution.suffix().equals(suffix)
                            && !institution.key().equals(AUTHORITIES)) {
                        return Optional.of(compose(country, institution));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The row of an actor; for one that is only composed, one without names. Empty where there is no such actor. */
    public Optional<ActorEntry> findEntry(ActorId id) {
        var own = entries.get(id);
        return own != null ? Optional.of(own) : find(id).map(actor -> new ActorEntry(actor, Map.of(), null, null));
    }

    /** The rows, in the order of the tables. */
    public Collection<ActorEntry> listEntries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    /** The words by which articles are searched for a name, folded, between single blanks; empty where none is left. */
    public static String matchKey(String name) {
        return String.join(" ", NameTrie.words(name));
    }

    /** The actors with a row of their own. */
    public Collection<Actor> list() {
        return Collections.unmodifiableCollection(actors.values());
    }

    /**
     * The institution of a country as an actor.
     *
     * @param institution a key of {@code institutions.csv}: {@code army}, {@code government} …
     */
    public Optional<Actor> findOfCountry(String iso2, String institution) {
        var country = countries.get(iso2);
        var what = institutions.get(institution);
        return country == null || what == null ? Optional.empty() : Optional.of(compose(country, what));
    }

    /**
     * The actor with a row of its own that has this name in some language, letter for letter but for case, marks and
     * punctuation. Empty where several have it.
     */
    public Optional<Actor> findNamed(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    private static String key(String name) {
        return Folding.key(name).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    Actor compose(ActorCountry country, Institution institution) {
        var ruler = institution.kind().equals("state-forces")
                ? countries.get(RULERS.getOrDefault(country.iso2(), ""))
                : null;
        if (ruler != null) {
            return compose(ruler, institution);
        }
        return composed.computeIfAbsent(
                country.iso2() + " " + institution.key(), _ -> composeAnew(country, institution));
    }

    private Actor composeAnew(ActorCountry country, Institution institution) {
        var id = new ActorId(country.slug() + "-" + institution.suffix());
        var own = actors.get(id);
        if (own != null) {
            return own;
        }
        var army = institutions.get("army");
        if (institution.key().equals(AUTHORITIES) && army != null) {
            // "the military authorities" of a state that no junta governs.
            return compose(country, army);
        }
        return new Actor(
                id,
                capital(institution.name(Language.EN)) + " of " + country.name(),
                institution.name(Language.AR) + " (" + country.name(Language.AR) + ")",
                capital(institution.name(Language.FR)) + " (" + country.name(Language.FR) + ")",
                institution.kind(),
                1,
                institution.sector(),
                country.iso2(),
                null);
    }

    Collection<ActorCountry> countries() {
        return countries.values();
    }

    Optional<ActorCountry> findCountry(String iso2) {
        return Optional.ofNullable(countries.get(iso2));
    }

    Collection<Institution> institutions() {
        return institutions.values();
    }

    /** Whether one of the actor's names holds a word, folded and without article. */
    boolean hasNameWith(Actor actor, String word) {
        var entry = entries.get(actor.id());
        return entry != null
                && entry.names().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(name -> List.of(Folding.key(name).split("[^\\p{L}]+")).stream()
                                .map(NameTrie::canonical)
                                .anyMatch(word::equals));
    }

    private static void addCountry(Table.Row row, Map<String, ActorCountry> countries) {
        countries.put(
                row.get("iso2"),
                new ActorCountry(
                        row.get("iso2"), row.get("name"), byLanguage(row, "names"), byLanguage(row, "demonyms")));
    }

    private static void addInstitution(Table.Row row, Map<String, Institution> institutions) {
        var suffix = row.get("actor_suffix").replaceFirst("^-", "");
        institutions.put(
                row.get("key"),
                new Institution(
                        row.get("key"),
                        row.get("kind"),
                        row.get("sector"),
                        byLanguage(row, "forms"),
                        byLanguage(row, "owned"),
                        suffix));
    }

    private static ActorEntry entry(Table.Row row) {
        var id = new ActorId(row.get("id"));
        var name = row.get("name");
        var actor = new Actor(
                id,
                name,
                orElse(row.get("name_ar"), name),
                orElse(row.get("name_fr"), name),
                row.get("kind"),
                Integer.parseInt(orElse(row.get("inter"), "8")),
                row.get("sector"),
                row.get("country").isEmpty() ? null : row.get("country"),
                row.get("parent").isEmpty() ? null : new ActorId(row.get("parent")));
        var all = byLanguage(row, "aliases");
        add(all, Language.AR, row.get("name_ar"));
        add(all, Language.FR, row.get("name_fr"));
        add(all, Language.EN, name);
        return new ActorEntry(actor, all, orNull(row.get("from")), orNull(row.get("to")));
    }

    private static void add(Map<Language, List<String>> names, Language language, String name) {
        if (!name.isEmpty()) {
            names.computeIfAbsent(language, key -> new ArrayList<>()).add(name);
        }
    }

    private static Map<Language, List<String>> byLanguage(Table.Row row, String column) {
        var map = new EnumMap<Language, List<String>>(Language.class);
        for (var language : Language.values()) {
            var list = row.list(column + "_" + language.tag());
            if (!list.isEmpty()) {
                map.put(language, new ArrayList<>(list));
            }
        }
        return map;
    }

    private static String orElse(String value, String other) {
        return value.isEmpty() ? other : value;
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
