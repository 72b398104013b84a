package org.marsad.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One annotated article.
 *
 * @param published null where the article bears no date
 * @param split {@code work} may be looked at while building; {@code report} only measures
 */
record Sample(
        String id,
        String language,
        @Nullable LocalDate published,
        String split,
        SampleMarkup markup,
        List<SampleEvent> events) {

    private static final String FENCE = "---";
    private static final Set<String> HEADERS = Set.of("id", "published", "split", "note", "event");
    private static final JsonMapper JSON = JsonMapper.shared();

    Sample {
        events = List.copyOf(events);
    }

    String text() {
        return markup.text();
    }

    /** Reads {@code samples/annotated/LANG/ID.txt}. */
    static Sample read(Path file, SamplePlaces places) throws IOException {
        List<String> lines =
                List.of(Files.readString(file, StandardCharsets.UTF_8).split("\\R", -1));
        int fence = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (!lines.getFirst().equals(FENCE) || fence == 0) {
            throw new SampleFormatException(file, 1, "the header must stand between two lines '---'");
        }
        SampleMarkup markup = markup(file, fence + 2, lines.subList(fence + 1, lines.size()), places);
        Map<String, String> header = new LinkedHashMap<>();
        List<SampleEvent> events = new ArrayList<>();
        for (int i = 1; i < fence; i++) {
            String[] field = lines.get(i).split(":\\s*", 2);
            if (field.length != 2 || !HEADERS.contains(field[0])) {
                throw new SampleFormatException(file, i + 1, "expected one of " + HEADERS + " and a colon");
            }
            if (field[0].equals("event")) {
                events.add(event(file, i + 1, field[1], markup.text(), places));
            } else if (header.putIfAbsent(field[0], field[1].strip()) != null) {
                throw new SampleFormatException(file, i + 1, "second " + field[0]);
            }
        }
        return of(file, header, markup, events);
    }

    private static Sample of(Path file, Map<String, String> header, SampleMarkup markup, List<SampleEvent> events) {
        String language = String.valueOf(file.toAbsolutePath().getParent().getFileName());
        String id = header.getOrDefault("id", "");
        if (!(id + ".txt").equals(file.getFileName().toString()) || !id.startsWith(language + "-")) {
            throw new SampleFormatException(
                    file, 2, "id '" + id + "' must be the file's name and start with '" + language + "-'");
        }
        String split = header.getOrDefault("split", "");
        if (!Set.of("work", "report").contains(split)) {
            throw new SampleFormatException(file, 2, "split must be work or report, not '" + split + "'");
        }
        if (events.stream().map(SampleEvent::id).distinct().count() != events.size()) {
            throw new SampleFormatException(file, 2, "two events have the same id");
        }
        String published = header.getOrDefault("published", "");
        try {
            LocalDate date = published.equals("none") ? null : LocalDate.parse(published);
            return new Sample(id, language, date, split, markup, events);
        } catch (DateTimeParseException e) {
            throw new SampleFormatException(file, 2, "published must be YYYY-MM-DD or none, not '" + published + "'");
        }
    }

    private static SampleMarkup markup(Path file, int line, List<String> body, SamplePlaces places) {
        try {
            return SampleMarkup.parse(String.join("\n", body).stripTrailing() + "\n", places);
        } catch (IllegalArgumentException e) {
            throw new SampleFormatException(file, line, String.valueOf(e.getMessage()));
        }
    }

    private static SampleEvent event(Path file, int line, String json, String text, SamplePlaces places) {
        try {
            return SampleEvent.parse(JSON.readTree(json), text, places);
        } catch (IllegalArgumentException | DateTimeParseException | JacksonException e) {
            throw new SampleFormatException(file, line, String.valueOf(e.getMessage()));
        }
    }
}
