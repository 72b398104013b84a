package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.EventKind;
import org.marsad.coding.TriggerWord;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.geo.Borders;
import org.marsad.store.PostgisTest;
import org.marsad.text.Language;

/** Whatever is edited of actors and words for events: what is stored is what coding every article anew would give. */
@PostgisTest
@Tag("slow")
class VocabularyRecodingTest {
    private static final int EDITS = 8;
    private static final int ARTICLES = 12;

    private final Desk desk;
    private Random random = new Random(0);
    private final List<String> words = new ArrayList<>();
    private List<String> actors = List.of();
    private List<TriggerWord> triggers = List.of();

    VocabularyRecodingTest(DataSource database) {
        desk = new Desk(database);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isTheSameAsCodingEverythingAnew(long seed) {
        random = new Random(seed);
        desk.empty();
        desk.store.writeReferenceData(Borders.builtIn(), ActorRegistry.builtIn());
        var samples = new ArrayList<>(Desk.samples().entrySet());
        Collections.shuffle(samples, random);
        var chosen = samples.subList(0, ARTICLES);
        chosen.forEach(sample -> desk.take(sample.getKey(), null, sample.getValue()));
        // Words by which events are told, so that it matters.
        desk.jdbc
                .sql("""
                        select substr(d.text, e.begin_cp + 1, e.end_cp - e.begin_cp) from evidence e
                        join report r on r.id = e.report_id join article a on a.id = r.article_id
                        join document d on d.id = a.document_id order by d.name, e.begin_cp""")
                .query(String.class)
                .list()
                .forEach(sentence -> words.addAll(List.of(sentence.split("[\\s\\p{Punct}«»،؛]+"))));
        words.removeIf(word -> word.length() < 3);
        actors = desk.jdbc
                .sql("select distinct actor_id from event_actor order by 1")
                .query(String.class)
                .list();
        triggers = TriggerWord.builtIn().stream()
                .filter(word -> words.contains(word.words().split("[;~/+ ]")[0]))
                .toList();

        int applied = 0;
        int mattered = 0;
        var said = new ArrayList<String>();
        for (int i = 0; i < EDITS * 4 && applied < EDITS; i++) {
            Changeset change;
            try {
                if (random.nextInt(5) == 0 && desk.curation.version() > 0) {
                    long version = 1 + random.nextInt((int) desk.curation.version());
                    change = desk.curation.undo(version, "admin", Why.UNSAID, Progress.NONE);
                } else {
                    var edit = edit();
                    var rehearsed = desk.curation.rehearse(edit, true, Progress.NONE);
                    change = desk.curation.apply(edit, "admin", Why.UNSAID, Progress.NONE);
                    assertThat(change.events()).isEqualTo(rehearsed.eventsChanged());
                }
            } catch (EditRefused | UndoRefused e) {
                continue;
            }
            applied++;
            mattered += change.events() > 0 ? 1 : 0;
            said.add(change.kind() + " " + change.changes() + " -> " + change.mentions() + " mentions, "
                    + change.events() + " events");
            assertThat(desk.findings()).as("after %s", said).isEqualTo(desk.codedAnew(chosen));
        }
        assertThat(applied).as("%s", said).isGreaterThan(EDITS / 2);
        assertThat(mattered).as("%s", said).isGreaterThan(1);
    }

    private Edit edit() {
        var actor = desk.lexicography.findActor(any(actors)).orElseThrow();
        return switch (random.nextInt(8)) {
            case 0, 1 -> new ActorEdit.AddActorAlias(actor.id(), actor.version(), label());
            case 2 -> {
                var names = new ArrayList<>(actor.names());
                if (!names.isEmpty()) {
                    names.remove(random.nextInt(names.size()));
                }
                names.add(label());
                yield new ActorEdit.EditActorNames(actor.id(), actor.version(), names);
            }
            case 3 -> new ActorEdit.RetireActor(actor.id(), actor.version());
            case 4 ->
                new ActorEdit.CreateActor(new ActorState(
                        "",
                        0,
                        "Brigade " + random.nextInt(1000),
                        "",
                        "",
                        any(ActorState.KINDS),
                        1 + random.nextInt(8),
                        any(ActorState.SECTORS),
                        "ML",
                        any(actors),
                        null,
                        null,
                        List.of(label()),
                        false));
            case 5 ->
                new ActorEdit.DescribeActor(
                        actor.id(),
                        actor.version(),
                        actor.name(),
                        actor.nameAr(),
                        actor.nameFr(),
                        any(ActorState.KINDS),
                        1 + random.nextInt(8),
                        any(ActorState.SECTORS),
                        random.nextBoolean() ? "SN" : actor.country(),
                        random.nextBoolean() ? any(actors) : null,
                        null,
                        null);
            case 6 -> new TriggerEdit.RetireTrigger(any(triggers));
            default -> {
                var word = any(words);
                boolean arabic = word.charAt(0) > 0x600;
                yield new TriggerEdit.AddTrigger(new TriggerWord(
                        arabic ? Language.AR : any(List.of(Language.FR, Language.EN)),
                        any(List.copyOf(EventKind.table().keySet())),
                        any(List.of("noun", "verb", "act")),
                        word));
            }
        };
    }

    /** A word or two as they stand in an article, so that it matters. */
    private ActorLabel label() {
        int at = random.nextInt(words.size() - 1);
        var text = random.nextBoolean() ? words.get(at) : words.get(at) + " " + words.get(at + 1);
        return new ActorLabel(text.charAt(0) > 0x600 ? Language.AR : Language.EN, text);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
