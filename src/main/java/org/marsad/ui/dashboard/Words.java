package org.marsad.ui.dashboard;

import com.ibm.icu.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.Role;
import org.marsad.geo.BorderId;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.DrawnArea;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventSummary;
import org.marsad.mapview.EventSummary.Deaths;
import org.marsad.mapview.EventSummary.NamedActor;
import org.marsad.mapview.EventSummary.NamedPlace;
import org.marsad.text.Language;
import org.marsad.ui.i18n.DateWords;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.ReasonWords;

/** What the dashboard says, in one language. */
final class Words {
    private final Messages messages;
    private final Language language;
    private final Locale locale;
    private final DateWords dates;
    private final ReasonWords reasons;

    Words(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.locale = Locale.of(language.tag());
        this.dates = new DateWords(messages);
        this.reasons = new ReasonWords(messages);
    }

    Language language() {
        return language;
    }

    Locale locale() {
        return locale;
    }

    String say(String key, Object... parameters) {
        return messages.getTranslation(key, locale, parameters);
    }

    String number(double value) {
        return NumberFormat.getInstance(Messages.numbers(language)).format(value);
    }

    /** An ACLED or PLOVER word that has no translation is shown as the codebook has it. */
    String sayOr(String key, String otherwise) {
        return messages.has(key, locale) ? say(key) : otherwise;
    }

    String type(String plover) {
        return sayOr("type." + plover, plover);
    }

    /** ACLED's sub-event, by a key made of its letters. */
    String acled(String name) {
        return sayOr("acled." + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-"), name);
    }

    String date(EventSummary event) {
        return dates.of(event.start(), event.end(), event.datePrecision(), language);
    }

    String date(@Nullable LocalDate start, @Nullable LocalDate end, String precision) {
        return dates.of(start, end, precision, language);
    }

    String day(LocalDate day) {
        return dates.day(day, language);
    }

    String range(LocalDate from, LocalDate to) {
        return dates.range(from, to, language);
    }

    /** Day and time of the clock that the server runs by. */
    String moment(Instant at) {
        var local = at.atZone(ZoneId.systemDefault());
        return day(local.toLocalDate()) + " "
                + String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
    }

    String country(String iso2) {
        return BorderNames.country(iso2, language);
    }

    /** A first administrative division such as {@code ML:Mopti}, by its Latin name. */
    String region(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    /** Actors of a kind; a kind that is new here stays as the registry has it. */
    String kind(String kind) {
        return sayOr("kind." + kind, kind);
    }

    /** A data set by its own name; what was coded here from articles in the reader's words. */
    String source(String id, String name) {
        if (id.equals(EventFilter.ARTICLES)) {
            return say("source.articles");
        }
        return id.equals(name) ? id.toUpperCase(Locale.ROOT) : name;
    }

    static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** A drawn area in words. */
    String area(DrawnArea area) {
        return switch (area) {
            case DrawnArea.Box box ->
                say(
                        "chips.box",
                        degrees(box.south(), "N", "S"),
                        degrees(box.north(), "N", "S"),
                        degrees(box.west(), "E", "W"),
                        degrees(box.east(), "E", "W"));
            case DrawnArea.Circle circle ->
                say(
                        "chips.circle",
                        Math.round(circle.km()),
                        degrees(circle.lat(), "N", "S"),
                        degrees(circle.lon(), "E", "W"));
            case DrawnArea.Outline _ -> say("chips.polygon");
        };
    }

    private static String degrees(double value, String positive, String negative) {
        // Left to right even within Arabic.
        return String.format(Locale.ROOT, "\u2066%.1f° %s\u2069", Math.abs(value), value < 0 ? negative : positive);
    }

    String border(BorderId id) {
        return BorderNames.name(id, language);
    }

    /** Why the coder took a name for a place. */
    String reason(String because) {
        return reasons.of(because, locale);
    }

    /** Where an event happened, as its heading says it. */
    String where(EventSummary event) {
        if (event.border() != null) {
            return say("place.along", border(BorderId.parse(event.border())));
        }
        return event.places().isEmpty()
                ? say("place.unknown")
                : event.places().stream().map(NamedPlace::name).collect(Collectors.joining(say("list.comma")));
    }

    String deaths(Deaths deaths) {
        var best = deaths.best();
        if (best != null && best.equals(deaths.low()) && best.equals(deaths.high())) {
            return say("deaths.exactly", best);
        }
        if (deaths.low() != null && deaths.high() != null && !deaths.low().equals(deaths.high())) {
            return say("deaths.between", deaths.low(), deaths.high());
        }
        if (best != null) {
            return say("deaths.exactly", best);
        }
        return say("deaths.least", deaths.low() == null ? 0 : deaths.low());
    }

    /** Who did it, then to whom: JNIM → Malian Armed Forces. */
    String actors(EventSummary event) {
        var doers = event.actors().stream()
                .filter(actor -> !actor.role().equals("target"))
                .map(NamedActor::name)
                .distinct()
                .collect(Collectors.joining(say("list.comma")));
        var targets = event.actors().stream()
                .filter(actor -> actor.role().equals("target"))
                .map(NamedActor::name)
                .distinct()
                .collect(Collectors.joining(say("list.comma")));
        if (targets.isEmpty()) {
            return doers;
        }
        return doers.isEmpty() ? say("actors.against", targets) : say("actors.onto", doers, targets);
    }
}
