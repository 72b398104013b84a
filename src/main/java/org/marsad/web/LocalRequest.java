package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;

/** Whether a request comes from a program on the server's own machine. */
final class LocalRequest {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");

    /** A proxy on this machine connects from loopback too, on behalf of anyone; it says so in one of these. */
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    /** A foreign name for 127.0.0.1 is how a web page elsewhere reaches in (DNS rebinding). */
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalRequest() {}

    static boolean isLocal(HttpServletRequest request) {
        return LOOPBACK.contains(request.getRemoteAddr())
                && NAMES.contains(request.getServerName())
                && PROXY_HEADERS.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
