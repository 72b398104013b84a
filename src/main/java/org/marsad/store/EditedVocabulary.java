package org.marsad.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.marsad.actor.Actor;
import org.marsad.actor.ActorEntry;
import org.marsad.actor.ActorId;
import org.marsad.actor.EditedActor;
import org.marsad.coding.reading.TriggerWord;
import org.marsad.coding.reading.Vocabulary;
import org.marsad.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What admins changed of the actors and of the words that name events. */
public final class EditedVocabulary {
    private final JdbcClient jdbc;
    private final Vocabulary tables;

    EditedVocabulary(JdbcClient jdbc, Vocabulary tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    /** What comes with Marsad, without any edit. */
    public Vocabulary tables() {
        return tables;
    }

    /** As it is edited now; the very {@link #tables} where nothing is. */
    public Vocabulary read() {
        var actors = listActors();
        var triggers = listTriggers();
        if (actors.isEmpty() && triggers.isEmpty()) {
            return tables;
        }
        var words = new LinkedHashSet<>(tables.triggers());
        triggers.forEach((word, known) -> {
            if (known) {
                words.add(word);
            } else {
                words.remove(word);
            }
        });
        return new Vocabulary(tables.actors().with(actors), List.copyOf(words));
    }

    private record Row(ActorEntry entry, long version, boolean retired, boolean gone) {}

    /** Every actor that is other than the tables have it, or that they lack. */
    private List<EditedActor> listActors() {
        var first = new LinkedHashMap<ActorId, Row>();
        var last = new LinkedHashMap<ActorId, Row>();
        jdbc.sql("""
                        select v.* from actor_version v
                        where v.version = 0 or v.version = (select max(o.version) from actor_version o where o.actor_id = v.actor_id)
                        order by v.actor_id, v.version""").query(result -> {
            var row = new Row(
                    entry(result), result.getLong("version"), result.getBoolean("retired"), result.getBoolean("gone"));
            var id = row.entry().actor().id();
            if (row.version() == 0) {
                first.put(id, row);
            }
            last.put(id, row);
        });
        var edits = new ArrayList<EditedActor>();
        last.forEach((id, row) -> {
            @Nullable Row source = first.get(id);
            if (!row.gone()) {
                edits.add(new EditedActor(source == null ? null : source.entry(), row.entry(), row.retired()));
            }
        });
        return edits;
    }

    /** A row of {@code actor_version}. */
    public static ActorEntry entry(ResultSet row) throws SQLException {
        Map<Language, List<String>> names = new EnumMap<>(Language.class);
        for (var language : Language.values()) {
            names.put(language, texts(row.getArray("names_" + language.tag())));
        }
        var parent = row.getString("parent");
        return new ActorEntry(
                new Actor(
                        new ActorId(row.getString("actor_id")),
                        row.getString("name"),
                        row.getString("name_ar"),
                        row.getString("name_fr"),
                        row.getString("kind"),
                        row.getInt("inter"),
                        row.getString("sector"),
                        row.getString("country"),
                        parent == null ? null : new ActorId(parent)),
                names,
                row.getString("active_from"),
                row.getString("active_to"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return List.of((String[]) Objects.requireNonNull(array).getArray());
    }

    /** Words that were added or taken away, and whether they are known now; in an order that does not tell which came first. */
    public Map<TriggerWord, Boolean> listTriggers() {
        var all = new LinkedHashMap<TriggerWord, Boolean>();
        jdbc.sql("""
                        select distinct on (language, kind, form, words) * from trigger_version
                        order by language, kind, form, words, version desc""").query((row, _) -> Map.entry(word(row), row.getBoolean("known"))).list().stream()
                .sorted(Comparator.comparing(one -> one.getKey().key()))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /** A row of {@code trigger_version}. */
    public static TriggerWord word(ResultSet row) throws SQLException {
        return new TriggerWord(
                Language.ofTag(row.getString("language")),
                row.getString("kind"),
                row.getString("form"),
                row.getString("words"));
    }
}
