package org.marsad.curation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Problem.Code;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.SurfaceForms;
import org.marsad.store.DecisionTable;
import org.marsad.store.LiveGazetteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns an edit into what it makes of places and decisions. Reads only. */
final class EditPlanner {
    private final JdbcClient jdbc;
    private final PlaceStates states;
    private final LiveGazetteer live;

    EditPlanner(JdbcClient jdbc, PlaceStates states, LiveGazetteer live) {
        this.jdbc = jdbc;
        this.states = states;
        this.live = live;
    }

    /**
     * @throws EditRefused where the edit is of a place that is not there
     * @throws EditConflict where the place is not as the admin saw it
     */
    EditPlan plan(PlaceEdit edit) {
        return switch (edit) {
            case PlaceEdit.Create create -> create(create);
            case PlaceEdit.AddAlias(String id, long version, PlaceLabel name) ->
                change(id, version, edit, place -> place.called(with(place.names(), List.of(name))));
            case PlaceEdit.EditNames(String id, long version, List<PlaceLabel> names) ->
                change(id, version, edit, place -> place.called(names));
            case PlaceEdit.Move(String id, long version, double lon, double lat, String country) ->
                change(id, version, edit, place -> place.movedTo(lon, lat, country));
            case PlaceEdit.Retire(String id, long version) ->
                change(id, version, edit, place -> place.retired(true, null));
            case PlaceEdit.Describe describe ->
                change(describe.place(), describe.version(), edit, place -> described(place, describe));
            case PlaceEdit.Merge merge -> merge(merge);
            case PlaceEdit.Split split -> split(split);
            case PlaceEdit.Decide decide -> decide(decide);
        };
    }

    private static PlaceState described(PlaceState place, PlaceEdit.Describe to) {
        return new PlaceState(
                place.id(),
                place.version(),
                to.name().strip(),
                to.level(),
                to.feature(),
                to.country(),
                to.admin1() == null || to.admin1().isBlank()
                        ? null
                        : to.admin1().strip(),
                place.lon(),
                place.lat(),
                to.population(),
                place.names(),
                place.retired(),
                place.mergedInto());
    }

    private EditPlan create(PlaceEdit.Create create) {
        return EditPlan.ofPlaces(
                List.of(),
                List.of(made(create.id(), create.place(), create.place().names())));
    }

    private PlaceState made(@Nullable String wanted, PlaceDraft draft, List<PlaceLabel> names) {
        var id = wanted == null || wanted.isBlank() ? freeId(draft.name()) : wanted.strip();
        var display = PlaceLabel.of(draft.name().isEmpty() ? "?" : draft.name(), null, NameKind.OFFICIAL);
        boolean named = names.stream().anyMatch(name -> name.text().equals(draft.name()));
        return new PlaceState(
                id,
                0,
                draft.name(),
                draft.level(),
                draft.feature(),
                draft.country(),
                draft.admin1() == null || draft.admin1().isBlank()
                        ? null
                        : draft.admin1().strip(),
                draft.lon(),
                draft.lat(),
                draft.population(),
                named ? names : with(List.of(display), names),
                false,
                null);
    }

    /** {@code marsad:diboli}, or {@code marsad:diboli-2} where that was ever taken. */
    private String freeId(String name) {
        var slug = SurfaceForms.key(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var base = "marsad:" + (slug.isEmpty() ? "place" : slug.substring(0, Math.min(60, slug.length())));
        var id = base;
        for (int i = 2; isTaken(id); i++) {
            id = base + "-" + i;
        }
        return id;
    }

    boolean isTaken(String id) {
        return states.find(id).isPresent()
                || !states.listVersionsAfter(id, -1).isEmpty()
                || jdbc.sql("select count(*) from place where id = ?")
                                .param(id)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private interface Change {
        PlaceState of(PlaceState place);
    }

    private EditPlan change(String id, long version, PlaceEdit edit, Change change) {
        var now = getSeen(id, version, edit, change);
        return EditPlan.ofPlaces(List.of(now), List.of(change.of(now)));
    }

    /** The place, which must be as the admin saw it. */
    private PlaceState getSeen(String id, long version, PlaceEdit edit, Change change) {
        var now = get(id);
        if (now.version() == version) {
            return now;
        }
        var seen = states.findAt(id, version).orElse(now);
        var mine = change.of(seen);
        boolean merges = PlaceDiff.DIFF.clashes(seen, now, mine).isEmpty();
        throw new EditConflict(
                seen, now, mine, merges ? rebased(edit, now, PlaceDiff.DIFF.merge(seen, now, mine)) : null);
    }

    /** The edit that makes what both wanted of a place as it is now. */
    private static @Nullable PlaceEdit rebased(PlaceEdit edit, PlaceState now, PlaceState merged) {
        long version = now.version();
        return switch (edit) {
            case PlaceEdit.AddAlias alias -> new PlaceEdit.AddAlias(alias.place(), version, alias.name());
            case PlaceEdit.EditNames names -> new PlaceEdit.EditNames(names.place(), version, merged.names());
            case PlaceEdit.Move move ->
                new PlaceEdit.Move(move.place(), version, move.lon(), move.lat(), move.country());
            case PlaceEdit.Retire retire -> new PlaceEdit.Retire(retire.place(), version);
            case PlaceEdit.Describe describe ->
                new PlaceEdit.Describe(
                        describe.place(),
                        version,
                        merged.name(),
                        merged.level(),
                        merged.feature(),
                        merged.country(),
                        merged.admin1(),
                        merged.population());
            case PlaceEdit.Merge merge ->
                merge.place().equals(now.id())
                        ? new PlaceEdit.Merge(merge.place(), version, merge.into(), merge.intoVersion())
                        : new PlaceEdit.Merge(merge.place(), merge.version(), merge.into(), version);
            case PlaceEdit.Split split -> new PlaceEdit.Split(split.place(), version, split.other(), split.names());
            case PlaceEdit.Create _, PlaceEdit.Decide _ -> null;
        };
    }

    private PlaceState get(String id) {
        return states.find(id)
                .orElseThrow(() -> new EditRefused(List.of(new Problem(
                        Code.BAD_VALUE, true, "there is no place " + id, List.of("place", id), List.of()))));
    }

    private EditPlan merge(PlaceEdit.Merge merge) {
        Change out = place -> place.retired(true, merge.into());
        var from = getSeen(merge.place(), merge.version(), merge, out);
        Change in = place -> place.called(with(place.names(), from.names()));
        var into = getSeen(merge.into(), merge.intoVersion(), merge, in);
        return EditPlan.ofPlaces(List.of(from, into), List.of(out.of(from), in.of(into)));
    }

    private EditPlan split(PlaceEdit.Split split) {
        Change less = place -> place.called(place.names().stream()
                .filter(name -> split.names().stream().noneMatch(name::isSameNameAs))
                .toList());
        var from = getSeen(split.place(), split.version(), split, less);
        var made = made(null, split.other(), with(split.other().names(), split.names()));
        return EditPlan.ofPlaces(List.of(from), List.of(less.of(from), made));
    }

    private static List<PlaceLabel> with(List<PlaceLabel> names, List<PlaceLabel> more) {
        var all = new ArrayList<>(names);
        for (var name : more) {
            if (all.stream().noneMatch(name::isSameNameAs)) {
                all.add(name);
            }
        }
        return all;
    }

    private EditPlan decide(PlaceEdit.Decide decide) {
        var key = key(decide);
        var before = live.edits().listDecisions().stream().filter(key::hasKeyOf).findFirst();
        var change = new EditPlan.DecisionChange(before.orElse(null), decide.withdrawn() ? null : key);
        return EditPlan.ofDecisions(before.isEmpty() && decide.withdrawn() ? List.of() : List.of(change));
    }

    private DecisionTable.Kept key(PlaceEdit.Decide decide) {
        var surface = SurfaceForms.key(decide.surface());
        return switch (decide.scope()) {
            case DecisionScope.Everywhere() -> new DecisionTable.Kept(surface, "all", "", "", -1, decide.place());
            case DecisionScope.OfSource(String source) ->
                new DecisionTable.Kept(surface, "source", source, "", -1, decide.place());
            case DecisionScope.OneMention(long mention) -> ofMention(surface, mention, decide.place());
        };
    }

    private DecisionTable.Kept ofMention(String surface, long mention, @Nullable String place) {
        return jdbc.sql("""
                        select encode(a.text_hash, 'hex') as text_hash, m.begin_cp - a.begin_cp as begin, m.surface
                        from mention m join article a on a.id = m.article_id where m.id = ?""")
                .param(mention)
                .query((row, _) -> new DecisionTable.Kept(
                        row.getString("surface").isEmpty() ? surface : row.getString("surface"),
                        "mention",
                        "",
                        row.getString("text_hash"),
                        row.getInt("begin"),
                        place))
                .optional()
                .orElseThrow(() -> new EditRefused(List.of(new Problem(
                        Code.BAD_VALUE,
                        true,
                        "there is no mention " + mention + " any more",
                        List.of("mention", Long.toString(mention)),
                        List.of()))));
    }
}
