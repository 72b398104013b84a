package org.marsad.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marsad.exchange.datasets.Dataset;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.ImportJobs;
import org.marsad.ingest.Refusal;
import org.marsad.ingest.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Import jobs over HTTP. */
@RestController
class JobsController {
    private static final int SHOWN = 1000;

    private final ImportJobs jobs;
    private final Uploads uploads;

    JobsController(ImportJobs jobs, Uploads uploads) {
        this.jobs = jobs;
        this.uploads = uploads;
    }

    /**
     * Files and directories of this machine; for the launcher's commands only.
     *
     * @param source the data set that they are rows of; articles without
     * @param edition whether they are a whole edition of it
     */
    record Paths(
            List<String> paths,
            @Nullable String source,
            @Nullable Boolean edition) {}

    @PostMapping("/api/v1/jobs")
    ResponseEntity<ImportJob> submit(@RequestBody Paths asked, Principal user) {
        return accepted(
                asked.paths().stream().map(Path::of).toList(),
                String.join(", ", asked.paths()),
                asked.source(),
                Boolean.TRUE.equals(asked.edition()),
                user);
    }

    /** Uploaded files, kept until the job is over; {@code source} and {@code edition} as above. */
    @PostMapping(path = "/api/v1/ingest", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportJob> upload(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "false") boolean edition,
            Principal user)
            throws IOException {
        var batch = uploads.open();
        for (MultipartFile file : files) {
            try (var content = file.getInputStream()) {
                batch.add(file.getOriginalFilename(), content);
            }
        }
        return accepted(batch.paths(), batch.origin(), source, edition, user);
    }

    @GetMapping("/api/v1/jobs")
    List<ImportJob> list() {
        return jobs.list(100);
    }

    @GetMapping("/api/v1/jobs/{id}")
    ImportJob get(@PathVariable long id) {
        return jobs.find(id).orElseThrow(() -> notFound(id));
    }

    @GetMapping("/api/v1/jobs/{id}/refusals")
    List<Refusal> refusals(@PathVariable long id, @RequestParam(defaultValue = "0") long after) {
        return jobs.listRefusals(id, after, SHOWN);
    }

    @DeleteMapping("/api/v1/jobs/{id}")
    ImportJob cancel(@PathVariable long id) {
        jobs.cancel(id);
        return get(id);
    }

    private ResponseEntity<ImportJob> accepted(
            List<Path> paths, String origin, @Nullable String source, boolean edition, Principal user) {
        try {
            var job = source == null
                    ? jobs.submit(paths, origin, user.getName())
                    : jobs.submitRows(Dataset.ofId(source), paths, edition, origin, user.getName());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/jobs/" + job.id()))
                    .body(job);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private static ResponseStatusException notFound(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no import job " + id);
    }
}
