package org.marsad.ui.dashboard;

import com.ibm.icu.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.event.Role;
import org.marsad.geo.BorderId;
import org.marsad.mapview.BorderNames;
import org.marsad.mapview.EventFilter;
import org.marsad.mapview.EventSummary;
import org.marsad.mapview.EventSummary.Deaths;
import org.marsad.mapview.EventSummary.NamedPlace;
import org.marsad.mapview.EventWords;
import org.marsad.mapview.Phrases;
import org.marsad.text.Language;
import org.marsad.ui.i18n.DateWords;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.ReasonWords;

/** What the dashboard says, in one language. */
final class Words implements Phrases {
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

    @Override
    public Language language() {
        return language;
    }

    Locale locale() {
        return locale;
    }

    @Override
    public String say(String key, Object... parameters) {
        return messages.getTranslation(key, locale, parameters);
    }

    @Override
    public boolean has(String key) {
        return messages.has(key, locale);
    }

    String number(double value) {
        return NumberFormat.getInstance(Messages.numbers(language)).format(value);
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

    @Override
    public String range(LocalDate from, LocalDate to) {
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

    String border(BorderId id) {
        return BorderNames.name(id, language);
    }

    /** Why the coder took a name for a place. */
    String reason(String because) {
        return reasons.of(because, locale);
    }

    /** Where an event happened, as its heading says it. */
    String where(EventSummary event) {
        return EventWords.where(
                event.border(), event.places().stream().map(NamedPlace::name).toList(), this);
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
        return EventWords.who(event.actors(), this);
    }
}
