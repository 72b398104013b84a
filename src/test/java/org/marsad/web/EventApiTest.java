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
import org.marsad.store.ServerTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map's HTTP interface as a program sees it. */
@ServerTest(database = "dashboard")
class EventApiTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();

    @LocalServerPort
    private int port;

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
