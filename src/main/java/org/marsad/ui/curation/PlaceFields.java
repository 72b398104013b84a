package org.marsad.ui.curation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marsad.curation.PlaceDraft;
import org.marsad.curation.PlaceEdit;
import org.marsad.curation.PlaceLabel;
import org.marsad.curation.PlaceState;
import org.marsad.gazetteer.PlaceLevel;

/** What a place is and where: the fields but its names. */
final class PlaceFields extends Div {
    private static final long serialVersionUID = 1;
    private static final int TYPING_MILLIS = 350;

    private final TextField name;
    private final Select<PlaceLevel> level = new Select<>();
    private final TextField feature;
    private final ComboBox<String> country;
    private final TextField admin1;
    private final IntegerField population;
    private final NumberField lat;
    private final NumberField lon;
    private final Runnable changed;

    /**
     * @param changed whenever one who types has changed something
     */
    PlaceFields(GazetteerWords words, Runnable changed) {
        this.changed = changed;
        addClassName("m-fields");
        name = new TextField(words.say("field.name"));
        name.setMaxLength(PlaceLabel.LONGEST);
        level.setLabel(words.say("field.level"));
        level.setItems(PlaceLevel.values());
        level.setItemLabelGenerator(words::level);
        level.setValue(PlaceLevel.SETTLEMENT);
        feature = new TextField(words.say("field.feature"));
        feature.setValue("PPL");
        feature.setMaxLength(10);
        country = new ComboBox<>(words.say("field.country"));
        country.setItems(words.listCountries());
        country.setItemLabelGenerator(words::country);
        country.setClearButtonVisible(true);
        admin1 = new TextField(words.say("field.admin1"));
        population = new IntegerField(words.say("field.population"));
        population.setMin(0);
        lat = degrees(words.say("field.lat"));
        lon = degrees(words.say("field.lon"));
        for (var field : List.of(name, feature, admin1)) {
            field.getElement().setAttribute("dir", "auto");
            lazily(field);
            field.addValueChangeListener(change -> told(change.isFromClient()));
        }
        for (var field : List.of(lat, lon)) {
            lazily(field);
            field.addValueChangeListener(change -> told(change.isFromClient()));
        }
        lazily(population);
        population.addValueChangeListener(change -> told(change.isFromClient()));
        level.addValueChangeListener(change -> told(change.isFromClient()));
        country.addValueChangeListener(change -> told(change.isFromClient()));
        name.addClassName("m-field-wide");
        add(name, level, feature, country, admin1, lat, lon, population);
    }

    private static void lazily(HasValueChangeMode field) {
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_MILLIS);
    }

    private void told(boolean typed) {
        if (typed) {
            changed.run();
        }
    }

    private static NumberField degrees(String label) {
        var field = new NumberField(label);
        field.setStep(0.00001);
        return field;
    }

    /** Which fields are asked for; the country in any case, for it is of both. */
    void ask(boolean what, boolean where) {
        List.<Component>of(name, level, feature, admin1, population).forEach(field -> field.setVisible(what));
        List.<Component>of(lat, lon).forEach(field -> field.setVisible(where));
    }

    void show(PlaceState place) {
        name.setValue(place.name());
        level.setValue(place.level());
        feature.setValue(place.feature());
        country.setValue(place.country());
        admin1.setValue(place.admin1() == null ? "" : place.admin1());
        population.setValue((int) Math.min(Integer.MAX_VALUE, place.population()));
        setPosition(place.lon(), place.lat());
    }

    void show(String wanted, @Nullable Double atLon, @Nullable Double atLat) {
        name.setValue(wanted);
        lon.setValue(atLon);
        lat.setValue(atLat);
    }

    void setPosition(double atLon, double atLat) {
        lon.setValue(atLon);
        lat.setValue(atLat);
    }

    void setCountry(String iso2) {
        country.setValue(iso2);
    }

    @Nullable
    String country() {
        return country.getValue();
    }

    void setNameFocused() {
        name.focus();
    }

    String name() {
        return name.getValue().strip();
    }

    /** Longitude and latitude, where both are given. */
    Optional<double[]> position() {
        var x = lon.getValue();
        var y = lat.getValue();
        return x == null || y == null ? Optional.empty() : Optional.of(new double[] {x, y});
    }

    /** The place described; empty where no position is given. */
    Optional<PlaceDraft> draft(List<PlaceLabel> names) {
        return position()
                .map(at -> new PlaceDraft(
                        name(),
                        level.getValue(),
                        feature.getValue().strip(),
                        country.getValue(),
                        blank(admin1.getValue()),
                        at[0],
                        at[1],
                        population(),
                        names));
    }

    PlaceEdit.Describe described(PlaceState place) {
        return new PlaceEdit.Describe(
                place.id(),
                place.version(),
                name(),
                level.getValue(),
                feature.getValue().strip(),
                country.getValue(),
                blank(admin1.getValue()),
                population());
    }

    private long population() {
        var count = population.getValue();
        return count == null ? 0 : count;
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
