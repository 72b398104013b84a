package org.marsad.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.marsad.text.Clitics;
import org.marsad.text.FoldedText;
import org.marsad.text.Folding;
import org.marsad.text.Patterns;
import org.marsad.text.Span;
import org.marsad.text.Token;
import org.marsad.text.Tokens;

/** One pass over an article's text. Not for reuse. */
final class ActorScan {
    private static final Set<String> OF = Set.of(
            "du", "de", "des", "d", "la", "l", "le", "les", "of", "the", "in", "au", "en", "في", "جمهوريه", "دوله");
    private static final Set<String> BETWEEN = Set.of(
            "nationale",
            "nationales",
            "national",
            "reguliere",
            "regulieres",
            "regulier",
            "transitional",
            "military",
            "security",
            "special",
            "federal",
            "interim",
            "armed",
            "وطني",
            "وطنيه",
            "نظامي",
            "نظاميه",
            "انتقاليه",
            "انتقالي",
            "عسكري",
            "عسكريه",
            "اتحادي",
            "اتحاديه");
    /** After "the group", "la mission": a common noun, no actor. */
    private static final Set<String> COMPLEMENT = Set.of("de", "du", "des", "d", "of", "for");

    /** "Government Secondary School", "Army Day": behind an institution, a name of something else. */
    private static final Set<String> SCHOOL = Set.of(
            "secondary",
            "primary",
            "school",
            "schools",
            "college",
            "science",
            "girls",
            "day",
            "technical",
            "hospital",
            "reservation",
            "area",
            "areas",
            "house");

    private static final Set<String> STYLE =
            Set.of("federal", "republic", "republique", "islamic", "islamique", "federale");
    private static final Set<String> AND = Set.of("et", "and", "و");
    private static final List<String> OWNERS = List.of("هما", "ها", "هم", "ه");

    private final ActorLexicon lexicon;
    private final String text;
    /** Told each word as it is looked for among the names. */
    private final Consumer<String> looked;
    /** The day of what is told at an index, or null where it is not known. */
    private final IntFunction<@Nullable LocalDate> dayAt;

    private final SpokenCountries countries;
    private final List<ActorMention> found = new ArrayList<>();
    private final List<Bare> bare = new ArrayList<>();

    /** An institution whose country the context has to tell. */
    private record Bare(Span span, Institution institution) {}

    /** A reading of the word at a position: canonical form, and how much of the folded word its particles take. */
    private record Start(String canonical, int cut) {}

    /** What a position gave: the mentions and where to go on. */
    private record Match(
            int end,
            int cut,
            int last,
            @Nullable Actor actor,
            @Nullable Institution institution,
            List<Extra> extras) {}

    /** A further country of a list: «القوات الفرنسية والأمريكية». */
    private record Extra(Actor actor, int from, int to) {}

    ActorScan(
            ActorLexicon lexicon,
            String text,
            List<CountryHint> hints,
            IntFunction<@Nullable LocalDate> dayAt,
            Consumer<String> looked) {
        this.lexicon = lexicon;
        this.dayAt = dayAt;
        this.looked = looked;
        this.text = text;
        countries = new SpokenCountries(text, hints);
    }

    void read(Span stretch) {
        var folded = Folding.fold(text, stretch);
        var words = words(folded);
        words.forEach(word -> looked.accept(word.canonical()));
        for (int at = 0; at < words.size(); ) {
            note(folded, words, at);
            var match = best(folded, words, at);
            if (match == null) {
                at = head(folded, words, at);
                continue;
            }
            emit(folded, words, at, match);
            for (int i = at + 1; i < match.end(); i++) {
                note(folded, words, i);
            }
            at = match.end();
        }
    }

    /** A word that stands for an actor named before; returns where to go on. */
    private int head(FoldedText folded, List<NameTrie.Word> words, int at) {
        for (var start : cuts(words.get(at))) {
            var hit = lexicon.heads.find(words, at, start.canonical());
            if (hit.isEmpty()) {
                continue;
            }
            var first = words.get(at).token();
            int end = at + hit.get().length();
            var head = hit.get().value();
            boolean definite = !head.article() || Patterns.matches(first.text().substring(start.cut()), "(ال|ل).*");
            if (!definite || isIn(words, end, COMPLEMENT)) {
                continue;
            }
            for (var mention : found.reversed()) {
                if (head.fits(mention.actor(), lexicon.registry) && !isParent(mention.actor())) {
                    var span = folded.source(
                            first.begin() + start.cut(),
                            words.get(end - 1).token().end());
                    found.add(new ActorMention(span, span.in(text), mention.actor()));
                    return end;
                }
            }
        }
        return at + 1;
    }

    /** "JNIM, an arm of al-Qaeda, … the group": not the one that another is part of. */
    private boolean isParent(Actor actor) {
        return found.stream().anyMatch(one -> actor.id().equals(one.actor().parent()));
    }

    List<ActorMention> mentions() {
        bare.sort(Comparator.comparing(Bare::span));
        var named = List.copyOf(found);
        for (var one : bare) {
            countries
                    .nearest(one.span().begin(), one.institution(), named, iso2 -> mayHave(iso2, one.institution()))
                    .flatMap(lexicon.registry::findCountry)
                    .map(country -> lexicon.registry.compose(country, one.institution()))
                    .ifPresent(actor ->
                            found.add(new ActorMention(one.span(), one.span().in(text), actor)));
        }
        return found;
    }

    private static List<NameTrie.Word> words(FoldedText folded) {
        var words = new ArrayList<NameTrie.Word>();
        boolean parted = true;
        for (var token : Tokens.list(folded)) {
            switch (token.kind()) {
                case WORD, NUMBER -> {
                    words.add(new NameTrie.Word(token, NameTrie.canonical(token.text()), parted));
                    parted = false;
                }
                case BREAK -> parted = true;
                case PUNCTUATION -> parted |= ".;!?:,".contains(token.text()) && !isAbbreviated(words, token);
            }
        }
        return words;
    }

    /** The dots of "U.S. Central Command" part nothing. */
    private static boolean isAbbreviated(List<NameTrie.Word> words, Token dot) {
        return dot.is(".") && !words.isEmpty() && words.getLast().token().text().length() == 1;
    }

    /** Remembers a country or its adjective as context. */
    private void note(FoldedText folded, List<NameTrie.Word> words, int at) {
        for (var start : cuts(words.get(at))) {
            var hit = lexicon.countries.findLongest(words, at, start.canonical());
            if (hit.isEmpty() && !isFinance(words, at)) {
                hit = lexicon.demonyms.findLongest(words, at, start.canonical());
            }
            if (hit.isPresent()) {
                countries.note(
                        folded.origin(words.get(at).token().begin()),
                        hit.get().value().iso2());
                return;
            }
        }
    }

    /** «الموارد المالية» and «وزارة المالية» speak of money. */
    private static boolean isFinance(List<NameTrie.Word> words, int at) {
        return words.get(at).canonical().equals("ماليه");
    }

    private @Nullable Match best(FoldedText folded, List<NameTrie.Word> words, int at) {
        Match best = null;
        for (var start : starts(words.get(at))) {
            looked.accept(start.canonical());
            for (var match : List.of(
                    alias(folded, words, at, start),
                    institution(folded, words, at, start),
                    countryFirst(words, at, start))) {
                if (match.isPresent() && (best == null || match.get().end() > best.end())) {
                    best = match.get();
                }
            }
        }
        return best;
    }

    private Optional<Match> alias(FoldedText folded, List<NameTrie.Word> words, int at, Start start) {
        return lexicon.aliases
                .findLongest(
                        words,
                        at,
                        start.canonical(),
                        alias -> isThere(
                                alias, folded.origin(words.get(at).token().begin())))
                .filter(hit -> !hit.value().capitals() || isCapitals(folded, words.get(at), start.cut()))
                .map(hit -> new Match(
                        at + hit.length(),
                        start.cut(),
                        at + hit.length() - 1,
                        hit.value().actor(),
                        null,
                        List.of()));
    }

    /** An actor that is no more, or not yet, is not meant where another has the name. */
    private boolean isThere(ActorLexicon.Alias alias, int index) {
        var day = dayAt.apply(index);
        return day == null || alias.period().holds(day);
    }

    private boolean isCapitals(FoldedText folded, NameTrie.Word word, int cut) {
        var source =
                folded.source(word.token().begin() + cut, word.token().end()).in(text);
        return source.chars().noneMatch(Character::isLowerCase);
    }

    /** An institution, then perhaps its country: « l'armée malienne », «حكومة السنغال», "the army of Mali". */
    private Optional<Match> institution(FoldedText folded, List<NameTrie.Word> words, int at, Start start) {
        var hit = lexicon.institutions.findLongest(words, at, start.canonical());
        if (hit.isEmpty()) {
            return Optional.empty();
        }
        var institution = hit.get().value().institution();
        int end = at + hit.get().length();
        if (isIn(words, end, SCHOOL)) {
            return Optional.empty();
        }
        int next = end;
        while (isIn(words, next, BETWEEN)) {
            next++;
        }
        var owner = adjective(words, next, isMinistry(words, end - 1));
        if (owner.isEmpty()) {
            int name = end;
            while (name - end < 6 && (name - end < 3 && isIn(words, name, OF) || isStyle(words, name))) {
                name++;
            }
            owner = country(words, name, name > end || words.get(at).token().script() == Token.Script.ARABIC);
            next = name;
        }
        if (owner.isEmpty()) {
            return hit.get().value().owned()
                    ? Optional.empty()
                    : Optional.of(new Match(end, start.cut(), end - 1, null, institution, List.of()));
        }
        int last = next + owner.get().length();
        var extras = new ArrayList<Extra>();
        int after = further(words, last, institution, extras);
        if (after == last) {
            after = furtherNames(folded, words, last, institution, extras);
        }
        var actor = lexicon.registry.compose(owner.get().value(), institution);
        return Optional.of(new Match(after, start.cut(), last - 1, actor, null, extras));
    }

    /** "of the Federal Republic of Nigeria": the words before the short name, and the "of" behind them. */
    private static boolean isStyle(List<NameTrie.Word> words, int at) {
        return isIn(words, at, STYLE) || isIn(words, at, OF) && isIn(words, at - 1, STYLE);
    }

    private static boolean isMinistry(List<NameTrie.Word> words, int at) {
        return ActorLexicon.MINISTRY.contains(words.get(at).canonical());
    }

    /** More adjectives after the first: «الفرنسية والأمريكية», « françaises et américaines ». */
    private int further(List<NameTrie.Word> words, int at, Institution institution, List<Extra> extras) {
        while (at < words.size() && !words.get(at).parted()) {
            int from = isIn(words, at, AND) ? at + 1 : at;
            if (from >= words.size()
                    || from == at && !words.get(at).token().text().startsWith("و")) {
                return at;
            }
            var first = words.get(from);
            var canonical = from == at ? NameTrie.canonical(first.token().text().substring(1)) : first.canonical();
            var hit = lexicon.demonyms.findLongest(words, from, canonical);
            if (hit.isEmpty()) {
                return at;
            }
            int end = from + hit.get().length();
            extras.add(new Extra(lexicon.registry.compose(hit.get().value(), institution), from, end));
            at = end;
        }
        return at;
    }

    /** More countries by name: "the armies of Mali, Niger and Burkina Faso"; a list without an "and" is none. */
    private int furtherNames(
            FoldedText folded, List<NameTrie.Word> words, int last, Institution institution, List<Extra> extras) {
        var more = new ArrayList<Extra>();
        for (int at = last; at < words.size(); ) {
            boolean comma = words.get(at).parted() && isComma(folded, words.get(at - 1), words.get(at));
            if (words.get(at).parted() && !comma) {
                return last;
            }
            boolean and = AND.contains(words.get(at).canonical());
            int from = and ? at + 1 : at;
            while (from < words.size()
                    && OF.contains(words.get(from).canonical())
                    && (from == at || !words.get(from).parted())) {
                from++;
            }
            if (from >= words.size() || from > at && words.get(from).parted()) {
                return last;
            }
            var hit = from == at ? joinedCountry(words, at) : Optional.<NameTrie.Hit<ActorCountry>>empty();
            boolean joined = hit.isPresent();
            if (!joined) {
                hit = lexicon.countries.findLongest(words, from, words.get(from).canonical());
            }
            if (hit.isEmpty() || !comma && !and && !joined) {
                return last;
            }
            int end = from + hit.get().length();
            more.add(new Extra(lexicon.registry.compose(hit.get().value(), institution), from, end));
            at = end;
            if ((and || joined) && joinedCountry(words, at).isEmpty()) {
                extras.addAll(more);
                return end;
            }
        }
        return last;
    }

    /** One more country of an Arabic list: «والنيجر». */
    private Optional<NameTrie.Hit<ActorCountry>> joinedCountry(List<NameTrie.Word> words, int at) {
        if (at >= words.size() || words.get(at).parted()) {
            return Optional.empty();
        }
        var word = words.get(at).token().text();
        return word.startsWith("و")
                ? lexicon.countries.findLongest(words, at, NameTrie.canonical(word.substring(1)))
                : Optional.empty();
    }

    private boolean isComma(FoldedText folded, NameTrie.Word before, NameTrie.Word after) {
        return Patterns.matches(
                folded.source(before.token().end(), after.token().begin())
                        .in(text)
                        .strip(),
                "[,،]");
    }

    /** A country before its institution: "Malian and Senegalese forces", "Niger's army", "US troops". */
    private Optional<Match> countryFirst(List<NameTrie.Word> words, int at, Start start) {
        if (words.get(at).token().script() != Token.Script.LATIN) {
            return Optional.empty();
        }
        var owners = new ArrayList<ActorCountry>();
        int next = at;
        while (next < words.size() && (next == at || !words.get(next).parted())) {
            var canonical = words.get(next).canonical();
            var hit = lexicon.demonyms.findLongest(words, next, canonical);
            if (hit.isEmpty()) {
                hit = lexicon.countries.findLongest(words, next, canonical);
            }
            if (hit.isEmpty()) {
                break;
            }
            owners.add(hit.get().value());
            next += hit.get().length();
            if (isIn(words, next, Set.of("s"))) {
                next++;
            }
            if (isIn(words, next, Set.of("and"))) {
                next++;
            }
        }
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        if (isIn(words, next, BETWEEN)
                && lexicon.institutions
                        .findLongest(words, next, words.get(next).canonical())
                        .isEmpty()) {
            next++;
        }
        if (next >= words.size() || words.get(next).parted()) {
            return Optional.empty();
        }
        int from = next;
        var hit = lexicon.institutions.findLongest(words, from, words.get(from).canonical());
        return hit.map(found -> {
            var extras = new ArrayList<Extra>();
            for (var owner : owners.subList(1, owners.size())) {
                extras.add(new Extra(
                        lexicon.registry.compose(owner, found.value().institution()), at, from + found.length()));
            }
            var actor =
                    lexicon.registry.compose(owners.getFirst(), found.value().institution());
            int end = from + found.length();
            return new Match(end, start.cut(), end - 1, actor, null, extras);
        });
    }

    private Optional<NameTrie.Hit<ActorCountry>> adjective(List<NameTrie.Word> words, int at, boolean ministry) {
        if (at >= words.size() || words.get(at).parted() || ministry && isFinance(words, at)) {
            return Optional.empty();
        }
        return lexicon.demonyms.findLongest(words, at, words.get(at).canonical());
    }

    private Optional<NameTrie.Hit<ActorCountry>> country(List<NameTrie.Word> words, int at, boolean joined) {
        if (!joined || at >= words.size() || words.get(at).parted()) {
            return Optional.empty();
        }
        return lexicon.countries.findLongest(words, at, words.get(at).canonical());
    }

    private static boolean isIn(List<NameTrie.Word> words, int at, Set<String> set) {
        return at < words.size()
                && !words.get(at).parted()
                && set.contains(words.get(at).canonical());
    }

    private void emit(FoldedText folded, List<NameTrie.Word> words, int at, Match match) {
        int from = words.get(at).token().begin() + match.cut();
        var span = folded.source(from, words.get(match.last()).token().end());
        var actor = match.actor();
        if (actor != null) {
            found.add(new ActorMention(span, span.in(text), actor));
        } else if (match.institution() != null) {
            bare.add(new Bare(span, match.institution()));
        }
        for (var extra : match.extras()) {
            var first = words.get(extra.from()).token();
            int cut = first.script() == Token.Script.ARABIC && first.text().startsWith("و") ? 1 : 0;
            var where = folded.source(
                    first.begin() + cut, words.get(extra.to() - 1).token().end());
            found.add(new ActorMention(where, where.in(text), extra.actor()));
        }
    }

    /** The word as it stands, then with its particles cut. */
    private static List<Start> cuts(NameTrie.Word word) {
        var token = word.token();
        if (token.script() != Token.Script.ARABIC) {
            return List.of(new Start(word.canonical(), 0));
        }
        var starts = new ArrayList<Start>();
        starts.add(new Start(word.canonical(), token.text().startsWith("وال") ? 1 : 0));
        for (var cut : Clitics.list(token.text())) {
            starts.add(new Start(NameTrie.canonical(cut.stem()), cut.length()));
        }
        return starts;
    }

    /** Also without the owner joined to it: «جيشها». */
    private static List<Start> starts(NameTrie.Word word) {
        var starts = new ArrayList<>(cuts(word));
        for (var start : List.copyOf(starts)) {
            for (var owner : OWNERS) {
                int length = start.canonical().length() - owner.length();
                if (start.canonical().endsWith(owner) && length >= 3) {
                    starts.add(new Start(start.canonical().substring(0, length), start.cut()));
                    break;
                }
            }
        }
        return starts;
    }

    /** A bare junta is that of a country which has one. */
    private boolean mayHave(String iso2, Institution institution) {
        return !institution.suffix().equals("junta")
                || lexicon.registry
                        .findOfCountry(iso2, "junta")
                        .filter(actor -> lexicon.registry.list().contains(actor))
                        .isPresent();
    }
}
