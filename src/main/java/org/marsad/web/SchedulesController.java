package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.SavedViews;
import org.marsad.snapshot.SnapshotRefusedException;
import org.marsad.snapshot.SnapshotRefusedException.Reason;
import org.marsad.snapshot.schedule.Schedule;
import org.marsad.snapshot.schedule.Schedules;
import org.marsad.snapshot.store.DraftJson;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Views that become snapshots by themselves: the caller's own, for an admin everybody's. */
@RestController
@RequestMapping("/api/v1/schedules")
class SchedulesController {
    private final Schedules schedules;
    private final SavedViews views;

    SchedulesController(Schedules schedules, SavedViews views) {
        this.schedules = schedules;
        this.views = views;
    }

    @GetMapping
    List<Schedule> list(HttpServletRequest request) {
        return schedules.list(ownerOf(request));
    }

    /** As a snapshot is asked for, with {@code view} (its name), {@code time}, {@code zone} and, or not, {@code lastDays}. */
    @PostMapping
    Schedule save(@RequestBody JsonNode asked, HttpServletRequest request) {
        var account = request.getUserPrincipal().getName();
        var name = asked.path("view").asString("");
        var view = views.find(account, name)
                .orElseThrow(
                        () -> new SnapshotRefusedException(Reason.MISSING, "you have no saved view '" + name + "'"));
        var days = asked.path("lastDays");
        return schedules.save(
                account,
                view.id(),
                DraftJson.read(asked.toString()),
                days.isInt() ? Integer.valueOf(days.asInt()) : null,
                time(asked.path("time").asString("06:00")),
                zone(asked.path("zone").asString(ZoneId.systemDefault().getId())));
    }

    @DeleteMapping("/{id}")
    void delete(@PathVariable long id, HttpServletRequest request) {
        if (!schedules.delete(id, ownerOf(request))) {
            throw new SnapshotRefusedException(Reason.MISSING, "you have no schedule " + id);
        }
    }

    /** Null where all may be seen. */
    private static @Nullable String ownerOf(HttpServletRequest request) {
        return request.isUserInRole("ADMIN") ? null : request.getUserPrincipal().getName();
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new BadParameterException("time", "'" + text + "' is not a time such as 06:00");
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadParameterException("zone", "'" + text + "' is not a zone such as Africa/Bamako");
        }
    }
}
