package org.marsad.ui.curation;

import com.ibm.icu.text.NumberFormat;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marsad.coding.reading.EventKind;
import org.marsad.coding.reading.LemmaParts;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.curation.ActorState;
import org.marsad.curation.Curation.Found;
import org.marsad.curation.PlaceLabel;
import org.marsad.curation.PlaceState;
import org.marsad.curation.Problem;
import org.marsad.curation.Rehearsal.Whereabouts;
import org.marsad.gazetteer.NameKind;
import org.marsad.gazetteer.PlaceLevel;
import org.marsad.geo.BorderId;
import org.marsad.mapview.BorderNames;
import org.marsad.text.Language;
import org.marsad.ui.i18n.DateWords;
import org.marsad.ui.i18n.Messages;
import org.marsad.ui.i18n.ReasonWords;

/** What the gazetteer's pages say, in one language. */
final class GazetteerWords {
    private final Messages messages;
    private final Locale locale;
    private final Language language;
    private final DateWords dates;
    private final ReasonWords reasons;

    GazetteerWords(Messages messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.language = Messages.languageOf(locale);
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

    private String sayOr(String key, String otherwise) {
        return messages.has(key, locale) ? say(key) : otherwise;
    }

    String number(double value) {
        return NumberFormat.getInstance(Messages.numbers(language)).format(value);
    }

    String country(String iso2) {
        return BorderNames.country(iso2, language);
    }

    /** The codes of all countries, in the order of their names. */
    List<String> listCountries() {
        var collator = Collator.getInstance(locale);
        return Arrays.stream(Locale.getISOCountries())
                .sorted((one, other) -> collator.compare(country(one), country(other)))
                .toList();
    }

    /** An actor's name in the reader's language. */
    String actor(ActorState actor) {
        return switch (language) {
            case AR -> actor.nameAr();
            case FR -> actor.nameFr();
            case EN -> actor.name();
        };
    }

    String actorKind(String kind) {
        return sayOr("kind." + kind, kind);
    }

    String sector(String code) {
        return sayOr("sector." + code, code);
    }

    /** ACLED's code of an actor with what it stands for. */
    String inter(int code) {
        return number(code) + say("list.dash") + say("inter." + code);
    }

    String language(Language one) {
        return say("language." + one.tag());
    }

    /** The time of an actor, left to right; empty where nothing is known of it. */
    static String period(ActorState actor) {
        return actor.from() == null && actor.to() == null
                ? ""
                : "\u2066" + (actor.from() == null ? "…" : actor.from()) + " – "
                        + (actor.to() == null ? "…" : actor.to()) + "\u2069";
    }

    /** What a kind of event is: type by PLOVER, and ACLED's sub-event type. */
    String eventKind(EventKind kind) {
        return type(kind.plover()) + say("list.dash") + acledSub(kind);
    }

    String acledSub(EventKind kind) {
        var key = "acled."
                + kind.acledSub()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("-$", "");
        return sayOr(key, kind.acledSub());
    }

    String border(String id) {
        return BorderNames.name(BorderId.parse(id), language);
    }

    String level(PlaceLevel level) {
        return say("level." + level.word());
    }

    String kind(NameKind kind) {
        return say("name." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** A language by its name, and the script where it is not told by it: {@code Arabic · Latn}. */
    String language(PlaceLabel name) {
        var named = name.language() == null
                ? say("names.anyLanguage")
                : Locale.forLanguageTag(name.language()).getDisplayName(locale);
        return named + say("list.dash") + name.script();
    }

    /** The years of a name's use, or empty. */
    static String period(PlaceLabel name) {
        if (name.fromYear() == null && name.toYear() == null) {
            return "";
        }
        return (name.fromYear() == null ? "" : name.fromYear()) + "–" + (name.toYear() == null ? "" : name.toYear());
    }

    /** Level, division and country. */
    String whereabouts(PlaceState place) {
        return whereabouts(level(place.level()), place.admin1(), place.country());
    }

    String whereabouts(@Nullable String level, @Nullable String admin1, @Nullable String country) {
        return Stream.of(level, admin1, country == null ? null : country(country))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(say("list.comma")));
    }

    String found(Found found) {
        var place = found.place();
        var name = found.matched().equals(place.name()) ? place.name() : place.name() + " (" + found.matched() + ")";
        return name + say("list.dash") + whereabouts(place);
    }

    /** Left to right even within Arabic. */
    static String position(double lon, double lat) {
        return String.format(Locale.ROOT, "\u2066%.5f, %.5f\u2069", lat, lon);
    }

    String where(@Nullable Whereabouts where) {
        if (where == null) {
            return say("place.unknown");
        }
        if (where.border() != null) {
            return say("place.along", border(where.border()));
        }
        return where.placeNames().isEmpty() ? say("place.unknown") : String.join(say("list.comma"), where.placeNames());
    }

    String type(String plover) {
        return sayOr("type." + plover, plover);
    }

    String day(@Nullable String iso) {
        try {
            return iso == null ? say("date.undated") : dates.day(LocalDate.parse(iso), language);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** Day and time of the clock that the server runs by. */
    String moment(Instant at) {
        var local = at.atZone(ZoneId.systemDefault());
        return dates.day(local.toLocalDate(), language) + " "
                + String.format(Locale.ROOT, "\u2066%02d:%02d\u2069", local.getHour(), local.getMinute());
    }

    String reason(String because) {
        return reasons.of(because, locale);
    }

    /** A problem by its code, with its figures; the service's own English where there is no text of it. */
    String problem(Problem problem) {
        var key = "problem." + problem.code().name().toLowerCase(Locale.ROOT);
        if (!messages.has(key, locale)) {
            return problem.message();
        }
        var values = values(problem);
        // Values that the service left out would show as {0}.
        Object[] filled = Arrays.copyOf(values.toArray(), 3);
        for (int i = 0; i < filled.length; i++) {
            // Set apart, so that a name of another direction does not turn the sentence round.
            filled[i] = filled[i] == null ? "" : "\u2068" + filled[i] + "\u2069";
        }
        return say(key, filled);
    }

    private List<String> values(Problem problem) {
        return switch (problem.code()) {
            case OUTSIDE_COUNTRY, NAMESAKE ->
                problem.values().stream()
                        .map(value -> value.matches("[A-Z]{2}") ? country(value) : value)
                        .toList();
            case BAD_VALUE ->
                problem.values().isEmpty()
                        ? List.of(problem.message())
                        : Stream.concat(
                                        Stream.of(sayOr(
                                                "field." + problem.values().getFirst(),
                                                problem.values().getFirst())),
                                        problem.values().stream().skip(1))
                                .toList();
            default -> problem.values();
        };
    }

    /** A field of the history by its name. */
    String field(String field) {
        return sayOr("field." + field, field);
    }

    /** A word for events by its first form, with the words that follow; classes of words in the reader's language. */
    String lemma(TriggerWord word) {
        var shown = LemmaParts.of(word).shown();
        for (var name : List.of("XPEOPLE", "XFIGHTERS", "XSITE", "XWEAPONS", "XGOODS")) {
            shown = shown.replace(name, "[" + say("lemma." + name.toLowerCase(Locale.ROOT)) + "]");
        }
        return shown;
    }

    /** An edit's kind as the history shows it. */
    String edit(String kind) {
        return sayOr("edit." + kind, kind);
    }
}
