package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
class IncrementalRecodingTest extends RandomEdits {
    private static final int EDITS = 5;

    private List<String> places = List.of();

    IncrementalRecodingTest(DataSource database) {
        super(database);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isTheSameAsCodingEverythingAnew(long seed) {
        store(seed);
        chosen.forEach(sample -> addWords(sample.getValue()));
        places = desk.jdbc
                .sql("select distinct place_id from mention where place_id is not null order by 1")
                .query(String.class)
                .list();
        desk.writeNames(places::contains);
        run(EDITS);
    }

    /** Sometimes it is taken back at once, which leaves no trace, and applied again. */
    @Override
    Changeset apply(Edit edit) {
        var before = desk.events();
        var findings = desk.findings();
        var change = super.apply(edit);
        if (random.nextInt(3) == 0) {
            var after = desk.events();
            desk.curation.undo(change.version(), "admin", Why.UNSAID, Progress.NONE);
            assertThat(desk.findings()).as("undone at once: %s", said).isEqualTo(findings);
            assertThat(desk.events()).as("undone at once: %s", said).isEqualTo(before);
            desk.curation.undo(change.version() + 1, "admin", Why.UNSAID, Progress.NONE);
            assertThat(desk.events()).as("done again: %s", said).isEqualTo(after);
        }
        return change;
    }

    @Override
    PlaceEdit edit() {
        var place = get(random.nextInt(3) > 0 ? ofAnEvent() : any(places));
        return switch (random.nextInt(10)) {
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
            case 8 -> {
                var there = get(any(places));
                yield new PlaceEdit.Move(place.id(), place.version(), there.lon(), there.lat(), there.country());
            }
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

    private PlaceLabel label() {
        var text = stretch();
        return PlaceLabel.of(text, isArabic(text) ? "ar" : null, NameKind.VARIANT);
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
}
