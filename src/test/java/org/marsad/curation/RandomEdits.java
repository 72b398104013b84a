package org.marsad.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.marsad.curation.Curation.Progress;
import org.marsad.curation.Curation.Why;

/** Edits drawn at random over some of the samples; what is stored after each is what coding every article anew would give. */
abstract class RandomEdits {
    private static final int ARTICLES = 12;

    final Desk desk;
    Random random = new Random(0);
    List<Map.Entry<String, String>> chosen = List.of();
    /** Words as they stand in the articles, so that it matters. */
    final List<String> words = new ArrayList<>();

    final List<String> said = new ArrayList<>();

    RandomEdits(DataSource database) {
        desk = new Desk(database);
    }

    void store(long seed) {
        random = new Random(seed);
        desk.empty();
        begin();
        var samples = new ArrayList<>(Desk.samples().entrySet());
        Collections.shuffle(samples, random);
        chosen = samples.subList(0, ARTICLES);
        chosen.forEach(sample -> desk.take(sample.getKey(), null, sample.getValue()));
    }

    /** What else must be there before anything is stored. */
    void begin() {}

    void addWords(String text) {
        for (var word : text.split("[\\s\\p{Punct}«»،؛]+")) {
            if (word.length() >= 3) {
                words.add(word);
            }
        }
    }

    /** An edit that may be refused. */
    abstract Edit edit();

    /** Applies an edit as it was rehearsed. */
    Changeset apply(Edit edit) {
        var before = desk.events();
        var rehearsed = desk.curation.rehearse(edit, true, Progress.NONE);
        assertThat(desk.events()).isEqualTo(before);
        var change = desk.curation.apply(edit, "admin", Why.UNSAID, Progress.NONE);
        assertThat(change.mentions()).isEqualTo(rehearsed.mentionsChanged());
        assertThat(change.events()).isEqualTo(rehearsed.eventsChanged());
        return change;
    }

    private Changeset undo(long version) {
        var rehearsed = desk.curation.rehearseUndo(version, true, Progress.NONE);
        var change = desk.curation.undo(version, "admin", Why.UNSAID, Progress.NONE);
        assertThat(change.events()).isEqualTo(rehearsed.eventsChanged());
        return change;
    }

    /** Applies edits, and takes some back. */
    List<Changeset> run(int edits) {
        var applied = new ArrayList<Changeset>();
        for (int i = 0; i < edits * 4 && applied.size() < edits; i++) {
            try {
                boolean undoes = random.nextInt(5) == 0 && desk.curation.version() > 0;
                applied.add(undoes ? undo(1 + random.nextInt((int) desk.curation.version())) : apply(edit()));
            } catch (EditRefused | UndoRefused e) {
                continue;
            }
            var last = applied.getLast();
            said.add(last.kind() + " " + last.changes() + " -> " + last.mentions() + " mentions, " + last.events()
                    + " events");
            assertThat(desk.findings()).as("after %s", said).isEqualTo(desk.codedAnew(chosen));
        }
        assertThat(applied).as("%s", said).hasSizeGreaterThan(edits / 2);
        return applied;
    }

    /** A word or two as they stand in an article. */
    String stretch() {
        int at = random.nextInt(words.size() - 1);
        return random.nextBoolean() ? words.get(at) : words.get(at) + " " + words.get(at + 1);
    }

    static boolean isArabic(String text) {
        return text.charAt(0) > 0x600;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
