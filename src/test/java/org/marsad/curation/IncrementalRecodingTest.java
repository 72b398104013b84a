package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.store.PostgisTest;

/** Whatever is edited and taken back: what is stored is what coding every article anew would give. */
@PostgisTest
@Tag("slow")
class IncrementalRecodingTest {
    private static final int EDITS = 5;
    private static final int ARTICLES = 12;

    private final Desk desk;
    private Random random = new Random(0);
    private final List<String> words = new ArrayList<>();
    private List<String> places = List.of();

    IncrementalRecodingTest(DataSource database) {
        desk = new Desk(database);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isTheSameAsCodingEverythingAnew(long seed) {
        random = new Random(seed);
        desk.empty();
        var samples = new ArrayList<>(Desk.samples().entrySet());
        Collections.shuffle(samples, random);
        var chosen = samples.subList(0, ARTICLES);
        chosen.forEach(sample -> desk.take(sample.getKey(), null, sample.getValue()));
        chosen.forEach(sample -> words.addAll(List.of(sample.getValue().split("[\\s\\p{Punct}«»،؛]+"))));
        words.removeIf(word -> word.length() < 3);
        places = desk.jdbc
                .sql("select distinct place_id from mention where place_id is not null order by 1")
                .query(String.class)
                .list();
        desk.writeNames(places::contains);

        int applied = 0;
        var said = new ArrayList<String>();
        for (int i = 0; i < EDITS * 4 && applied < EDITS; i++) {
            try {
                if (random.nextInt(5) == 0 && desk.curation.version() > 0) {
                    undo(1 + random.nextInt((int) desk.curation.version()), said);
                } else {
                    apply(edit(), said);
                }
            } catch (EditRefused | UndoRefused e) {
                continue;
            }
            applied++;
            assertThat(desk.findings()).as("after %s", said).isEqualTo(desk.codedAnew(chosen));
        }
        assertThat(applied).isGreaterThan(EDITS / 2);
    }

    /** Applies an edit as it was rehearsed; sometimes it is taken back, which leaves no trace, and applied again. */
    private void apply(PlaceEdit edit, List<String> said) {
        var before = desk.events();
        var findings = desk.findings();
        var rehearsed = desk.curation.rehearse(edit, true, Progress.NONE);
        assertThat(desk.events()).isEqualTo(before);
        var change = desk.curation.apply(edit, "admin", Why.UNSAID, Progress.NONE);
        said.add(edit + " -> " + change.mentions() + " mentions, " + change.events() + " events");
        assertThat(change.mentions()).isEqualTo(rehearsed.mentionsChanged());
        assertThat(change.events()).isEqualTo(rehearsed.eventsChanged());
        if (random.nextInt(3) == 0) {
            var after = desk.events();
            desk.curation.undo(change.version(), "admin", Why.UNSAID, Progress.NONE);
            assertThat(desk.findings()).as("undone at once: %s", said).isEqualTo(findings);
            assertThat(desk.events()).as("undone at once: %s", said).isEqualTo(before);
            desk.curation.undo(change.version() + 1, "admin", Why.UNSAID, Progress.NONE);
            assertThat(desk.events()).as("done again: %s", said).isEqualTo(after);
        }
    }

    private void undo(long version, List<String> said) {
        var rehearsed = desk.curation.rehearseUndo(version, true, Progress.NONE);
        var undone = desk.curation.undo(version, "admin", Why.UNSAID, Progress.NONE);
        said.add("undo " + version + " -> " + undone.mentions() + " mentions, " + undone.events() + " events");
        assertThat(undone.events()).isEqualTo(rehearsed.eventsChanged());
    }

    private PlaceEdit edit() {
        var place = get(random.nextInt(3) > 0 ? ofAnEvent() : any(places));
        return switch (random.nextInt(9)) {
            case 0 -> new PlaceEdit.AddAlias(place.id(), place.version(), label());
            case 1 ->
                new PlaceEdit.Move(place.id(), place.version(), place.lon() + random.nextDouble() - 0.5, place.lat());
            case 2 -> {
                var other = get(any(places));
                yield new PlaceEdit.Merge(place.id(), place.version(), other.id(), other.version());
            }
            case 3 -> new PlaceEdit.Retire(place.id(), place.version());
            case 4 -> {
                var names = new ArrayList<>(place.names());
                if (!names.isEmpty()) {
                    names.remove(random.nextInt(names.size()));
                }
                names.add(label());
                yield new PlaceEdit.EditNames(place.id(), place.version(), names);
            }
            case 5 -> new PlaceEdit.Create(null, draft(place));
            case 6 ->
                new PlaceEdit.Split(
                        place.id(),
                        place.version(),
                        draft(place),
                        place.names().isEmpty() ? List.of() : List.of(any(place.names())));
            case 7 ->
                new PlaceEdit.Describe(
                        place.id(),
                        place.version(),
                        random.nextBoolean() ? any(words) : place.name(),
                        place.level(),
                        place.feature(),
                        place.country(),
                        place.admin1(),
                        random.nextInt(2_000_000));
            default -> decide();
        };
    }

    private String ofAnEvent() {
        return desk.jdbc
                .sql("select place_id from event_place order by event_id, place_id offset ? limit 1")
                .param(random.nextInt(count("event_place")))
                .query(String.class)
                .single();
    }

    private PlaceEdit decide() {
        var mention = desk.jdbc
                .sql("select id, surface from mention order by article_id, begin_cp offset ? limit 1")
                .param(random.nextInt(count("mention")))
                .query((row, _) -> Map.entry(row.getLong("id"), row.getString("surface")))
                .single();
        var scope =
                random.nextBoolean() ? new DecisionScope.Everywhere() : new DecisionScope.OneMention(mention.getKey());
        return new PlaceEdit.Decide(
                mention.getValue(), scope, random.nextInt(3) == 0 ? null : any(places), random.nextInt(5) == 0);
    }

    private PlaceDraft draft(PlaceState near) {
        return new PlaceDraft(
                any(words),
                PlaceLevel.SETTLEMENT,
                "PPL",
                near.country(),
                near.admin1(),
                near.lon(),
                near.lat(),
                0,
                List.of(label()));
    }

    /** A word or two as they stand in an article, so that it matters. */
    private PlaceLabel label() {
        int at = random.nextInt(words.size() - 1);
        var text = random.nextBoolean() ? words.get(at) : words.get(at) + " " + words.get(at + 1);
        return PlaceLabel.of(text, text.charAt(0) > 0x600 ? "ar" : null, NameKind.VARIANT);
    }

    private int count(String table) {
        return desk.jdbc
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    private PlaceState get(String id) {
        return desk.curation.find(id).orElseThrow();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
