package org.marsad.coding.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marsad.text.Language;

/**
 * The lemma of a {@link TriggerWord} taken apart, for a person to see and write without the table's signs.
 *
 * @param first the form by which it goes: base, infinitive, past or singular; of a phrase without irregular forms its first word
 * @param doubled whether its last letter is doubled before an ending: "kidnapped"
 * @param others its irregular forms, each in its slot; a slot may be empty
 * @param rest the words that follow, with {@code …} for up to seven words and {@code *} for up to three; or empty
 */
public record LemmaParts(
        Language language, String form, String first, boolean doubled, List<Slot> others, String rest) {
    private static final Pattern REFLEXIVE = Pattern.compile("(se |s['’])?\\S+");

    public LemmaParts {
        first = first.strip();
        rest = rest.strip();
        others = List.copyOf(others);
    }

    /**
     * What an irregular form is: {@code past}, {@code participle}, {@code presentSingular}, {@code presentPlural},
     * {@code pasts}, {@code stem} or {@code plurals}.
     *
     * @param many whether it may have several forms
     */
    public record Slot(String name, boolean many, List<String> texts) {
        public Slot {
            texts = texts.stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        private String text() {
            return texts.isEmpty() ? "" : texts.getFirst();
        }

        public Slot with(List<String> other) {
            return new Slot(name, many, other);
        }
    }

    /** The slots of irregular forms that words of a language and form have, all empty. */
    public static List<Slot> slots(Language language, String form) {
        boolean verb = isVerb(form);
        return switch (language) {
            case EN -> verb ? List.of(one("past"), one("participle")) : List.of();
            case FR -> verb ? List.of(one("participle"), one("presentSingular"), one("presentPlural")) : List.of();
            case AR ->
                verb
                        ? List.of(new Slot("pasts", true, List.of()), one("stem"))
                        : form.equals("never") ? List.of() : List.of(new Slot("plurals", true, List.of()));
        };
    }

    private static Slot one(String name) {
        return new Slot(name, false, List.of());
    }

    private static boolean isVerb(String form) {
        return form.equals("verb") || form.equals("suffer");
    }

    /** Takes the lemma of a word apart, as the table writes it. */
    public static LemmaParts of(TriggerWord word) {
        var slots = slots(word.language(), word.form());
        if (isVerb(word.form())) {
            return word.language() == Language.AR ? arabicVerb(word, slots) : verb(word, slots);
        }
        var texts =
                slots.isEmpty() ? List.of(word.words()) : List.of(word.words().split(";"));
        return new LemmaParts(
                word.language(),
                word.form(),
                texts.getFirst(),
                false,
                slots.stream()
                        .map(slot -> slot.with(texts.subList(1, texts.size())))
                        .toList(),
                "");
    }

    private static LemmaParts verb(TriggerWord word, List<Slot> slots) {
        var texts = new ArrayList<>(List.of(word.words().split(";")));
        var matcher = REFLEXIVE.matcher(texts.getLast());
        int end = matcher.lookingAt() ? matcher.end() : texts.getLast().length();
        var rest = texts.getLast().substring(end);
        texts.set(texts.size() - 1, texts.getLast().substring(0, end));
        boolean doubled = texts.getFirst().endsWith("+");
        var others = new ArrayList<Slot>();
        for (int i = 0; i < slots.size(); i++) {
            others.add(slots.get(i).with(i + 1 < texts.size() ? List.of(texts.get(i + 1)) : List.of()));
        }
        var first = texts.getFirst();
        return new LemmaParts(
                word.language(),
                word.form(),
                doubled ? first.substring(0, first.length() - 1) : first,
                doubled,
                others,
                rest);
    }

    private static LemmaParts arabicVerb(TriggerWord word, List<Slot> slots) {
        int space = word.words().indexOf(' ');
        var head = space < 0 ? word.words() : word.words().substring(0, space);
        int stem = head.indexOf('~');
        var pasts = List.of((stem < 0 ? head : head.substring(0, stem)).split("/"));
        return new LemmaParts(
                word.language(),
                word.form(),
                pasts.getFirst(),
                false,
                List.of(
                        slots.getFirst().with(pasts.subList(1, pasts.size())),
                        slots.getLast().with(stem < 0 ? List.of() : List.of(head.substring(stem + 1)))),
                space < 0 ? "" : word.words().substring(space));
    }

    /** As the table writes it. */
    public String words() {
        var tail = rest.isEmpty() ? "" : " " + rest;
        var head = first + (doubled ? "+" : "");
        if (others.isEmpty()) {
            return head + tail;
        }
        if (language == Language.AR && isVerb(form)) {
            var stem = others.getLast().text();
            return Stream.concat(Stream.of(head), others.getFirst().texts().stream())
                            .collect(Collectors.joining("/"))
                    + (stem.isEmpty() ? "" : "~" + stem)
                    + tail;
        }
        return Stream.concat(Stream.of(head), others.stream().flatMap(slot -> slot.texts().stream()))
                        .collect(Collectors.joining(";"))
                + tail;
    }

    /** The form by which it goes, with the words that follow: "blow himself up". */
    public String shown() {
        return (first + " " + rest).strip().replace('*', '…');
    }
}
