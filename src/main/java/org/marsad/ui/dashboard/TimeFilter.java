package org.marsad.ui.dashboard;

import com.vaadin.flow.component.Component;
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
import org.marsad.mapview.EventCounts;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;
import org.marsad.text.Language;

/** First and last day, usual ranges, and whether events without a date are shown. */
final class TimeFilter extends Div implements FilterPart {
    private static final long serialVersionUID = 1;

    private final DatePicker from;
    private final DatePicker to;
    private final Checkbox undated;
    private final NativeButton all;
    private final Map<NativeButton, RecentDays> presets = new LinkedHashMap<>();

    /**
     * @param edited is told of a change of the filter
     * @param recent is told of days that are to stay the last ones
     */
    TimeFilter(Words words, Consumer<UnaryOperator<EventFilter>> edited, Consumer<RecentDays> recent) {
        from = picker(words, "filter.from");
        to = picker(words, "filter.to");
        undated = new Checkbox(words.say("filter.undated"), true);
        all = choice(words.say("filter.all"), () -> edited.accept(filter -> filter.withRange(null, null)));
        preset(words, "filter.days7", RecentDays.days(7), recent);
        preset(words, "filter.days30", RecentDays.days(30), recent);
        preset(words, "filter.months12", RecentDays.months(12), recent);
        preset(words, "filter.thisYear", RecentDays.thisYear(), recent);
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
        var buttons = new Div(all);
        buttons.addClassName("m-choices");
        presets.keySet().forEach(buttons::add);
        var days = new Div(from, to);
        days.addClassName("m-days");
        add(buttons, days, undated);
        addClassName("m-time-filter");
    }

    @Override
    public List<Component> content() {
        return List.of(this);
    }

    @Override
    public void show(EventFilter filter, @Nullable RecentDays recent, EventCounts counts) {
        from.setValue(filter.from());
        to.setValue(filter.to());
        from.setMax(filter.to());
        to.setMin(filter.from());
        undated.setValue(filter.undated());
        press(all, filter.from() == null && filter.to() == null);
        presets.forEach((button, days) -> press(button, days.equals(recent)));
    }

    @Override
    public void count(EventFilter passing, EventCounts counts) {
        // The timeline shows the range that is brushed.
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }

    /** A day beyond the other bound takes that bound away, rather than being refused. */
    private static EventFilter range(
            EventFilter filter, @Nullable LocalDate from, @Nullable LocalDate to, boolean keepFrom) {
        if (from != null && to != null && to.isBefore(from)) {
            return keepFrom ? filter.withRange(from, null) : filter.withRange(null, to);
        }
        return filter.withRange(from, to);
    }

    private void preset(Words words, String key, RecentDays days, Consumer<RecentDays> recent) {
        var button = choice(words.say(key), () -> recent.accept(days));
        button.setTitle(words.say("filter.recentHow"));
        presets.put(button, days);
    }

    private static NativeButton choice(String text, Runnable chosen) {
        var button = new NativeButton(text, click -> chosen.run());
        button.addClassName("m-choice");
        return button;
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
