package org.marsad.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.marsad.store.database.DatabaseChoice;
import org.marsad.store.database.DatabaseServer;

/**
 * Many analysts at once: {@code ./marsad bench mapload [EVENTS] [USERS] [SECONDS]} (300,000, 50 and 60 where not given). Each
 * looks at a view, thinks for two to six seconds, and moves the map, drags the brush, changes the filter or scrolls the list.
 * The events are in the database, and the model is read from there. Users and server share this process and its memory.
 */
public final class MaploadBench {
    private final Map<String, ConcurrentLinkedQueue<Double>> times = new ConcurrentHashMap<>();
    private final AtomicInteger errors = new AtomicInteger();
    private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private String server = "";
    private volatile boolean over;

    public static void main(String[] args) throws Exception {
        new MaploadBench().run(number(args, 0, 300_000), number(args, 1, 50), number(args, 2, 60));
        System.exit(0);
    }

    private static int number(String[] args, int at, int otherwise) {
        return args.length > at ? Integer.parseInt(args[at].replace("_", "")) : otherwise;
    }

    private void run(int size, int users, int seconds) throws Exception {
        var database = DatabaseServer.of(
                DatabaseChoice.make(System.getenv(), System.out::println), Path.of(""), Path.of("target/bench-data"));
        var address = database.start(System.out::println);
        var json = new StringJoiner(", ", "{", "}");
        try {
            BenchServer.migrate(address);
            try (var connection = address.connect()) {
                fill(connection, new SyntheticEvents(size));
            }
            long start = System.nanoTime();
            try (var running = BenchServer.start(address, Map.of())) {
                server = "http://127.0.0.1:" + running.getEnvironment().getProperty("local.server.port");
                var first = new User(0);
                while (first.send("status", "/api/v1/map/counts?facets=type") == 503) {
                    Thread.sleep(200);
                }
                double loaded = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "server started and %,d events loaded in %.1f s%n", size, loaded);
                json.add("\"events\": " + size).add("\"users\": " + users).add("\"seconds\": " + seconds);
                json.add(String.format(Locale.ROOT, "\"start and load, s\": %.1f", loaded));
                load(users, seconds, json);
            }
        } finally {
            database.stop();
        }
        System.out.println("RESULT " + json);
    }

    private void load(int users, int seconds, StringJoiner json) throws Exception {
        times.clear();
        errors.set(0);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int user = 1; user <= users; user++) {
                int number = user;
                executor.submit(() -> {
                    var one = new User(number);
                    one.work();
                    return null;
                });
            }
            int parts = 5;
            for (int part = 1; part <= parts; part++) {
                Thread.sleep(seconds * 1000L / parts);
                System.gc();
                long heap =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
                System.out.printf(
                        Locale.ROOT,
                        "after %d s: %,d MB of heap in use, %d errors%n",
                        seconds * part / parts,
                        heap,
                        errors.get());
                json.add("\"heap MB after " + seconds * part / parts + " s\": " + heap);
            }
            over = true;
        }
        int requests =
                times.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
        json.add("\"requests\": " + requests).add("\"errors\": " + errors);
        System.out.printf(
                Locale.ROOT,
                "%,d requests, %.0f a second, %d errors %s%n",
                requests,
                requests / (double) seconds,
                errors.get(),
                faults);
        times.forEach((route, all) -> {
            double[] sorted =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %,8d requests  p50 %8.1f ms  p95 %8.1f ms  p99 %8.1f ms%n",
                    route,
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 0.99));
            json.add(String.format(Locale.ROOT, "\"%s p50 ms\": %.1f", route, at(sorted, 0.5)));
            json.add(String.format(Locale.ROOT, "\"%s p95 ms\": %.1f", route, at(sorted, 0.95)));
        });
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    /** Somebody at a dashboard. */
    private final class User {
        private final SplittableRandom random;
        private final String cookie;
        private double lon;
        private double lat;
        private int z = 6;
        private int from = 8700;
        private int to = 9065;
        private String filter = "";

        User(int number) throws IOException, InterruptedException {
            random = new SplittableRandom(number);
            lon = -12 + 16 * random.nextDouble();
            lat = 11 + 12 * random.nextDouble();
            var login = client.send(
                    HttpRequest.newBuilder(URI.create(server + "/bench/login?user=user-" + number))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        }

        void work() throws InterruptedException {
            Thread.sleep(random.nextInt(4000));
            show();
            while (!over) {
                Thread.sleep(2000 + random.nextInt(4000));
                int dice = random.nextInt(10);
                if (dice < 5) {
                    move();
                    tiles();
                } else if (dice < 8) {
                    brush();
                } else if (dice < 9) {
                    filter = filter();
                    show();
                } else {
                    send("list", "/api/v1/map/events?limit=50&offset=" + random.nextInt(20) * 50 + query());
                }
            }
        }

        private void show() throws InterruptedException {
            send("counts", "/api/v1/map/counts?unit=month" + query());
            tiles();
            send("areas", "/api/v1/map/areas?lang=fr" + query());
            send("list", "/api/v1/map/events?limit=50" + query());
        }

        private void move() {
            z = Math.clamp(z + random.nextInt(3) - 1, 4, 11);
            lon = Math.clamp(lon + (random.nextDouble() - 0.5) * 60 / (1 << z - 3), -16, 15);
            lat = Math.clamp(lat + (random.nextDouble() - 0.5) * 60 / (1 << z - 3), 5, 24);
        }

        private void brush() throws InterruptedException {
            for (int step = 0; step < 4; step++) {
                from = Math.max(0, from - 30 - random.nextInt(60));
                to = Math.max(from + 60, to - 15 - random.nextInt(30));
                send("brush", "/api/v1/map/counts?unit=month" + query());
                tiles();
                Thread.sleep(100);
            }
        }

        private String filter() {
            return switch (random.nextInt(6)) {
                case 0 -> "&actor=actor-" + random.nextInt(40);
                case 1 -> "&type=ASSAULT&kind=rebel";
                case 2 -> "&area=circle:" + (int) lon + "," + (int) lat + ",150";
                case 3 -> "&deaths=3";
                case 4 -> "&precision=1&type=COERCE";
                default -> "";
            };
        }

        private String query() {
            var first = LocalDate.of(2000, 1, 1);
            return "&from=" + first.plusDays(from) + "&to=" + first.plusDays(to) + filter;
        }

        private void tiles() throws InterruptedException {
            int x = (int) ((lon + 180) / 360 * (1 << z));
            double tan = Math.tan(Math.toRadians(lat));
            int y = (int) ((1 - Math.log(tan + Math.sqrt(tan * tan + 1)) / Math.PI) / 2 * (1 << z));
            for (int dx = 0; dx < 3; dx++) {
                for (int dy = 0; dy < 2; dy++) {
                    send(
                            "tile",
                            "/api/v1/map/tiles/" + z + "/" + Math.min((1 << z) - 1, x + dx) + "/"
                                    + Math.min((1 << z) - 1, y + dy) + ".mvt?lang=fr" + query());
                }
            }
        }

        int send(String route, String path) throws InterruptedException {
            long start = System.nanoTime();
            int status;
            try {
                var response = client.send(
                        HttpRequest.newBuilder(URI.create(server + path))
                                .header("Accept-Encoding", "gzip")
                                .header("Cookie", cookie)
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                status = response.statusCode();
            } catch (IOException e) {
                status = -1;
                faults.computeIfAbsent(e.toString(), key -> new AtomicInteger()).incrementAndGet();
            }
            times.computeIfAbsent(route, key -> new ConcurrentLinkedQueue<>()).add((System.nanoTime() - start) / 1e6);
            if (status != 200) {
                errors.incrementAndGet();
                faults.computeIfAbsent(status + " " + route, key -> new AtomicInteger())
                        .incrementAndGet();
            }
            return status;
        }
    }

    /** The events into the tables that the product reads. */
    private static void fill(Connection connection, SyntheticEvents events) throws SQLException, IOException {
        new PostgisBaseline(connection).copy(events);
        var statements = new ArrayList<>(List.of("truncate event restart identity cascade"));
        for (int actor = 0; actor < SyntheticEvents.ACTORS; actor++) {
            statements.add("insert into actor (id, name, name_ar, name_fr, kind, inter, sector) values ('actor-" + actor
                    + "', 'Actor " + actor + "', '', '', '" + SyntheticEvents.kind(actor)
                    + "', 2, 'REB') on conflict do nothing");
        }
        statements.add(
                "insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision,"
                        + " geom, fatalities_best, confidence) select (array["
                        + String.join(
                                ",",
                                SyntheticEvents.TYPES.stream()
                                        .map(type -> "'" + type + "'")
                                        .toList())
                        + "])[type + 1], '', '', date '2000-01-01' + day, date '2000-01-01' + day, 'day', prec,"
                        + " ST_SetSRID(ST_MakePoint(lon, lat), 4326), fatal, 1 from bench_event order by id");
        statements.add("insert into event_actor select id, 'actor-' || actor, 'participant' from bench_event");
        statements.add("analyze event");
        statements.add("analyze event_actor");
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
