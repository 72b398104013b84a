package org.marsad.ui.dashboard;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.EventFilter;
import org.marsad.text.Language;

/** First and last day, usual ranges, and whether events without a date are shown. */
final class TimeFilter extends Div {
    private static final long serialVersionUID = 1;

    private final DatePicker from;
    private final DatePicker to;
    private final Checkbox undated;
    private final Map<NativeButton, Range> presets = new LinkedHashMap<>();

    private record Range(@Nullable LocalDate from, @Nullable LocalDate to) {}

    TimeFilter(Words words, Consumer<UnaryOperator<EventFilter>> edited) {
        from = picker(words, "filter.from");
        to = picker(words, "filter.to");
        undated = new Checkbox(words.say("filter.undated"), true);
        var today = LocalDate.now();
        preset(words, "filter.all", new Range(null, null), edited);
        preset(words, "filter.days30", new Range(today.minusDays(29), today), edited);
        preset(words, "filter.months12", new Range(today.minusMonths(12).plusDays(1), today), edited);
        preset(words, "filter.thisYear", new Range(today.withDayOfYear(1), today), edited);
        from.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited.accept(filter -> range(filter, change.getValue(), filter.to(), true));
            }
        });
        to.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited.accept(filter -> range(filter, filter.from(), change.getValue(), false));
            }
        });
        undated.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited.accept(filter -> filter.withUndated(change.getValue()));
            }
        });
        var buttons = new Div();
        buttons.addClassName("m-choices");
        presets.keySet().forEach(buttons::add);
        var days = new Div(from, to);
        days.addClassName("m-days");
        add(buttons, days, undated);
        addClassName("m-time-filter");
    }

    void show(EventFilter filter) {
        from.setValue(filter.from());
        to.setValue(filter.to());
        from.setMax(filter.to());
        to.setMin(filter.from());
        undated.setValue(filter.undated());
        presets.forEach((button, range) -> button.getElement()
                .setAttribute("aria-pressed", Boolean.toString(range.equals(new Range(filter.from(), filter.to())))));
    }

    /** A day beyond the other bound takes that bound away, rather than being refused. */
    private static EventFilter range(
            EventFilter filter, @Nullable LocalDate from, @Nullable LocalDate to, boolean keepFrom) {
        if (from != null && to != null && to.isBefore(from)) {
            return keepFrom ? filter.withRange(from, null) : filter.withRange(null, to);
        }
        return filter.withRange(from, to);
    }

    private void preset(Words words, String key, Range range, Consumer<UnaryOperator<EventFilter>> edited) {
        var button = new NativeButton(
                words.say(key), click -> edited.accept(filter -> filter.withRange(range.from(), range.to())));
        button.addClassName("m-choice");
        presets.put(button, range);
    }

    /** A field for a day, in the reader's language. */
    static DatePicker picker(Words words, String label) {
        var picker = new DatePicker(words.say(label));
        var locale = words.locale();
        picker.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormats("d.M.yyyy", "d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy")
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(weekdays(words, TextStyle.FULL_STANDALONE))
                .setWeekdaysShort(weekdays(words, TextStyle.SHORT_STANDALONE))
                .setFirstDayOfWeek(words.language() == Language.AR ? 6 : 1)
                .setToday(words.say("filter.today"))
                .setCancel(words.say("filter.cancel")));
        picker.setClearButtonVisible(true);
        picker.setPlaceholder(words.say("filter.any"));
        return picker;
    }

    private static List<String> weekdays(Words words, TextStyle style) {
        return List.of(
                        DayOfWeek.SUNDAY,
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY,
                        DayOfWeek.SATURDAY)
                .stream()
                .map(day -> day.getDisplayName(style, words.locale()))
                .toList();
    }
}
