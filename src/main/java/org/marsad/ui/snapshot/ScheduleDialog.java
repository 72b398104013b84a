package org.marsad.ui.snapshot;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.RecentDays;
import org.marsad.mapview.SavedView;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.schedule.RelativeDays;
import org.marsad.text.Language;

/** Plans a saved view: when, of which days, and how it is to look. */
final class ScheduleDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int MILLIS = 8000;
    private static final int MOST_DAYS = 3660;

    private final transient SnapshotDesk desk;
    private final transient Language reader;
    private final Select<SavedView> view = new Select<>();
    private final IntegerField days = new IntegerField();
    private final TimePicker at = new TimePicker();
    private final ComboBox<String> zone = new ComboBox<>();
    private final SnapshotForm form;

    ScheduleDialog(SnapshotDesk desk, Language reader, Runnable planned) {
        this.desk = desk;
        this.reader = reader;
        addClassName("m-snap-dialog");
        setHeaderTitle(desk.say(reader, "schedule.plan"));
        setWidth("min(620px, 96vw)");
        form = new SnapshotForm(desk, reader);
        var views = desk.views().list(desk.user());
        view.setLabel(desk.say(reader, "schedule.view"));
        view.setItems(views);
        view.setItemLabelGenerator(one -> one == null ? "" : one.name());
        view.addValueChangeListener(change -> {
            var chosen = change.getValue();
            form.setTitleText(chosen.name());
            boolean moves =
                    RecentDays.find(SavedViews.parameters(chosen.query())).isPresent();
            days.setHelperText(desk.say(reader, moves ? "schedule.daysMove" : "schedule.daysHow"));
            days.setValue(RelativeDays.meantBy(
                            chosen.query(),
                            chosen.changedAt().atZone(ZoneId.systemDefault()).toLocalDate())
                    .orElse(null));
        });
        days.setLabel(desk.say(reader, "schedule.days"));
        days.setHelperText(desk.say(reader, "schedule.daysHow"));
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setStepButtonsVisible(true);
        at.setLabel(desk.say(reader, "schedule.at"));
        at.setStep(Duration.ofMinutes(30));
        at.setValue(LocalTime.of(6, 0));
        zone.setLabel(desk.say(reader, "schedule.zone"));
        zone.setItems(new TreeSet<>(ZoneId.getAvailableZoneIds()));
        zone.setValue(ZoneId.systemDefault().getId());
        for (var field : List.<Component>of(zone, at, days, view)) {
            form.addComponentAsFirst(field);
        }
        add(form);
        if (views.isEmpty()) {
            add(new Paragraph(desk.say(reader, "schedule.noViews")));
        }
        var plan = new Button(desk.say(reader, "schedule.planIt"), click -> plan(planned));
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        plan.setEnabled(!views.isEmpty());
        getFooter().add(new Button(desk.say(reader, "filter.cancel"), click -> close()), plan);
    }

    private void plan(Runnable planned) {
        var chosen = view.getValue();
        if (chosen == null || at.getValue() == null || zone.getValue() == null || days.isInvalid()) {
            view.setInvalid(chosen == null);
            view.setErrorMessage(desk.say(reader, "schedule.view"));
            return;
        }
        if (!form.isComplete(desk.say(reader, "snapshot.titleMissing"))) {
            return;
        }
        try {
            desk.schedules()
                    .save(
                            desk.user(),
                            chosen.id(),
                            form.draft(EventFilter.ALL, null, chosen.name()),
                            days.getValue(),
                            at.getValue(),
                            ZoneId.of(zone.getValue()));
            close();
            planned.run();
        } catch (SnapshotRefusedException e) {
            Notification.show(desk.refusal(e, reader), MILLIS, Notification.Position.TOP_CENTER);
        }
    }
}
