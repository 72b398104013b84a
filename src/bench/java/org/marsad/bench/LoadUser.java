package org.marsad.bench;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Somebody at a dashboard. */
final class LoadUser implements AutoCloseable {
    private final SplittableRandom random;
    private final LoadLog log;
    private final BenchClient client;
    private double lon;
    private double lat;
    private int z = 6;
    private int from = YearFilter.FROM;
    private int to = YearFilter.TO;
    private String filter = "";

    LoadUser(int port, int number, LoadLog log) throws IOException {
        this.log = log;
        random = new SplittableRandom(number);
        lon = -12 + 16 * random.nextDouble();
        lat = 11 + 12 * random.nextDouble();
        client = new BenchClient(port, "user-" + number);
    }

    void work(BooleanSupplier over) throws InterruptedException {
        Thread.sleep(random.nextInt(4000));
        show();
        while (!over.getAsBoolean()) {
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

    private void show() {
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
        return "&from=" + YearFilter.day(from) + "&to=" + YearFilter.day(to) + filter;
    }

    private void tiles() {
        int x = (int) ((lon + 180) / 360 * (1 << z));
        double tan = Math.tan(Math.toRadians(lat));
        int y = (int) ((1 - Math.log(tan + Math.sqrt(tan * tan + 1)) / Math.PI) / 2 * (1 << z));
        int last = (1 << z) - 1;
        for (int dx = 0; dx < 3; dx++) {
            for (int dy = 0; dy < 2; dy++) {
                send(
                        "tile",
                        "/api/v1/map/tiles/" + z + "/" + Math.min(last, x + dx) + "/" + Math.min(last, y + dy)
                                + ".mvt?lang=fr" + query());
            }
        }
    }

    private void send(String route, String path) {
        long start = System.nanoTime();
        try {
            int status = client.send(path).status();
            if (status != 200) {
                log.failed(status + " " + route);
            }
        } catch (IOException e) {
            log.failed(route + ": " + e);
        }
        log.answered(route, (System.nanoTime() - start) / 1e6);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
