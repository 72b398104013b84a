package org.marsad.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.marsad.coding.CodedArticle;
import org.marsad.coding.link.IncidentGroups;
import org.marsad.exchange.ContractJson;
import org.marsad.store.StoredReports.Fresh;
import org.marsad.store.StoredReports.Told;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Stores the reports of new articles, of many at once, and joins them with those that are there and with each other. What
 * comes of it is the same as if the articles had come one by one.
 */
final class FreshReports {
    private final JdbcTemplate template;
    private final Incidents incidents;

    FreshReports(JdbcTemplate template, Incidents incidents) {
        this.template = template;
        this.incidents = incidents;
    }

    /** An article that is stored, but for its reports. */
    record Article(Told told, CodedArticle coded) {}

    /** How many incidents were new, and how many reports joined a known one. */
    record Counted(int created, int linked) {
        static final Counted NONE = new Counted(0, 0);

        Counted plus(Counted other) {
            return new Counted(created + other.created, linked + other.linked);
        }
    }

    /** Stores the events of articles; returns what came of each article's, by its id. */
    Map<Long, Counted> add(List<Article> articles) {
        var fresh = read(articles);
        if (fresh.isEmpty()) {
            return Map.of();
        }
        var news = fresh.values().stream().map(Fresh::report).toList();
        var links = incidents.links(news, candidates(news));
        var chains = new Chains();
        links.forEach(link -> chains.join(link.report().chain(), link.other().chain()));
        var groups = groups(news, links, chains);
        incidents.seat(groups, events -> {
            incidents
                    .reports()
                    .insert(fresh.values().stream()
                            .map(one -> one.in(
                                    Objects.requireNonNull(
                                            events.get(one.report().id())),
                                    chains.of(one.report().chain())))
                            .toList());
            incidents.writeEvidence(news);
            incidents.writeLinks(links);
            moveChains(chains);
        });
        return counted(groups, fresh);
    }

    /** By id; each event of an article once. */
    private Map<Long, Fresh> read(List<Article> articles) {
        var byArticle = new LinkedHashMap<Article, Collection<JsonNode>>();
        for (var article : articles) {
            var byId = new LinkedHashMap<String, JsonNode>();
            ContractJson.tree(article.coded())
                    .path("events")
                    .values()
                    .forEach(event -> byId.putIfAbsent(event.path("id").asString(), event));
            byArticle.put(article, byId.values());
        }
        var reports = incidents.reports();
        var ids = reports.allocate(
                        byArticle.values().stream().mapToInt(Collection::size).sum())
                .iterator();
        var fresh = new LinkedHashMap<Long, Fresh>();
        byArticle.forEach((article, events) -> events.forEach(event -> {
            long id = ids.next();
            fresh.put(id, reports.fresh(article.told(), event, id));
        }));
        return fresh;
    }

    /** In the database, and of each other. */
    private Map<Long, Map<Long, StoredReport>> candidates(List<StoredReport> news) {
        var found = incidents.listCandidates(news, news);
        var features = news.stream().map(one -> ReportFeatures.of(one.report())).toList();
        for (int i = 0; i < news.size(); i++) {
            var one = news.get(i);
            for (int j = 0; j < i; j++) {
                var other = news.get(j);
                if (!one.text().equals(other.text()) && features.get(i).mayBeOneWith(features.get(j))) {
                    found.computeIfAbsent(one.id(), _ -> new TreeMap<>()).putIfAbsent(other.id(), other);
                }
            }
        }
        return found;
    }

    private List<List<StoredReport>> groups(List<StoredReport> news, List<Incidents.Link> links, Chains chains) {
        var joined = new TreeMap<Long, StoredReport>();
        links.forEach(link -> {
            joined.put(link.report().id(), link.report());
            if (link.other().event() == 0) {
                joined.put(link.other().id(), link.other());
            }
        });
        var members = new ArrayList<>(joined.values());
        members.addAll(incidents
                .reports()
                .listOfChains(links.stream()
                        .map(Incidents.Link::other)
                        .filter(other -> other.event() != 0)
                        .map(StoredReport::chain)
                        .collect(Collectors.toSet())));
        var decided = incidents.hand().about(members);
        var all = incidents.links(members, decided);
        links.stream()
                .filter(link -> decided.decisions()
                        .find(link.report().report(), link.other().report())
                        .isEmpty())
                .forEach(link -> all.add(new IncidentGroups.Link(
                        link.report().report(), link.other().report(), link.confidence())));
        var groups = new ArrayList<>(Incidents.grouped(members, all, decided));
        news.stream().filter(one -> !joined.containsKey(one.id())).forEach(one -> groups.add(List.of(one)));
        return groups;
    }

    private void moveChains(Chains chains) {
        template.batchUpdate(
                "update report set chain = ? where chain = ?",
                chains.listJoined().stream()
                        .map(chain -> new Object[] {chains.of(chain), chain})
                        .toList());
    }

    /** Of a group of new reports alone, the first makes the incident. */
    private static Map<Long, Counted> counted(List<List<StoredReport>> groups, Map<Long, Fresh> fresh) {
        var counted = new HashMap<Long, Counted>();
        for (var group : groups) {
            var news = group.stream()
                    .filter(one -> one.event() == 0)
                    .sorted(java.util.Comparator.comparingLong(StoredReport::id))
                    .toList();
            for (int i = 0; i < news.size(); i++) {
                boolean first = i == 0 && news.size() == group.size();
                counted.merge(
                        Objects.requireNonNull(fresh.get(news.get(i).id()))
                                .told()
                                .article(),
                        first ? new Counted(1, 0) : new Counted(0, 1),
                        Counted::plus);
            }
        }
        return counted;
    }
}
