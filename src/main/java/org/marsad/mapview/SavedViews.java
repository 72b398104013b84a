package org.marsad.mapview;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each account's views by name. Nobody sees another's; to share one, its address is passed on. */
@Service
@Transactional
public class SavedViews {
    /** Characters of a name, at most. */
    public static final int MOST_NAME = 80;

    /** Views of an account, at most. */
    public static final int MOST = 200;

    private static final Pattern AT = Pattern.compile("[-0-9.,]{1,60}");

    private static final Pattern LOOK = Pattern.compile("[a-z]{1,12}(,[a-z]{1,12}){0,7}");

    private final JdbcClient jdbc;

    public SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<SavedView> list(String account) {
        return jdbc.sql("select * from saved_view where account = ? order by lower(name)")
                .param(account)
                .query((row, _) -> view(row))
                .list();
    }

    /** By its name, whatever its case, or else by its number. */
    @Transactional(readOnly = true)
    public Optional<SavedView> find(String account, String nameOrId) {
        return jdbc.sql("""
                        select * from saved_view where account = :account
                            and (lower(name) = lower(:name) or id::text = :name)
                        order by lower(name) = lower(:name) desc limit 1""")
                .param("account", account)
                .param("name", nameOrId.strip())
                .query((row, _) -> view(row))
                .optional();
    }

    /**
     * Keeps a view; one of that name is replaced.
     *
     * @param query may hold more than a view: what else an address says is left out
     * @throws BadParameterException for a name or a query that cannot be kept, and where the account has too many
     */
    public SavedView save(String account, String name, String query) {
        var kept = kept(query);
        var called = validName(name);
        if (list(account).size() >= MOST && find(account, called).isEmpty()) {
            throw new BadParameterException("name", "there are " + MOST + " views already; delete one");
        }
        return jdbc.sql("""
                        insert into saved_view (account, name, query) select a.name, :name, :query from account a
                            where a.name = :account
                        on conflict (account, lower(name)) do update set name = excluded.name, query = excluded.query,
                            changed_at = now()
                        returning *""")
                .param("account", account)
                .param("name", called)
                .param("query", kept)
                .query((row, _) -> view(row))
                .optional()
                .orElseThrow(() -> new BadParameterException("account", "there is no account " + account));
    }

    /**
     * Gives a view another name.
     *
     * @return empty where there is no such view
     * @throws BadParameterException for a name that cannot be kept, or that another view has
     */
    public Optional<SavedView> rename(String account, long id, String name) {
        var called = validName(name);
        if (list(account).stream()
                .anyMatch(other -> other.id() != id && other.name().equalsIgnoreCase(called))) {
            throw new BadParameterException("name", "there is a view called '" + called + "' already");
        }
        return jdbc.sql("update saved_view set name = ?, changed_at = now() where account = ? and id = ? returning *")
                .params(called, account, id)
                .query((row, _) -> view(row))
                .optional();
    }

    /** Returns what was deleted, so that {@link #save} can bring it back. */
    public Optional<SavedView> delete(String account, long id) {
        return jdbc.sql("delete from saved_view where account = ? and id = ? returning *")
                .params(account, id)
                .query((row, _) -> view(row))
                .optional();
    }

    /** The parameters of a query string; also of one that somebody wrote by hand. */
    public static Map<String, List<String>> parameters(String query) {
        var result = new LinkedHashMap<String, List<String>>();
        for (var part : query.startsWith("?") ? query.substring(1).split("&") : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                try {
                    result.computeIfAbsent(decoded(part.substring(0, equals)), _ -> new ArrayList<>())
                            .add(decoded(part.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    throw new BadParameterException("query", "'" + part + "' is not encoded as in an address");
                }
            }
        }
        return result;
    }

    /** Only what is part of a view, checked, in the order of the filter's codec. */
    private static String kept(String query) {
        var given = parameters(query);
        var result = new LinkedHashMap<>(EventFilterCodec.encode(
                EventFilterCodec.decode(given), RecentDays.find(given).orElse(null)));
        var sort = given.get("sort");
        if (sort != null) {
            result.put("sort", List.of(EventSort.ofParameter(sort.getFirst()).parameter()));
        }
        var at = given.get("at");
        if (at != null) {
            if (!AT.matcher(at.getFirst()).matches()) {
                throw new BadParameterException("at", "'" + at.getFirst() + "' is not latitude,longitude,zoom");
            }
            result.put("at", List.of(at.getFirst()));
        }
        var look = given.get("look");
        if (look != null) {
            if (!LOOK.matcher(look.getFirst()).matches()) {
                throw new BadParameterException("look", "'" + look.getFirst() + "' is not words with commas between");
            }
            result.put("look", List.of(look.getFirst()));
        }
        return query(result);
    }

    /** Parameters as a query string; {@link #parameters} reads it back. */
    public static String query(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> entry.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String validName(String name) {
        var called = name.strip();
        if (called.isEmpty()) {
            throw new BadParameterException("name", "a view needs a name");
        }
        if (called.length() > MOST_NAME) {
            throw new BadParameterException("name", "a name has at most " + MOST_NAME + " characters");
        }
        if (called.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadParameterException("name", "a name holds no control characters");
        }
        return called;
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("query"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
