package org.marsad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marsad.store.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may reach what, tried against the running server: every mapping that there is, by every kind of caller. */
@ServerTest(database = "web")
class RoutesTest {
    /** Who each route is for; a route that is not named here is for analysts, and only to read. */
    private static final Map<String, String> FOR = Map.ofEntries(
            Map.entry("POST /api/v1/code", "analyst"),
            Map.entry("GET /api/v1/jobs", "admin"),
            Map.entry("POST /api/v1/jobs", "command line"),
            Map.entry("GET /api/v1/jobs/{id}", "admin"),
            Map.entry("DELETE /api/v1/jobs/{id}", "admin"),
            Map.entry("GET /api/v1/jobs/{id}/refusals", "admin"),
            Map.entry("POST /api/v1/ingest", "admin"),
            Map.entry("POST /api/v1/events/{id}/split", "admin"),
            Map.entry("POST /api/v1/events/join", "admin"),
            Map.entry("PUT /api/v1/sources/{source}/licence/{licence}", "admin"),
            Map.entry("PUT /api/v1/sources/{source}/readers/{account}", "admin"),
            Map.entry("DELETE /api/v1/sources/{source}/readers/{account}", "admin"),
            Map.entry("POST /api/v1/snapshots", "briefer"),
            Map.entry("POST /api/v1/snapshots/preview", "briefer"),
            Map.entry("POST /api/v1/snapshots/pack", "briefer"),
            Map.entry("POST /api/v1/snapshots/{code}/refresh", "briefer"),
            Map.entry("POST /api/v1/snapshots/{code}/withdraw", "admin"),
            Map.entry("GET /api/v1/schedules", "briefer"),
            Map.entry("POST /api/v1/schedules", "briefer"),
            Map.entry("DELETE /api/v1/schedules/{id}", "briefer"),
            Map.entry("GET /api/v1/status", "admin"));

    private static final List<String> ROLES = List.of("analyst", "briefer", "admin");
    private static final Set<Integer> DENIED = Set.of(401, 403);

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRouteIsClosedToStrangersAndOpenToTheRoleItIsFor() throws Exception {
        var routes = listRoutes();
        assertThat(routes).containsAll(FOR.keySet());
        for (String route : routes) {
            String role = FOR.getOrDefault(route, "analyst");
            assertThat(DENIED).as("%s by nobody", route).contains(status(route, null));
            for (String caller : ROLES) {
                boolean allowed = !role.equals("command line") && ROLES.indexOf(caller) >= ROLES.indexOf(role);
                assertThat(DENIED.contains(status(route, caller)))
                        .as("%s is denied to %s", route, caller)
                        .isEqualTo(!allowed);
            }
        }
    }

    @Test
    void whatIsNotStatedIsDeniedEvenToAnAdmin() throws Exception {
        for (String route :
                List.of("POST /api/v1/events", "PUT /api/v1/counts", "GET /api/v2/x", "GET /env", "GET /beans")) {
            assertThat(status(route, "admin")).as(route).isIn(401, 403, 302);
        }
    }

    @Test
    void healthIsPublicAndTellsNothingMore() throws Exception {
        var response = send("GET /health", Map.of());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("PostgreSQL")
                .doesNotContain("details");
        assertThat(send("GET /health/db", Map.of()).statusCode()).isIn(401, 403);
    }

    @Test
    void demoAccountsAreRefusedToAnyoneWhoComesThroughAProxyOrAForeignName() throws Exception {
        String login = basic("admin", "admin");
        assertThat(send("GET /api/v1/status", Map.of("Authorization", login)).statusCode())
                .isEqualTo(200);
        for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")) {
            assertThat(send("GET /api/v1/status", Map.of("Authorization", login, header, "203.0.113.9"))
                            .statusCode())
                    .as(header)
                    .isIn(401, 403);
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        assertThat(send("GET /api/v1/status", Map.of("Authorization", basic("admin", "wrong")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("GET /api/v1/status", Map.of("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionCannotBeUsedToPostWithoutItsToken() throws Exception {
        var login = send("GET /login", Map.of());
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        assertThat(send("POST /api/v1/code", Map.of("Cookie", cookie)).statusCode())
                .isIn(401, 403);
    }

    @Test
    void everyPageCarriesTheSecurityHeaders() throws Exception {
        for (String page : List.of("GET /login", "GET /api/v1/status")) {
            var headers = send(page, Map.of()).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(page)
                    .contains("frame-ancestors 'none'");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(page).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(page).contains("same-origin");
        }
    }

    private List<String> listRoutes() {
        var routes = new ArrayList<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (!method.getBeanType().getPackageName().startsWith("org.marsad")) {
                return;
            }
            for (String pattern : mapping.getPatternValues()) {
                var methods = mapping.getMethodsCondition().getMethods();
                assertThat(methods)
                        .as("%s says which HTTP methods it takes", pattern)
                        .isNotEmpty();
                methods.forEach(verb -> routes.add(verb + " " + pattern));
            }
        });
        return routes;
    }

    private int status(String route, @org.jspecify.annotations.Nullable String caller) throws Exception {
        var headers = caller == null ? Map.<String, String>of() : Map.of("Authorization", basic(caller, caller));
        var response = send(route, headers, HttpResponse.BodyHandlers.ofInputStream());
        // Some answers are whole data sets: who may have them is told by their beginning.
        response.body().close();
        return response.statusCode();
    }

    private HttpResponse<String> send(String route, Map<String, String> headers)
            throws IOException, InterruptedException {
        return send(route, headers, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(String route, Map<String, String> headers, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "1");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(parts[0], HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return client.send(request.build(), body);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
