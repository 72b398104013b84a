package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.MapQueries;
import org.marsad.mapview.columns.Cancellation;
import org.marsad.mapview.columns.RepeatingBytes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the map's routes answer: straight to the socket, as a tile takes no longer to make than Spring to convert it; compressed at the speed that pays on a local network, with a tag that is known before the
 * answer is worked out, no more at once than the machine can do, and not at all for a view that has moved on.
 */
@Component
final class MapAnswers {
    /** These stand in the place of what Spring Security has already said, which forbids to keep any answer. */
    private static final String FOR_AN_HOUR =
            CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate().getHeaderValue();

    private static final String ASK_AGAIN =
            CacheControl.noCache().cachePrivate().getHeaderValue();

    private final MapQueries queries;
    private final JsonMapper json;
    private final AnswerCache cache;
    private final ViewSequence views = new ViewSequence();
    private final Semaphore atOnce = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    MapAnswers(MapQueries queries, JsonMapper json, @Value("${marsad.map.cache-mb:64}") int cacheMegabytes) {
        this.queries = queries;
        this.json = json;
        this.cache = new AnswerCache(cacheMegabytes << 20);
    }

    /** Works out an answer's body. */
    interface Work {
        RepeatingBytes body(MapQueries.At now, Cancellation cancellation);
    }

    RepeatingBytes json(Object value) {
        return RepeatingBytes.of(json.writeValueAsBytes(value));
    }

    /**
     * @param key says what is asked, but for the model's version
     */
    void cached(HttpServletRequest request, HttpServletResponse response, String type, String key, Work work)
            throws IOException {
        answer(request, response, type, key, work);
    }

    /** For what is not of the model alone. */
    void uncached(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
        answer(request, response, MediaType.APPLICATION_JSON_VALUE, null, work);
    }

    /** Small, and of this moment. */
    void plain(HttpServletRequest request, HttpServletResponse response, Object value) throws IOException {
        byte[] body = json.writeValueAsBytes(value);
        var tag = "W/\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, ASK_AGAIN);
        if (isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            send(response, MediaType.APPLICATION_JSON_VALUE, body);
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, String type, @Nullable String key, Work work)
            throws IOException {
        var cancellation = views.of(request);
        var now = queries.now();
        var tag = key == null ? null : "W/\"" + now.version() + "-" + Integer.toHexString(key.hashCode()) + "\"";
        if (tag != null && isKnown(tag, request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            headers(response, request, now, tag);
            return;
        }
        boolean zipped = acceptsGzip(request);
        var cacheKey = key == null ? null : now.version() + (zipped ? " z " : " ") + key;
        byte[] body = cacheKey == null ? null : cache.find(cacheKey);
        long nanos = 0;
        boolean isZipped = zipped;
        if (body == null) {
            acquire();
            try {
                cancellation.check();
                long begun = System.nanoTime();
                var plain = work.body(now, cancellation);
                nanos = System.nanoTime() - begun;
                isZipped = zipped && plain.bytes().length >= Gzip.WORTH_IT;
                body = isZipped ? Gzip.fast(plain) : plain.bytes();
            } catch (CancellationException e) {
                throw new ResponseStatusException(HttpStatus.CONFLICT, "the view has moved on", e);
            } finally {
                atOnce.release();
            }
            if (cacheKey != null) {
                cache.put(cacheKey, body);
            }
        } else {
            isZipped = zipped && Gzip.is(body);
        }
        headers(response, request, now, tag);
        response.setHeader("Server-Timing", "model;dur=" + nanos / 1000 / 1000.0);
        if (isZipped) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        send(response, type, body);
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean isKnown(String tag, HttpServletRequest request) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null && known.contains(tag);
    }

    private void acquire() {
        try {
            if (!atOnce.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many ask at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "the server is stopping", e);
        }
    }

    private void headers(
            HttpServletResponse response, HttpServletRequest request, MapQueries.At now, @Nullable String tag) {
        var away = queries.status().awaySince();
        if (away != null) {
            response.setHeader("Marsad-Stale", Long.toString(MapModelApi.staleSeconds(away)));
        }
        if (tag != null) {
            response.setHeader(HttpHeaders.ETAG, tag);
        }
        boolean named = now.version().equals(request.getParameter("v"));
        response.setHeader(HttpHeaders.CACHE_CONTROL, named && tag != null ? FOR_AN_HOUR : ASK_AGAIN);
        response.setHeader("Marsad-Model", now.version());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
