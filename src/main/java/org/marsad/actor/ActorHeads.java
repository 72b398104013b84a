package org.marsad.actor;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.marsad.text.Folding;
import org.marsad.text.Table;

/** Words that stand for an actor named before, by the table {@code heads.csv}. */
final class ActorHeads {
    private final NameTrie<Head> heads = new NameTrie<>();
    private final Set<String> ofNames = new HashSet<>();

    /** Whom a word may stand for. */
    enum Of {
        GROUP,
        ORGANISATION,
        NAME
    }

    /**
     * @param noun the word itself, folded and without article
     */
    record Head(Of of, String noun, boolean article) {
        /** Whether it may stand for an actor; for those of a name, where one of its names holds the word. */
        boolean fits(Actor actor, ActorRegistry registry) {
            return switch (of) {
                case GROUP ->
                    actor.inter() >= 2
                            && actor.inter() <= 4
                            && !actor.id().value().startsWith("unidentified");
                case ORGANISATION -> actor.kind().equals("intergovernmental");
                case NAME -> registry.hasNameWith(actor, noun);
            };
        }
    }

    ActorHeads() {
        for (var row : Table.rows("/org/marsad/actor/heads.csv")) {
            var of = Of.valueOf(row.get("of").toUpperCase(Locale.ROOT));
            for (var words : row.list("words")) {
                var folded = Folding.key(words);
                var noun = NameTrie.canonical(
                        folded.substring(Math.max(folded.lastIndexOf(' '), folded.lastIndexOf('\'')) + 1));
                heads.put(words, new Head(of, noun, folded.startsWith("ال")));
                if (of == Of.NAME) {
                    ofNames.add(noun);
                }
            }
        }
    }

    /** Whether a word, folded and without article, stands for an actor because its name holds it. */
    boolean isOfNames(String word) {
        return ofNames.contains(word);
    }

    Optional<NameTrie.Hit<Head>> find(List<NameTrie.Word> words, int at, String canonical) {
        return heads.findLongest(words, at, canonical);
    }
}
