package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.actor.ActorRegistry;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.geo.Borders;
import org.marsad.store.PostgisTest;
import org.marsad.text.Language;

/** Whatever is edited of actors and words for events: what is stored is what coding every article anew would give. */
@PostgisTest
@Tag("slow")
class VocabularyRecodingTest extends RandomEdits {
    private static final int EDITS = 8;
    private static final int DRAWS = 4;

    private List<String> actors = List.of();
    private List<TriggerWord> triggers = List.of();

    VocabularyRecodingTest(DataSource database) {
        super(database);
    }

    @Override
    void begin() {
        desk.store.writeReferenceData(Borders.builtIn(), ActorRegistry.builtIn());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isTheSameAsCodingEverythingAnew(long seed) {
        store(seed);
        // Words by which events are told.
        desk.jdbc.sql("""
                        select substr(d.text, e.begin_cp + 1, e.end_cp - e.begin_cp) from evidence e
                        join report r on r.id = e.report_id join article a on a.id = r.article_id
                        join document d on d.id = a.document_id order by d.name, e.begin_cp""").query(String.class).list().forEach(this::addWords);
        actors = desk.jdbc
                .sql("select distinct actor_id from event_actor order by 1")
                .query(String.class)
                .list();
        triggers = TriggerWord.builtIn().stream()
                .filter(word -> words.contains(word.words().split("[;~/+ ]")[0]))
                .toList();
        var changes = new ArrayList<Changeset>();
        // One draw may meet nothing that matters.
        for (int i = 0; i < DRAWS && changesOfEvents(changes) < 2; i++) {
            changes.addAll(run(EDITS));
        }
        assertThat(changesOfEvents(changes)).as("%s", said).isGreaterThan(1);
    }

    private static long changesOfEvents(List<Changeset> changes) {
        return changes.stream().filter(change -> change.events() > 0).count();
    }

    @Override
    Edit edit() {
        var actor = desk.lexicography.findActor(any(actors)).orElseThrow();
        return switch (random.nextInt(9)) {
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
                        random.nextBoolean() ? "2014" : null,
                        null);
            case 6 -> new TriggerEdit.RetireTrigger(any(triggers));
            case 7 -> {
                var word = any(triggers);
                yield new TriggerEdit.ReplaceTrigger(
                        word, new TriggerWord(word.language(), word.kind(), "act", any(words)));
            }
            default -> {
                var word = any(words);
                boolean arabic = isArabic(word);
                yield new TriggerEdit.AddTrigger(new TriggerWord(
                        arabic ? Language.AR : any(List.of(Language.FR, Language.EN)),
                        any(List.copyOf(EventKind.table().keySet())),
                        any(List.of("noun", "verb", "act")),
                        word));
            }
        };
    }

    private ActorLabel label() {
        var text = stretch();
        return new ActorLabel(isArabic(text) ? Language.AR : Language.EN, text);
    }
}
