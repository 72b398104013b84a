package org.marsad.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the {@code ⟦surface|kind|key⟧} marks out of a text and remembers where they stood. */
record SampleMarkup(String text, List<SampleMention> mentions) {

    private static final Pattern MARK = Pattern.compile("⟦([^|⟦⟧\\n]+)\\|([LMDN])\\|([A-Za-z0-9-]+)⟧");
    private static final Pattern STRAY = Pattern.compile("[⟦⟧|]");

    SampleMarkup {
        mentions = List.copyOf(mentions);
    }

    /**
     * @param marked the article with its marks
     * @throws IllegalArgumentException where a mark is broken or its key unknown; the message quotes it
     */
    static SampleMarkup parse(String marked, SamplePlaces places) {
        StringBuilder text = new StringBuilder();
        List<SampleMention> mentions = new ArrayList<>();
        Matcher mark = MARK.matcher(marked);
        int last = 0;
        while (mark.find()) {
            text.append(marked, last, mark.start());
            last = mark.end();
            String surface = mark.group(1);
            if (!surface.equals(surface.strip())) {
                throw new IllegalArgumentException("blanks at the edge of " + mark.group());
            }
            SamplePlace place = places.find(mark.group(3))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "unknown place in " + mark.group() + "; add it to places-*.tsv or countries.tsv"));
            int begin = text.codePointCount(0, text.length());
            int end = begin + surface.codePointCount(0, surface.length());
            text.append(surface);
            mentions.add(new SampleMention(surface, begin, end, SampleMention.Kind.valueOf(mark.group(2)), place));
        }
        text.append(marked, last, marked.length());
        Matcher stray = STRAY.matcher(text);
        if (stray.find()) {
            int from = Math.max(0, stray.start() - 30);
            throw new IllegalArgumentException(
                    "broken mark near: " + text.substring(from, Math.min(text.length(), stray.end() + 30)));
        }
        return new SampleMarkup(text.toString(), mentions);
    }
}
