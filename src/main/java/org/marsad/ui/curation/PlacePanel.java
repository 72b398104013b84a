package org.marsad.ui.curation;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.DataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.Curation.Found;
import org.marsad.curation.Curation.Why;
import org.marsad.curation.EditConflict;
import org.marsad.curation.EditRefused;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.PlaceLabel;
import org.marsad.curation.PlaceState;
import org.marsad.curation.Problem;

/** A place, and what can be done to it: one edit at a time, checked as it is written. */
final class PlacePanel extends ActPanel<PlacePanel.Act> {
    private static final long serialVersionUID = 1;
    private static final int FOUND = 30;

    /** What can be done to a place. */
    enum Act {
        CREATE,
        NAMES,
        MOVE,
        DESCRIBE,
        MERGE,
        SPLIT,
        RETIRE
    }

    /** What the panel asks of the page. */
    interface Host {
        void rehearse(PlaceEdit edit, Why why);

        void conflict(EditConflict conflict, Why why);

        void open(String place);

        void close();

        /** The place is to be drawn there. */
        void showPin(String name, double lon, double lat, boolean movable, double @Nullable [] was);

        /** Places to be drawn beside it. */
        void showNeighbours(List<Found> near, List<Found> namesakes);
    }

    private final transient Host host;
    private final PlaceFields fields;
    private final NamesEditor names;
    private final ComboBox<Found> into;
    private final Neighbours neighbours;
    private Act act = Act.CREATE;
    private transient @Nullable PlaceState place;

    PlacePanel(CurationDesk desk, GazetteerWords words, Host host) {
        super(
                desk,
                words,
                words.say("acts"),
                Act.class,
                List.of(Act.NAMES, Act.MOVE, Act.DESCRIBE, Act.MERGE, Act.SPLIT, Act.RETIRE));
        this.host = host;
        fields = new PlaceFields(words, this::changed);
        names = new NamesEditor(words, this::changed);
        into = places(words.say("merge.into"));
        into.addValueChangeListener(change -> changed());
        neighbours = new Neighbours(words);
        lay(host::close, into, fields, names, problems, neighbours);
    }

    private ComboBox<Found> places(String label) {
        var box = new ComboBox<Found>(label);
        box.setItemLabelGenerator(words::found);
        box.setItems(DataProvider.fromFilteringCallbacks(
                query -> find(query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> (int) find(query.getFilter().orElse("")).count()));
        box.setClearButtonVisible(true);
        box.setWidthFull();
        return box;
    }

    private Stream<Found> find(String text) {
        return desk.curation().search(text, FOUND).stream()
                .filter(found -> place == null || !found.place().id().equals(place.id()));
    }

    /** A place as it is. */
    void show(PlaceState shown) {
        place = shown;
        showFacts(shown.name(), words.whereabouts(shown), "place", shown.id(), shown.version(), shown.retired());
        var merged = shown.mergedInto();
        if (merged != null) {
            facts.add(Rows.link(words.say("places.mergedInto", merged), () -> host.open(merged)));
        }
        show(Act.NAMES);
    }

    /** A place that is not there yet. */
    void create(String name, @Nullable Double lon, @Nullable Double lat, @Nullable String from) {
        place = null;
        showNew(words.say("act.create"));
        fields.show(name, lon, lat);
        names.show(List.of());
        if (from != null) {
            why.setSource(from);
        }
        show(Act.CREATE);
        if (!isLatin(name)) {
            names.show(List.of(PlaceLabel.of(name, "ar", org.marsad.gazetteer.NameKind.OFFICIAL)));
            fields.show("", lon, lat);
        }
        fields.setNameFocused();
        changed();
    }

    @Override
    void show(Act next) {
        act = next;
        mark(next);
        boolean retired = place != null && place.retired();
        about.setText(retired ? words.say("places.retiredHow") : words.say("act." + word(next) + "How"));
        into.setVisible(next == Act.MERGE);
        into.clear();
        fields.setVisible(Set.of(Act.CREATE, Act.MOVE, Act.DESCRIBE, Act.SPLIT).contains(next));
        fields.ask(next != Act.MOVE, next != Act.DESCRIBE);
        names.setVisible(Set.of(Act.CREATE, Act.NAMES, Act.SPLIT).contains(next));
        names.setChoosing(next == Act.SPLIT);
        if (place != null) {
            names.show(place.names());
            fields.show(place);
            if (next == Act.SPLIT) {
                fields.show("", place.lon(), place.lat());
                if (place.country() != null) {
                    fields.setCountry(place.country());
                }
            }
        }
        why.setVisible(!retired);
        changed();
    }

    /** The pin was put elsewhere on the map. */
    void moveTo(double lon, double lat) {
        if (place != null && act != Act.MOVE && act != Act.SPLIT) {
            show(Act.MOVE);
        }
        fields.setPosition(lon, lat);
        changed();
    }

    /** Draws, looks for neighbours and checks what is written now. */
    private void changed() {
        drawPin();
        showNeighbours();
        problems.show(List.of());
        if (place != null && place.retired()) {
            return;
        }
        try {
            edit().filter(PlacePanel::isSomething).ifPresent(edit -> problems.show(worthSaying(edit)));
        } catch (EditRefused e) {
            problems.show(e.problems());
        } catch (EditConflict e) {
            host.conflict(e, why.get());
        } catch (IllegalArgumentException e) {
            problems.say(String.valueOf(e.getMessage()));
        }
    }

    /** That nothing has changed yet goes without saying while one begins. */
    private List<Problem> worthSaying(PlaceEdit edit) {
        return desk.curation().check(edit).stream()
                .filter(problem -> problem.code() != Problem.Code.NO_CHANGE)
                .filter(problem ->
                        act != Act.CREATE || !fields.name().isEmpty() || problem.code() != Problem.Code.NO_NAME)
                .toList();
    }

    private static boolean isSomething(PlaceEdit edit) {
        return !(edit instanceof PlaceEdit.Create create)
                || !create.place().name().isEmpty();
    }

    private void drawPin() {
        boolean movable = place == null || !place.retired();
        boolean moving = act == Act.CREATE || act == Act.MOVE || act == Act.SPLIT;
        var at = moving ? fields.position() : Optional.<double[]>empty();
        if (at.isPresent() && isOnEarth(at.get())) {
            var was = place == null ? null : new double[] {place.lon(), place.lat()};
            var name = act == Act.MOVE && place != null ? place.name() : fields.name();
            host.showPin(name, at.get()[0], at.get()[1], movable, was);
        } else if (place != null) {
            host.showPin(place.name(), place.lon(), place.lat(), movable, null);
        }
    }

    private static boolean isOnEarth(double[] at) {
        return Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90;
    }

    private void showNeighbours() {
        var at = fields.position().filter(PlacePanel::isOnEarth);
        var self = place == null ? "" : place.id();
        List<Found> near = at.map(point -> desk.curation().listNear(point[0], point[1], 15, 6).stream()
                        .filter(found -> !found.place().id().equals(self))
                        .toList())
                .orElse(List.of());
        var known = new ArrayList<String>(
                names.names().stream().map(PlaceLabel::text).toList());
        if (act == Act.CREATE && !fields.name().isEmpty()) {
            known.add(fields.name());
        }
        var point = at.orElse(new double[] {0, 0});
        List<Found> namesakes = known.isEmpty()
                ? List.of()
                : desk.curation().listNamesakes(known, point[0], point[1], self.isEmpty() ? null : self, 6);
        neighbours.show(near, namesakes);
        host.showNeighbours(near, namesakes);
    }

    /** What is written now as an edit; empty where something is missing. */
    private Optional<PlaceEdit> edit() {
        var seen = place;
        if (seen == null) {
            return fields.draft(names.names()).map(draft -> new PlaceEdit.Create(null, draft));
        }
        return switch (act) {
            case CREATE -> Optional.empty();
            case NAMES -> Optional.of(names(seen));
            case MOVE ->
                fields.position()
                        .map(at -> new PlaceEdit.Move(seen.id(), seen.version(), at[0], at[1], fields.country()));
            case DESCRIBE -> Optional.of(fields.described(seen));
            case MERGE ->
                Optional.ofNullable(into.getValue())
                        .map(Found::place)
                        .map(other -> new PlaceEdit.Merge(seen.id(), seen.version(), other.id(), other.version()));
            case SPLIT ->
                fields.draft(List.of())
                        .filter(draft -> !draft.name().isEmpty())
                        .map(draft ->
                                new PlaceEdit.Split(seen.id(), seen.version(), draft, List.copyOf(names.chosen())));
            case RETIRE -> Optional.of(new PlaceEdit.Retire(seen.id(), seen.version()));
        };
    }

    /** One more name is an edit of its own, which two admins can make at once. */
    private PlaceEdit names(PlaceState seen) {
        var now = names.names();
        var added = now.stream().filter(name -> !seen.names().contains(name)).toList();
        return now.size() == seen.names().size() + 1 && added.size() == 1 && now.containsAll(seen.names())
                ? new PlaceEdit.AddAlias(seen.id(), seen.version(), added.getFirst())
                : new PlaceEdit.EditNames(seen.id(), seen.version(), now);
    }

    @Override
    void rehearse() {
        if (names.isWriting()) {
            problems.say(words.say("names.unfinished"));
            return;
        }
        var edit = edit();
        if (edit.isEmpty()) {
            problems.say(words.say("act." + word(act) + "Missing"));
            return;
        }
        if (why.isSaid()) {
            host.rehearse(edit.get(), why.get());
        }
    }

    /** Whether nothing would be lost by showing another place. */
    boolean isUnchanged() {
        var shown = place;
        return shown != null && act == Act.NAMES && names.names().equals(shown.names()) && !names.isWriting();
    }

    /** A place was chosen on the map: the one to merge into. */
    void pick(String id) {
        if (act == Act.MERGE && place != null && !id.equals(place.id())) {
            desk.curation().find(id).ifPresent(other -> into.setValue(new Found(other, other.name(), null)));
        }
    }
}
