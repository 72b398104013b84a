package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.ActorEdit.AddActorAlias;
import org.marsad.curation.ActorEdit.CreateActor;
import org.marsad.curation.ActorEdit.DescribeActor;
import org.marsad.curation.ActorEdit.EditActorNames;
import org.marsad.curation.ActorEdit.RetireActor;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.Problem.Code;
import org.marsad.curation.Rehearsal.Fate;
import org.marsad.curation.TriggerEdit.AddTrigger;
import org.marsad.curation.TriggerEdit.RetireTrigger;
import org.marsad.geo.Borders;
import org.marsad.store.PostgisTest;
import org.marsad.store.Store;
import org.marsad.text.Language;

/** Actors and words for events are edited as places are: rehearsed, applied, taken back. */
@PostgisTest
class VocabularyCurationTest {
    private static final String ATTACK = """
            هجوم قرب كايس

            هاجم مقاتلون من سرايا الوادي بلدة ديبولي في منطقة كايس غرب مالي يوم الثلاثاء 1 يوليو 2025 وقتلوا أربعة مدنيين، وقال الجيش المالي إنه أرسل تعزيزات إلى المكان.
            """;

    private static final String RAID = """
            Night in Diboli

            JNIM fighters blitzed the town of Diboli in the Kayes region of Mali on 1 July 2025, the army said on Thursday.
            """;

    private static final String KILLING = """
            Deaths in Nioro

            Gunmen killed four civilians in Nioro in the Kayes region of Mali on 4 June 2025, a customs officer said on Thursday.
            """;

    private final DataSource database;
    private final Desk desk;
    private final Curation curation;

    VocabularyCurationTest(DataSource database) {
        this.database = database;
        desk = new Desk(database);
        curation = desk.curation;
    }

    @BeforeEach
    void empty() {
        desk.empty();
        desk.store.writeReferenceData(Borders.builtIn(), ActorRegistry.builtIn());
    }

    private Changeset apply(Edit edit) {
        return curation.apply(edit, "admin", new Why("a survey", "it is so"), Progress.NONE);
    }

    private List<Code> problems(Edit edit) {
        return curation.check(edit).stream().map(Problem::code).toList();
    }

    private ActorState actor(String id) {
        return desk.lexicography.findActor(id).orElseThrow();
    }

    private static ActorState draft(String name, ActorLabel... names) {
        return new ActorState(
                "", 0, name, "", "", "rebel", 2, "REB", "ML", null, "2024-05", null, List.of(names), false);
    }

    private static DescribeActor described(ActorState actor, String kind, String parent, String from, String to) {
        return new DescribeActor(
                actor.id(),
                actor.version(),
                actor.name(),
                actor.nameAr(),
                actor.nameFr(),
                kind,
                actor.inter(),
                actor.sector(),
                actor.country(),
                parent,
                from,
                to);
    }

    private List<String> actorsOfEvents() {
        return desk.jdbc
                .sql("select distinct actor_id from event_actor order by 1")
                .query(String.class)
                .list();
    }

    /** Rehearsed, applied and taken back; what is applied is what was rehearsed and what coding all anew gives. */
    private Rehearsal goThrough(Edit edit, String... articles) {
        var findings = desk.findings();
        var events = desk.events();
        var rehearsed = curation.rehearse(edit, true, Progress.NONE);
        assertThat(desk.findings()).isEqualTo(findings);
        var change = apply(edit);
        assertThat(change.events()).isEqualTo(rehearsed.eventsChanged());
        assertThat(change.mentions()).isEqualTo(rehearsed.mentionsChanged());
        assertThat(curation.findEffect(change.version()).orElseThrow().ofActors())
                .isEqualTo(rehearsed.ofActors());
        var all = new java.util.ArrayList<java.util.Map.Entry<String, String>>();
        for (var article : articles) {
            all.add(java.util.Map.entry("doc" + all.size(), article));
        }
        var applied = desk.findings();
        assertThat(applied).isEqualTo(desk.codedAnew(all));
        assertThat(applied.equals(findings)).isEqualTo(rehearsed.changed() == 0 && rehearsed.eventsChanged() == 0);
        curation.undo(change.version(), "admin", Why.UNSAID, Progress.NONE);
        assertThat(desk.findings()).isEqualTo(findings);
        assertThat(desk.events()).isEqualTo(events);
        curation.undo(change.version() + 1, "admin", Why.UNSAID, Progress.NONE);
        assertThat(desk.findings()).isEqualTo(applied);
        return rehearsed;
    }

    @Test
    void anAliasGivesItsActorToTheEventsThatItNames() {
        desk.take("doc0", null, ATTACK);
        assertThat(actorsOfEvents()).doesNotContain("jnim");
        var jnim = actor("jnim");
        var done = goThrough(
                new AddActorAlias("jnim", jnim.version(), new ActorLabel(Language.AR, "سرايا الوادي")), ATTACK);
        assertThat(done.affected()).isEqualTo(1);
        assertThat(done.ofActors().mentions()).anySatisfy(one -> {
            assertThat(one.text()).isEqualTo("سرايا الوادي");
            assertThat(one.after()).isEqualTo("jnim");
        });
        assertThat(done.events()).extracting(Rehearsal.EventEffect::fate).containsOnly(Fate.CORRECTED);
        assertThat(actorsOfEvents()).contains("jnim");
        assertThat(curation.historyOfActor("jnim")).hasSize(3);
        assertThat(curation.history(Long.MAX_VALUE, 1).getFirst().changes())
                .singleElement()
                .satisfies(field -> assertThat(field.after()).contains("سرايا الوادي"));
    }

    @Test
    void anActorIsMadeDescribedAndRetired() {
        desk.take("doc0", null, ATTACK);
        goThrough(new CreateActor(draft("Saraya al-Wadi", new ActorLabel(Language.AR, "سرايا الوادي"))), ATTACK);
        var made = actor("saraya-al-wadi");
        assertThat(made.from()).isEqualTo("2024-05");
        assertThat(actorsOfEvents()).contains("saraya-al-wadi");
        goThrough(described(made, "militia", "jnim", "2024", null), ATTACK);
        assertThat(desk.jdbc
                        .sql("select kind || parent from actor where id = 'saraya-al-wadi'")
                        .query(String.class)
                        .single())
                .isEqualTo("militiajnim");
        // As a server that starts anew writes what comes with Marsad: what was edited stays.
        var again = Store.over(database, desk.store.live().sources(), ActorRegistry.builtIn(), Borders.builtIn());
        assertThat(again.live().current().vocabulary().actors().listEntries())
                .containsExactlyElementsOf(
                        desk.store.live().refresh().vocabulary().actors().listEntries());
        assertThat(again.live().current().vocabulary().triggers()).isEqualTo(TriggerWord.builtIn());
        goThrough(new RetireActor("saraya-al-wadi", actor("saraya-al-wadi").version()), ATTACK);
        assertThat(actorsOfEvents()).doesNotContain("saraya-al-wadi");
        assertThat(desk.lexicography.searchActors("Saraya", 5))
                .singleElement()
                .satisfies(found -> assertThat(found.actor().retired()).isTrue());
    }

    @Test
    void aWordForEventsIsAddedAndTakenAway() {
        desk.take("doc0", null, RAID);
        desk.take("doc1", null, KILLING);
        assertThat(desk.events()).hasSize(1);
        goThrough(new AddTrigger(new TriggerWord(Language.EN, "attack", "verb", "blitz")), RAID, KILLING);
        assertThat(desk.events()).hasSize(2);
        var kill = new TriggerWord(Language.EN, "killing", "verb", "kill");
        assertThat(TriggerWord.builtIn()).contains(kill);
        goThrough(new RetireTrigger(kill), RAID, KILLING);
        assertThat(desk.events()).hasSize(1);
        assertThat(desk.lexicography.listTriggers("kill", Language.EN, "killing"))
                .filteredOn(one -> one.word().equals(kill))
                .singleElement()
                .satisfies(one -> assertThat(one.known()).isFalse());
        goThrough(new AddTrigger(kill), RAID, KILLING);
        goThrough(new AddTrigger(new TriggerWord(Language.EN, "", "never", "customs")), RAID, KILLING);
    }

    @Test
    void searchFindsAnActorByAnyOfItsNamesInAnyScript() {
        assertThat(desk.lexicography
                        .searchActors("نصرة الاسلام", 5)
                        .getFirst()
                        .actor()
                        .id())
                .isEqualTo("jnim");
        assertThat(desk.lexicography.searchActors("gsim", 5).getFirst().actor().id())
                .isEqualTo("jnim");
        assertThat(desk.lexicography
                        .searchActors("Etat islamique au sahel", 5)
                        .getFirst()
                        .actor()
                        .id())
                .isEqualTo("isgs");
        assertThat(desk.lexicography.searchActors("", 400)).hasSizeGreaterThan(200);
    }

    @Test
    void badEditsAreRefusedWithTheReason() {
        var jnim = actor("jnim");
        assertThat(problems(new AddActorAlias("jnim", 0, new ActorLabel(Language.EN, "—"))))
                .contains(Code.EMPTY_NAME);
        assertThat(problems(new AddActorAlias("jnim", 0, new ActorLabel(Language.EN, "=1+1"))))
                .contains(Code.BAD_VALUE);
        assertThat(problems(new AddActorAlias("jnim", 0, new ActorLabel(Language.EN, "Boko-Haram"))))
                .contains(Code.NAME_OF_OTHER);
        assertThat(problems(new AddActorAlias("jnim", 0, jnim.names().getFirst())))
                .containsExactly(Code.NO_CHANGE);
        assertThat(problems(described(jnim, "terrorist", jnim.parent(), null, null)))
                .contains(Code.BAD_VALUE);
        assertThat(problems(described(jnim, "rebel", "katiba-macina", null, null)))
                .contains(Code.PARENT_CYCLE);
        assertThat(problems(described(jnim, "rebel", "nobody", null, null))).contains(Code.BAD_VALUE);
        assertThat(problems(described(jnim, "rebel", jnim.parent(), "2017", "2016")))
                .contains(Code.BAD_VALUE);
        assertThat(problems(new RetireActor("jnim", 0))).containsExactly(Code.HAS_PARTS);
        assertThat(problems(new RetireActor("tuvalu-army", 0))).contains(Code.COMPOSED);
        assertThat(problems(new AddTrigger(new TriggerWord(Language.EN, "attack", "verb", "a;b"))))
                .containsExactly(Code.BAD_VALUE);
        assertThat(problems(new AddTrigger(new TriggerWord(Language.EN, "attack", "verb", "attack"))))
                .containsExactly(Code.NO_CHANGE);
        assertThat(problems(new AddTrigger(new TriggerWord(Language.EN, "clash", "verb", "attack"))))
                .contains(Code.OTHER_KIND);
        assertThatThrownBy(() -> apply(described(jnim, "rebel", "nobody", null, null)))
                .isInstanceOf(EditRefused.class);
        assertThat(curation.version()).isZero();
    }

    @Test
    void anAliasThatIsACommonWordSaysHowManyMentionsItWouldMake() {
        desk.take("doc0", null, ATTACK);
        var edit = new AddActorAlias("jnim", 0, new ActorLabel(Language.AR, "المكان"));
        assertThat(curation.check(edit))
                .filteredOn(problem -> problem.code() == Code.COMMON_WORD)
                .singleElement()
                .satisfies(problem -> assertThat(problem.values()).containsExactly("المكان", "1"));
        assertThat(curation.rehearse(edit, false, Progress.NONE).ofActors().changed())
                .isEqualTo(1);
    }

    @Test
    void twoAdminsKeepBothEditsUnlessTheyTouchTheSame() {
        var seen = actor("jnim");
        apply(new AddActorAlias("jnim", seen.version(), new ActorLabel(Language.EN, "Wadi Brigades")));
        apply(new AddActorAlias("jnim", seen.version(), new ActorLabel(Language.EN, "Dune Brigades")));
        assertThat(actor("jnim").names(Language.EN)).contains("Wadi Brigades", "Dune Brigades");
        apply(described(seen, "militia", seen.parent(), seen.from(), seen.to()));
        assertThatThrownBy(() -> apply(described(seen, "other", seen.parent(), seen.from(), seen.to())))
                .isInstanceOf(EditRefused.class)
                .hasMessageContaining("actorKind");
        var names = new java.util.ArrayList<>(actor("jnim").names());
        names.remove(new ActorLabel(Language.EN, "Wadi Brigades"));
        apply(new EditActorNames("jnim", actor("jnim").version(), names));
        assertThatThrownBy(() -> curation.undo(1, "admin", Why.UNSAID, Progress.NONE))
                .isInstanceOf(UndoRefused.class)
                .hasMessageContaining("Wadi Brigades");
        curation.undo(3, "admin", Why.UNSAID, Progress.NONE);
        assertThat(actor("jnim").kind()).isEqualTo("rebel");
        assertThat(actor("jnim").names(Language.EN)).contains("Dune Brigades");
    }

    @Test
    void twoActorsOfOneNameAreToldApartByTheirTime() {
        var old = "Desert Front fighters attacked the town of Diboli in the Kayes region of Mali on 1 July 2013.\n";
        var recent = "Desert Front fighters attacked the town of Diboli in the Kayes region of Mali on 3 July 2025.\n";
        desk.take("doc0", null, old);
        desk.take("doc1", null, recent);
        var name = new ActorLabel(Language.EN, "Desert Front");
        apply(new CreateActor(front("Front of 2011", "2011", "2015-06", name)));
        assertThat(frontsOn("2013-07-01", "2025-07-03")).containsExactly("front-of-2011", "front-of-2011");

        assertThat(problems(new CreateActor(front("Front of 2014", "2014", null, name))))
                .contains(Code.NAME_OF_OTHER);
        var second = front("Front of 2020", "2020", null, name);
        assertThat(problems(new CreateActor(second)))
                .contains(Code.NAME_BY_TIME)
                .doesNotContain(Code.NAME_OF_OTHER);
        apply(new CreateActor(second));
        assertThat(frontsOn("2013-07-01", "2025-07-03")).containsExactly("front-of-2011", "front-of-2020");
        var articles = List.of(java.util.Map.entry("doc0", old), java.util.Map.entry("doc1", recent));
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));

        // Its time is another: the articles of the name are coded anew, though no name has changed.
        var first = actor("front-of-2011");
        apply(described(first, first.kind(), null, "2011", "2012"));
        assertThat(desk.findings()).isEqualTo(desk.codedAnew(articles));
        var meets = described(actor("front-of-2020"), "rebel", null, "2012", null);
        assertThat(problems(meets)).contains(Code.NAME_OF_OTHER);
    }

    private static ActorState front(String name, String from, String to, ActorLabel label) {
        return new ActorState("", 0, name, "", "", "rebel", 2, "REB", "ML", null, from, to, List.of(label), false);
    }

    private List<String> frontsOn(String... days) {
        return java.util.Arrays.stream(days)
                .flatMap(day -> desk.jdbc.sql("""
                                select a.actor_id from event_actor a join event e on e.id = a.event_id
                                where e.start_date = ?::date and a.actor_id like 'front-of-%'""").param(day).query(String.class).list().stream())
                .toList();
    }
}
