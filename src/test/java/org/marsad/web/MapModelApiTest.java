package org.marsad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.store.ServerTest;
import org.marsad.testing.VectorTile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map's own routes over HTTP: what they answer, how it is kept, and how soon a new event is on the map. */
@ServerTest
class MapModelApiTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void anEventInKayes() throws Exception {
        jdbc.sql("truncate event cascade").update();
        awaitTotal(0); // else the event of the test before would be taken for this one's
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision, geom,
                    fatalities_best, confidence)
                values ('ASSAULT', 'Battles', '', '2025-02-20', '2025-02-20', 'day', 1,
                    ST_SetSRID(ST_Point(-11.44, 14.45), 4326), 3, 1)""").update();
        awaitTotal(1);
    }

    @Test
    void aNewEventComesOntoTheMapByItself() throws Exception {
        jdbc.sql("""
                insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision, geom,
                    confidence)
                values ('COERCE', '', '', '2025-03-01', '2025-03-01', 'day', 2, ST_SetSRID(ST_Point(-11.4, 14.4), 4326), 1)""").update();
        awaitTotal(2);
        assertThat(tile("/map/tiles/8/119/117.mvt"))
                .extracting(feature -> feature.attributes().get("type"))
                .containsExactlyInAnyOrder("ASSAULT", "COERCE");
        jdbc.sql("delete from event where plover = 'ASSAULT'").update();
        awaitTotal(1);
        assertThat(tile("/map/tiles/8/119/117.mvt")).hasSize(1);
    }

    @Test
    void tilesAreCellsFromAfarAndPointsFromNear() throws Exception {
        assertThat(tile("/map/tiles/0/0/0.mvt")).singleElement().satisfies(cell -> {
            assertThat(cell.layer()).isEqualTo("cells");
            assertThat(cell.number("n")).isOne();
            assertThat(cell.number("violent")).isOne();
        });
        assertThat(tile("/map/tiles/8/119/117.mvt")).singleElement().satisfies(point -> {
            assertThat(point.layer()).isEqualTo("points");
            assertThat(point.number("deaths")).isEqualTo(3);
        });
        assertThat(tile("/map/tiles/8/119/117.mvt?type=PROTEST")).isEmpty();
        assertThat(get("/map/tiles/3/9/0.mvt").statusCode()).isEqualTo(404);
    }

    @Test
    void aBlockOfTilesIsItsTilesOneAfterTheOther() throws Exception {
        var block = get("/map/tiles/8/118-119/116-117.mvts");
        assertThat(block.statusCode()).isEqualTo(200);
        var all = ByteBuffer.wrap(block.body()).order(ByteOrder.LITTLE_ENDIAN);
        for (var tile : new String[] {"118/116", "119/116", "118/117", "119/117"}) {
            byte[] body = new byte[all.getInt()];
            all.get(body);
            assertThat(body)
                    .as(tile)
                    .isEqualTo(get("/map/tiles/8/" + tile + ".mvt").body());
        }
        assertThat(all.hasRemaining()).isFalse();
        assertThat(tile("/map/tiles/8/119/117.mvt")).isNotEmpty();
    }

    @Test
    void countsAreOneAnswer() throws Exception {
        var counts = body("/map/counts?unit=day&actor=nobody");
        assertThat(counts.path("total").asInt()).isZero();
        assertThat(counts.path("facets").path("type")).isEmpty();
        counts = body("/map/counts?unit=day&type=PROTEST");
        assertThat(counts.path("facets").path("type").get(0).path("id").asString())
                .isEqualTo("ASSAULT");
        assertThat(counts.path("time").path("count")).isNotEmpty();
        assertThat(body("/map/counts?facets=type").has("time")).isFalse();
    }

    @Test
    void aListGoesOnWhereItEnded() throws Exception {
        var page = body("/map/events?limit=1");
        assertThat(page.path("total").asInt()).isOne();
        assertThat(page.path("events").get(0).path("plover").asString()).isEqualTo("ASSAULT");
        assertThat(page.path("next").isNull()).isTrue();
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        for (var path : new String[] {"/map/counts", "/map/tiles/0/0/0.mvt", "/map/areas", "/map/status"}) {
            var first = get(path);
            var again = askAgain(path, first);
            // The model may be swapped between the two, as it is soon after an event has come in.
            for (int i = 0; i < 5 && again.statusCode() == 200; i++) {
                first = again;
                again = askAgain(path, first);
            }
            assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache, private");
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
        var version = get("/map/counts").headers().firstValue("Marsad-Model").orElseThrow();
        assertThat(get("/map/counts?v=" + version).headers().firstValue("Cache-Control"))
                .contains("max-age=3600, private");
    }

    private HttpResponse<byte[]> askAgain(String path, HttpResponse<byte[]> first) throws Exception {
        var tag = first.headers().firstValue("ETag").orElseThrow();
        return client.send(signed(path).header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void answersGoCompressed() throws Exception {
        var answer = client.send(
                signed("/map/counts?unit=day").header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.headers().firstValue("Content-Encoding").isPresent()) {
            assertThat(json.readTree(new GZIPInputStream(new ByteArrayInputStream(answer.body())))
                            .path("total")
                            .asInt())
                    .isOne();
        } else {
            assertThat(answer.body()).hasSizeLessThan(1000);
        }
    }

    @Test
    void aViewThatHasMovedOnIsAnsweredNoMore() throws Exception {
        assertThat(send("/map/counts", "view-a;2").statusCode()).isEqualTo(200);
        assertThat(send("/map/counts", "view-a;1").statusCode()).isEqualTo(409);
        assertThat(send("/map/counts", "view-b;1").statusCode()).isEqualTo(200);
        assertThat(send("/map/counts", "nonsense").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/map/status",
                "/map/tiles/0/0/0.mvt",
                "/map/tiles/0/0-0/0-0.mvts",
                "/map/areas",
                "/map/counts",
                "/map/events"
            })
    void nobodyIsServedWithoutALogin(String path) throws Exception {
        var answer = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/map/counts?from=soon, from",
        "/map/counts?unit=decade, unit",
        "'/map/counts?facets=type,colour', facets",
        "/map/tiles/0/0/0.mvt?as=hexagons, as",
        "/map/tiles/0/0/0.mvt?area=here, area",
        "/map/tiles/0/x/0.mvt, x",
        "/map/tiles/8/0-9/0-9.mvts, tiles",
        "/map/tiles/3/7-8/0-1.mvts, tiles",
        "/map/tiles/3/2-1/0-1.mvts, tiles",
        "/map/events?limit=0, limit",
        "/map/events?offset=-1, offset",
        "/map/events?after=x, after",
        "/map/events?sort=best, sort",
        "/map/events?ids=a, ids",
        "/map/areas?lang=de, lang",
    })
    void aBadParameterIsNamed(String path, String parameter) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).path("parameter").asString()).isEqualTo(parameter);
    }

    private void awaitTotal(int total) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get("/map/counts").statusCode() == 200
                        && body("/map/counts").path("total").asInt() == total);
    }

    private java.util.List<VectorTile.Feature> tile(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return VectorTile.read(answer.body());
    }

    private JsonNode body(String path) throws Exception {
        return json.readTree(get(path).body());
    }

    private HttpResponse<byte[]> send(String path, String view) throws Exception {
        return client.send(signed(path).header("Marsad-View", view).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(signed(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder signed(String path) {
        var login = Base64.getEncoder().encodeToString("analyst:analyst".getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + login);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
    }
}
