package org.marsad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.marsad.store.Licences;
import org.marsad.store.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map's HTTP interface as a program sees it. */
@ServerTest(database = "dashboard")
class EventApiTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Licences licences;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events",
                "/events.geojson",
                "/events/1",
                "/counts",
                "/histogram",
                "/borders",
                "/corridor?border=ML-SN",
                "/towns?bbox=0,0,1,1",
                "/map/borders.json",
                "/map/countries-50m.json"
            })
    void nobodyIsServedWithoutALogin(String path) throws Exception {
        var answer = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/events?from=soon, from",
        "/events?limit=0, limit",
        "/events?offset=-1, offset",
        "/events?sort=best, sort",
        "/counts?border=ML-SN&km=500, km",
        "/histogram?unit=decade, unit",
        "/events.geojson?lang=de, lang",
        "/events.geojson?type='x', type",
        "/export, as",
        "/export?as=xlsx, as",
        "/export?as=csv&from=x, from",
        "/corridor?km=5, km",
        "/corridor?border=ML-ZZ, border",
        "'/towns?bbox=1,2,3', bbox",
        "'/towns?bbox=5,5,1,1', bbox",
        "'/towns?bbox=0,0,1,NaN', bbox",
    })
    void aBadParameterIsNamed(String path, String parameter) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = json.readTree(answer.body());
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.path("detail").asString()).contains("'" + parameter + "'");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        var first = get("/borders?lang=fr");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = client.send(
                signed("/borders?lang=fr").header("If-None-Match", tag).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void answersGoCompressed() throws Exception {
        for (var path : new String[] {"/borders", "/map/countries-50m.json"}) {
            var answer = client.send(
                    signed(path).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
            assertThat(answer.body()).startsWith(0x1f, 0x8b);
        }
    }

    @Test
    void bordersHaveTheirNamesInTheLanguageAskedFor() throws Exception {
        assertThat(border("fr")).isEqualTo("Mali – Sénégal");
        assertThat(border("ar")).isEqualTo("مالي – السنغال");
    }

    @Test
    void aCorridorIsAnAreaAroundTheBorder() throws Exception {
        var feature = json.readTree(get("/corridor?border=ML-SN&km=50").body());
        assertThat(feature.path("geometry").path("type").asString()).isEqualTo("MultiPolygon");
        assertThat(feature.path("properties").path("km").asDouble()).isEqualTo(50);
    }

    @Test
    void anEventThatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/events/987654321").statusCode()).isEqualTo(404);
        assertThat(get("/events/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void aProgramIsNotServedWhatALicenceForbidsToPassOn() throws Exception {
        long id = jdbc.sql("""
                        insert into event (plover, acled, acled_sub, start_date, end_date, date_precision, where_precision,
                            geom, confidence, source)
                        values ('ASSAULT', 'Battles', 'Armed clash', '1999-07-01', '1999-07-01', 'day', 1,
                            ST_SetSRID(ST_Point(-12.2, 14.4), 4326), 1, 'acled') returning id""").query(Long.class).single();
        var year = "?from=1999-01-01&to=1999-12-31&undated=no";
        try {
            for (var seen : new boolean[] {false, true, false}) {
                if (seen) {
                    licences.grant("acled", "analyst");
                } else {
                    licences.revoke("acled", "analyst");
                }
                assertThat(json.readTree(get("/events" + year).body())
                                .path("total")
                                .asInt())
                        .isEqualTo(seen ? 1 : 0);
                assertThat(json.readTree(get("/counts" + year).body())
                                .path("total")
                                .asInt())
                        .isEqualTo(seen ? 1 : 0);
                assertThat(get("/events.geojson" + year).body().contains("ASSAULT"))
                        .isEqualTo(seen);
                assertThat(get("/export" + year + "&as=csv").body().contains("ASSAULT"))
                        .isEqualTo(seen);
                assertThat(get("/events/" + id).statusCode()).isEqualTo(seen ? 200 : 404);
            }
        } finally {
            jdbc.sql("delete from event where id = ?").param(id).update();
        }
    }

    private String border(String language) throws Exception {
        for (JsonNode border : json.readTree(get("/borders?lang=" + language).body())) {
            if (border.path("id").asString().equals("ML-SN")) {
                return border.path("name").asString();
            }
        }
        throw new AssertionError("no border ML-SN");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(signed(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder signed(String path) {
        var login = Base64.getEncoder().encodeToString("analyst:analyst".getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + login);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path.replace("'", "%27")));
    }
}
