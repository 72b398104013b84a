package org.marsad.actor;

import java.util.List;
import java.util.Set;
import org.marsad.text.Folding;
import org.marsad.text.Language;
import org.marsad.text.Table;

/** The names of the registry, ready to be matched. */
final class ActorLexicon {
    /**
     * A name of an actor.
     *
     * @param capitals whether it is an abbreviation, to be matched in capitals only: "UN" is not the French article
     * @param period when the actor is there
     */
    record Alias(Actor actor, boolean capitals, Period period) {}

    /** An institution by one of its forms, and whether that form needs a country beside it. */
    record Form(Institution institution, boolean owned) {}

    final ActorRegistry registry;
    final ActorHeads heads = new ActorHeads();
    final NameTrie<Alias> aliases = new NameTrie<>();
    final NameTrie<Form> institutions = new NameTrie<>();
    final NameTrie<ActorCountry> demonyms = new NameTrie<>();
    final NameTrie<ActorCountry> countries = new NameTrie<>();

    private static final List<String> ARABIC_ENDINGS = List.of("", "ه", "ين", "تين", "تان", "ان", "ا", "ات");

    /** Ministries whose next word «المالية» is finance, not Mali. */
    static final Set<String> MINISTRY = Set.of("وزاره", "وزير", "وزيره", "وزراء", "وزرا", "وزيري");

    ActorLexicon(ActorRegistry registry) {
        this.registry = registry;
        for (var entry : registry.listEntries()) {
            var period = Period.of(entry.from(), entry.to());
            for (var language : Language.values()) {
                for (var name : entry.names(language)) {
                    aliases.put(name, new Alias(entry.actor(), isAbbreviation(name), period));
                }
            }
        }
        for (var institution : registry.institutions()) {
            institution.forms().values().forEach(forms -> addForms(forms, institution, false));
            institution.owned().values().forEach(forms -> addForms(forms, institution, true));
        }
        addLeaders();
        for (var country : registry.countries()) {
            country.names().values().forEach(names -> names.forEach(name -> countries.put(name, country)));
            for (var language : Language.values()) {
                for (var form : country.demonyms().getOrDefault(language, List.of())) {
                    addDemonym(form, language, country);
                }
            }
        }
    }

    /** "Bola Tinubu met …": who is named without an office stands for that office's institution. */
    private void addLeaders() {
        for (var row : Table.findRows("/gazetteer/leaders.csv").orElse(List.of())) {
            var key = row.get("institution");
            var actor = registry.findOfCountry(row.get("country"), key).or(() -> registry.find(new ActorId(key)));
            actor.ifPresent(one -> {
                for (var language : Language.values()) {
                    row.list("names_" + language.tag())
                            .forEach(name -> aliases.put(name, new Alias(one, false, Period.ALWAYS)));
                }
            });
        }
    }

    private void addForms(List<String> forms, Institution institution, boolean owned) {
        forms.forEach(form -> institutions.put(form, new Form(institution, owned)));
    }

    private void addDemonym(String form, Language language, ActorCountry country) {
        if (language != Language.AR) {
            demonyms.put(form, country);
            return;
        }
        var folded = Folding.key(form);
        for (var ending : ARABIC_ENDINGS) {
            demonyms.put(folded + ending, country);
        }
    }

    private static boolean isAbbreviation(String name) {
        return name.length() <= 6
                && name.chars().anyMatch(Character::isUpperCase)
                && name.chars().noneMatch(Character::isLowerCase);
    }
}
