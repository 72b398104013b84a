package org.marsad.store;

import java.util.List;
import java.util.Optional;
import org.marsad.gazetteer.ImportedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sources of the gazetteer that what is stored follows: the files of places that stored articles know, and the stamp under
 * which it is kept what they have looked at.
 */
public final class FollowedSources {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    FollowedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param sources the stamp of the sources themselves
     * @param stamp that of what articles have looked at; stays where files come and go
     */
    public record Followed(String sources, String stamp, List<ImportedFile> files) {
        public Followed {
            files = List.copyOf(files);
        }
    }

    /** Empty in a database that has followed none yet. */
    public Optional<Followed> find() {
        return jdbc.sql("select sources, stamp, files::text as files from gazetteer_sources")
                .query((row, _) -> new Followed(
                        row.getString("sources"),
                        row.getString("stamp"),
                        JSON.readValue(row.getString("files"), new TypeReference<List<ImportedFile>>() {})))
                .optional();
    }

    /** From now on what is stored follows these. The caller sees to it that it does. */
    public void write(Followed followed) {
        jdbc.sql("""
                        insert into gazetteer_sources (sources, stamp, files) values (?, ?, ?::jsonb)
                        on conflict (one) do update
                            set sources = excluded.sources, stamp = excluded.stamp, files = excluded.files""")
                .params(followed.sources(), followed.stamp(), JSON.writeValueAsString(followed.files()))
                .update();
    }

    /** Under which stamp it is kept what articles look at in sources of this one. */
    String stampOf(String sources) {
        return find().filter(one -> one.sources().equals(sources))
                .map(Followed::stamp)
                .orElse(sources);
    }
}
