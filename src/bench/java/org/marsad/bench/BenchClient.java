package org.marsad.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** One user of the server, logged in. */
final class BenchClient {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String server;

    BenchClient(String server, String user) throws IOException, InterruptedException {
        this.server = server;
        client.send(
                HttpRequest.newBuilder(URI.create(server + "/bench/login?user=" + user))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    HttpResponse<byte[]> send(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + path)).header("Accept-Encoding", "gzip");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The body as it came. */
    byte[] get(String path) throws IOException, InterruptedException {
        var response = send(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.statusCode() + " for " + path + ": " + new String(response.body()));
        }
        return response.body();
    }
}
