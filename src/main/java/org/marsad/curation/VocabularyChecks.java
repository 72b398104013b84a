package org.marsad.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.ActorId;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.Problem.Code;
import org.marsad.geo.Countries;
import org.marsad.geocode.CommonWords;
import org.marsad.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with actors and words for events as they are to be. */
final class VocabularyChecks {
    /** A single word that so many of all articles hold is a common one, whatever the lists say. */
    private static final double COMMON = 0.1;

    private final JdbcClient jdbc;
    private final Store store;
    private final ActorStates states;
    private final VocabularyPlanner planner;
    private @Nullable CommonWords words;

    VocabularyChecks(JdbcClient jdbc, Store store, ActorStates states, VocabularyPlanner planner) {
        this.jdbc = jdbc;
        this.store = store;
        this.states = states;
        this.planner = planner;
    }

    List<Problem> check(EditPlan plan) {
        var problems = new ArrayList<Problem>();
        plan.ofActors().after().forEach((id, after) -> {
            if (after != null) {
                check(plan.ofActors().before().get(id), after, problems);
            }
        });
        plan.triggers().forEach(change -> check(change, problems));
        if (problems.stream().noneMatch(Problem::refused) && plan.changes().isEmpty()) {
            problems.add(new Problem(Code.NO_CHANGE, true, "this changes nothing", List.of(), List.of()));
        }
        return problems;
    }

    private void check(@Nullable ActorState before, ActorState after, List<Problem> problems) {
        if (before == null) {
            checkId(after, problems);
        }
        if (after.retired()) {
            checkRetired(Objects.requireNonNullElse(before, after), problems);
            return;
        }
        checkFields(before, after, problems);
        checkNames(before, after, problems);
        checkParent(after, problems);
        checkPeriod(before, after, problems);
    }

    private void checkId(ActorState after, List<Problem> problems) {
        if (!isId(after.id())) {
            problems.add(
                    badValue("id", after.id(), "\"" + after.id() + "\" is no id: letters a to z, digits, hyphens"));
        } else if (planner.isTaken(after.id())) {
            problems.add(new Problem(
                    Code.TAKEN, true, "the id " + after.id() + " is taken", List.of(after.id()), List.of()));
        }
    }

    private static boolean isId(String id) {
        return id.matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    private void checkRetired(ActorState before, List<Problem> problems) {
        if (before.retired()) {
            problems.add(badValue("retired", before.name(), before.name() + " is retired already"));
        }
        var actors = store.live().current().vocabulary().actors();
        var id = new ActorId(before.id());
        if (actors.list().stream().noneMatch(actor -> actor.id().equals(id))
                && actors.find(id).isPresent()) {
            problems.add(new Problem(
                    Code.COMPOSED,
                    true,
                    before.name() + " is composed of a country and an institution: it cannot be retired",
                    List.of(before.name()),
                    List.of()));
        }
        long parts = actors.list().stream()
                .filter(actor -> id.equals(actor.parent()))
                .count();
        if (parts > 0) {
            problems.add(new Problem(
                    Code.HAS_PARTS,
                    false,
                    parts + " actors are part of " + before.name(),
                    List.of(before.name(), Long.toString(parts)),
                    List.of()));
        }
    }

    private static void checkFields(@Nullable ActorState before, ActorState after, List<Problem> problems) {
        for (var name : List.of(after.name(), after.nameAr(), after.nameFr())) {
            if (name.isBlank() || name.length() > ActorLabel.LONGEST) {
                problems.add(new Problem(Code.NO_NAME, true, "an actor has a name", List.of(), List.of()));
                break;
            }
        }
        if (!ActorState.KINDS.contains(after.kind())
                && (before == null || !before.kind().equals(after.kind()))) {
            problems.add(badValue("actorKind", after.kind(), "\"" + after.kind() + "\" is no kind of actor"));
        }
        if (after.inter() < 1 || after.inter() > 8) {
            problems.add(badValue("inter", "" + after.inter(), "ACLED's codes are 1 to 8"));
        }
        if (!ActorState.SECTORS.contains(after.sector())
                && (before == null || !before.sector().equals(after.sector()))) {
            problems.add(badValue("sector", after.sector(), "\"" + after.sector() + "\" is no sector of PLOVER"));
        }
        var country = after.country();
        if (country != null
                && (before == null || !country.equals(before.country()))
                && Countries.builtIn().findArea(country).isEmpty()) {
            problems.add(badValue("country", country, "\"" + country + "\" is no country's ISO 3166-1 code"));
        }
    }

    private void checkNames(@Nullable ActorState before, ActorState after, List<Problem> problems) {
        if (after.names().isEmpty() && (before == null || !before.names().isEmpty())) {
            problems.add(new Problem(
                    Code.NO_NAME, true, "no name would be left by which articles call it", List.of(), List.of()));
        }
        boolean otherTime = before == null || !isOfSameTime(before, after);
        for (var name : after.names()) {
            boolean fresh =
                    before == null || before.retired() || !before.names().contains(name);
            if (fresh) {
                checkName(after, name, problems);
            }
            if (fresh || otherTime) {
                checkShared(after, name, problems);
            }
        }
    }

    private static boolean isOfSameTime(ActorState before, ActorState after) {
        return Objects.equals(before.from(), after.from()) && Objects.equals(before.to(), after.to());
    }

    private void checkName(ActorState actor, ActorLabel name, List<Problem> problems) {
        var text = name.text();
        if ("=+@\t\r".indexOf(text.charAt(0)) >= 0
                || text.indexOf('|') >= 0
                || text.chars().anyMatch(c -> c < ' ')) {
            problems.add(badValue("name", text, "\"" + text + "\" is a formula or has bars or controls in it"));
            return;
        }
        var key = ActorRegistry.matchKey(text);
        if (key.length() < 2) {
            problems.add(emptyName(text));
            return;
        }
        int articles = store.articles().countWithWords(key);
        if (key.indexOf(' ') < 0 && (words().isCommon(key) || articles > COMMON * countAll() && articles > 20)) {
            problems.add(commonWord(text, articles));
        }
    }

    /** A name may be another's too, at another time. */
    private void checkShared(ActorState actor, ActorLabel name, List<Problem> problems) {
        var text = name.text();
        var key = ActorRegistry.matchKey(text);
        for (var other : store.live().current().vocabulary().actors().listEntries()) {
            var id = other.actor().id().value();
            boolean has = !id.equals(actor.id())
                    && other.names().values().stream()
                            .flatMap(List::stream)
                            .anyMatch(one -> ActorRegistry.matchKey(one).equals(key));
            if (has) {
                boolean together = actor.entry().isThereWith(other);
                problems.add(new Problem(
                        together ? Code.NAME_OF_OTHER : Code.NAME_BY_TIME,
                        together,
                        "\"" + text + "\" is a name of " + other.actor().name() + " (" + id + "): "
                                + (together
                                        ? "no two actors share one at one time"
                                        : "the one that was there on the day is meant"),
                        List.of(text, other.actor().name()),
                        List.of()));
            }
        }
    }

    private int countAll() {
        return jdbc.sql("select count(*) from article_marks")
                .query(Integer.class)
                .single();
    }

    private void checkParent(ActorState after, List<Problem> problems) {
        var seen = new HashSet<>(Set.of(after.id()));
        var parent = after.parent();
        while (parent != null) {
            if (!seen.add(parent)) {
                problems.add(new Problem(
                        Code.PARENT_CYCLE,
                        true,
                        after.name() + " would be part of itself, by way of " + parent,
                        List.of(after.name(), parent),
                        List.of()));
                return;
            }
            var above = isId(parent) ? states.find(parent) : java.util.Optional.<ActorState>empty();
            if (above.isEmpty() || above.get().retired()) {
                if (parent.equals(after.parent())) {
                    problems.add(badValue("parent", parent, "there is no actor " + parent));
                }
                return;
            }
            parent = above.get().parent();
        }
    }

    private void checkPeriod(@Nullable ActorState before, ActorState after, List<Problem> problems) {
        for (var date : java.util.Arrays.asList(after.from(), after.to())) {
            if (date != null && !date.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
                problems.add(badValue("period", date, "\"" + date + "\" is no YYYY, YYYY-MM or YYYY-MM-DD"));
                return;
            }
        }
        var from = after.from();
        var to = after.to();
        if (from != null && to != null && from.compareTo(to) > 0 && !from.startsWith(to)) {
            problems.add(badValue("period", from + "–" + to, "it ends before it begins"));
            return;
        }
        boolean same = before != null && isOfSameTime(before, after);
        if (!same && (from != null || to != null)) {
            // Compared as texts of the same length, so that a year holds all its days.
            int outside = jdbc.sql("""
                            select count(distinct e.id) from event e join event_actor a on a.event_id = e.id
                            where a.actor_id = ? and (left(e.end_date::text, length(?)) < ? or left(e.start_date::text, length(?)) > ?)""")
                    .params(after.id(), from, from, to, to)
                    .query(Integer.class)
                    .single();
            if (outside > 0) {
                problems.add(new Problem(
                        Code.OUTSIDE_PERIOD,
                        false,
                        outside + " stored events with " + after.name() + " are not of this time",
                        List.of(after.name(), Integer.toString(outside)),
                        List.of()));
            }
        }
    }

    private void check(EditPlan.TriggerChange change, List<Problem> problems) {
        var word = change.word();
        var problem = word.problem();
        if (problem != null) {
            problems.add(badValue("trigger", word.words(), problem));
            return;
        }
        if (change.was() == change.is()) {
            return;
        }
        if (change.is()) {
            otherKinds(word).ifPresent(problems::add);
            int articles = store.articles().listWithWords(word.listPatterns()).size();
            boolean single = word.words().indexOf(' ') < 0;
            if (single
                    && (words().isCommon(word.listForms().getFirst())
                            || articles > COMMON * countAll() && articles > 20)) {
                problems.add(commonWord(word.words(), articles));
            }
        }
    }

    /** The same words that name another kind of event: the more specific of them names it. */
    private java.util.Optional<Problem> otherKinds(TriggerWord word) {
        return store.live().current().vocabulary().triggers().stream()
                .filter(other -> other.language() == word.language()
                        && other.words().equalsIgnoreCase(word.words())
                        && !other.equals(word))
                .findFirst()
                .map(other -> new Problem(
                        Code.OTHER_KIND,
                        false,
                        "\"" + word.words() + "\" names events of another kind too: " + other.kind() + ", "
                                + other.form(),
                        List.of(word.words(), other.kind().isEmpty() ? other.form() : other.kind()),
                        List.of()));
    }

    private static Problem commonWord(String text, int articles) {
        return new Problem(
                Code.COMMON_WORD,
                false,
                "\"" + text + "\" is a common word: it stands in " + articles
                        + " stored articles; rehearse before you apply it",
                List.of(text, Integer.toString(articles)),
                List.of());
    }

    private static Problem emptyName(String name) {
        return new Problem(
                Code.EMPTY_NAME,
                true,
                "nothing that could be found in a text is left of \"" + name + "\"",
                List.of(name),
                List.of());
    }

    private synchronized CommonWords words() {
        if (words == null) {
            words = new CommonWords();
        }
        return words;
    }

    private static Problem badValue(String field, String value, String message) {
        return new Problem(Code.BAD_VALUE, true, message, List.of(field, value), List.of());
    }
}
