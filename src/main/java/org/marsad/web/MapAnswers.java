package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the map's routes answer: compressed at the speed that pays on a local network, with a tag that is known before the
 * answer is worked out, no more at once than the machine can do, and not at all for a view that has moved on.
 */
@Component
final class MapAnswers {
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
    ResponseEntity<byte[]> cached(HttpServletRequest request, MediaType type, String key, Work work) {
        return answer(request, type, key, work);
    }

    /** For what is not of the model alone. */
    ResponseEntity<byte[]> uncached(HttpServletRequest request, Work work) {
        return answer(request, MediaType.APPLICATION_JSON, null, work);
    }

    /** Small, and of this moment. */
    ResponseEntity<byte[]> plain(HttpServletRequest request, Object value) {
        byte[] body = json.writeValueAsBytes(value);
        var tag = "W/\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
        cacheControl(CacheControl.noCache().cachePrivate());
        return tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body);
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, MediaType type, @Nullable String key, Work work) {
        var cancellation = views.of(request);
        var now = queries.now();
        var tag = key == null ? null : "W/\"" + now.version() + "-" + Integer.toHexString(key.hashCode()) + "\"";
        if (tag != null && tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), request, now, tag)
                    .build();
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
        var response = headers(ResponseEntity.ok(), request, now, tag)
                .header("Server-Timing", "model;dur=" + nanos / 1000 / 1000.0)
                .contentType(type);
        if (isZipped) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.body(body);
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

    private <B extends ResponseEntity.HeadersBuilder<B>> B headers(
            B response, HttpServletRequest request, MapQueries.At now, @Nullable String tag) {
        var away = queries.status().awaySince();
        if (away != null) {
            response.header("Marsad-Stale", Long.toString(MapModelApi.staleSeconds(away)));
        }
        if (tag != null) {
            response.eTag(tag);
        }
        boolean named = now.version().equals(request.getParameter("v"));
        cacheControl(
                named && tag != null
                        ? CacheControl.maxAge(1, TimeUnit.HOURS).cachePrivate()
                        : CacheControl.noCache().cachePrivate());
        return response.header("Marsad-Model", now.version()).varyBy(HttpHeaders.ACCEPT_ENCODING);
    }

    /** In the place of what Spring Security has already said, which forbids to keep any answer. */
    private static void cacheControl(CacheControl control) {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            attributes.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, control.getHeaderValue());
        }
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
