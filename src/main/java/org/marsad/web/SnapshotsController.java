package org.marsad.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.marsad.mapview.BadParameterException;
import org.marsad.snapshot.ChangesSince;
import org.marsad.snapshot.Signer;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.Snapshots;
import org.marsad.snapshot.seal.Verdict;
import org.marsad.snapshot.sheet.Format;
import org.marsad.snapshot.store.DraftJson;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Snapshots over HTTP: analysts read and check them, briefers issue, admins withdraw. */
@RestController
@RequestMapping("/api/v1/snapshots")
class SnapshotsController {
    private static final int LONGEST = 256 << 20;
    private static final int MOST = 200;
    private static final Map<String, String> TYPES = Map.of(
            "gpkg", "application/geopackage+sqlite3",
            "geojson", "application/geo+json",
            "kml", "application/vnd.google-earth.kml+xml");

    private final Snapshots snapshots;

    SnapshotsController(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    record Reason(@Nullable String reason) {}

    /**
     * @param format pdf or pptx
     */
    record Pack(
            @Nullable String title,
            List<String> codes,
            @Nullable String format) {}

    @GetMapping
    List<Snapshot> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "true") boolean withdrawn,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new BadParameterException(offset < 0 ? "offset" : "limit", "is not from 1 to " + MOST);
        }
        return snapshots.list(q, withdrawn, offset, limit);
    }

    @PostMapping
    ResponseEntity<Snapshot> issue(@RequestBody String draft, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED).body(snapshots.issue(DraftJson.read(draft), signer(request)));
    }

    @PostMapping(path = "/preview")
    ResponseEntity<byte[]> preview(@RequestBody String draft, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(snapshots.preview(DraftJson.read(draft), signer(request)));
    }

    @PostMapping("/verify")
    Verdict verify(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "longer than any file of a snapshot");
        }
        return snapshots.verify(body);
    }

    @PostMapping("/pack")
    ResponseEntity<Resource> pack(@RequestBody Pack asked, HttpServletRequest request) {
        var format = "pptx".equals(asked.format()) ? Format.PPTX : Format.PDF;
        var title = asked.title();
        var file = snapshots.pack(title == null ? "" : title, asked.codes(), format, signer(request));
        return download(file, "marsad-" + file.getFileName());
    }

    /** A pack that was made. */
    @GetMapping("/packs/{name}")
    ResponseEntity<Resource> pack(@PathVariable String name) {
        return download(snapshots.packFile(name), "marsad-" + name);
    }

    @GetMapping("/{code}")
    Snapshot get(@PathVariable String code) {
        return snapshots.get(code);
    }

    /** A file by its name, as the snapshot's record lists them; {@code sheet.pptx} is made when it is asked for first. */
    @GetMapping("/{code}/files/{name}")
    ResponseEntity<Resource> file(@PathVariable String code, @PathVariable String name) {
        var file = snapshots.file(code, name);
        return download(file, "marsad-" + snapshots.get(code).code() + "-" + name);
    }

    @GetMapping("/{code}/changes")
    ChangesSince changes(@PathVariable String code, @RequestParam(defaultValue = "en") String lang) {
        return snapshots.changes(code, EventApi.language(lang));
    }

    @PostMapping("/{code}/refresh")
    ResponseEntity<Snapshot> refresh(@PathVariable String code, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CREATED).body(snapshots.refresh(code, signer(request)));
    }

    @PostMapping("/{code}/withdraw")
    Snapshot withdraw(@PathVariable String code, @RequestBody Reason asked, HttpServletRequest request) {
        var reason = asked.reason();
        return snapshots.withdraw(code, reason == null ? "" : reason, signer(request));
    }

    static Signer signer(HttpServletRequest request) {
        var user = request.getUserPrincipal();
        boolean admin = request.isUserInRole("ADMIN");
        return new Signer(user == null ? "" : user.getName(), admin || request.isUserInRole("BRIEFER"), admin);
    }

    private static ResponseEntity<Resource> download(Path file, String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        var known = TYPES.get(extension);
        var type = known != null
                ? MediaType.parseMediaType(known)
                : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new FileSystemResource(file));
    }
}
