package org.marsad.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One user of the server, logged in, over one connection that is kept. It is written out down to the socket, so that little of
 * what is timed is the client's.
 */
final class BenchClient implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;
    private String cookie = "";

    /**
     * An answer.
     *
     * @param headers by names in lower case
     * @param body as it came
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    BenchClient(int port, String user) throws IOException {
        this.port = port;
        socket = connect();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        var login = exchange("POST /bench/login?user=" + user, "Content-Length: 0\r\n");
        cookie = "Cookie: " + login.headers().getOrDefault("set-cookie", "").split(";")[0] + "\r\n";
    }

    Answer send(String path) throws IOException {
        return exchange("GET " + path, "Accept-Encoding: gzip\r\n");
    }

    /** The body as it came, compressed where it pays. */
    byte[] get(String path) throws IOException {
        return body(path, "Accept-Encoding: gzip\r\n");
    }

    /** The body without compression. */
    byte[] getPlain(String path) throws IOException {
        return body(path, "");
    }

    private byte[] body(String path, String headers) throws IOException {
        var answer = exchange("GET " + path, headers);
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    answer.status() + " for " + path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private Answer exchange(String request, String headers) throws IOException {
        socket.getOutputStream()
                .write((request + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + cookie + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ")[1]);
        var answered = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            answered.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = body(status, answered);
        if ("close".equals(answered.get("connection"))) {
            socket.close();
            socket = connect();
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        return new Answer(status, answered, body);
    }

    private Socket connect() throws IOException {
        var made = new Socket("127.0.0.1", port);
        made.setTcpNoDelay(true);
        return made;
    }

    private byte[] body(int status, Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(Integer.parseInt(length));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            if (status == 204 || status == 304) {
                return new byte[0];
            }
            throw new IOException("an answer without a length: " + headers);
        }
        var body = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
