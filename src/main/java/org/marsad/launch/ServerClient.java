package org.marsad.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.marsad.store.database.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running server as its own user on this machine. */
final class ServerClient {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Home home;
    private final int port;

    ServerClient(Home home, int port) {
        this.home = home;
        this.port = port;
    }

    /** Whether this installation's server answers there: another one does not know our token. */
    boolean isHealthy() {
        try {
            return send(authorized("/api/v1/status").timeout(Duration.ofSeconds(10)))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    JsonNode get(String path) {
        return json(authorized(path).GET());
    }

    JsonNode post(String path, Object body) {
        return json(authorized(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + Secret.inFile(home.adminToken()));
    }

    private JsonNode json(HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            response = send(request);
        } catch (IOException e) {
            throw new CommandFailed(
                    "the server on port " + port + " does not answer: " + e + ". Its log: " + home.serverLog());
        }
        if (response.statusCode() / 100 != 2) {
            throw new CommandFailed("the server refused " + response.uri().getPath() + " with status "
                    + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("interrupted");
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
