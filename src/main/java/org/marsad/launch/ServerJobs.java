package org.marsad.launch;

import java.util.List;
import org.marsad.ingest.ImportJob;
import org.marsad.ingest.Refusal;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Jobs of the running server. */
record ServerJobs(ServerClient client) implements JobProgress.Source {
    private static final JsonMapper JSON = JsonMapper.shared();

    ImportJob submit(List<String> paths) {
        return JSON.treeToValue(client.post("/api/v1/jobs", java.util.Map.of("paths", paths)), ImportJob.class);
    }

    /** Rows of a data set. */
    ImportJob submitRows(String source, List<String> paths, boolean edition) {
        return JSON.treeToValue(
                client.post("/api/v1/jobs", java.util.Map.of("paths", paths, "source", source, "edition", edition)),
                ImportJob.class);
    }

    /** The latest first. */
    List<ImportJob> list() {
        return JSON.treeToValue(client.get("/api/v1/jobs"), new TypeReference<List<ImportJob>>() {});
    }

    @Override
    public ImportJob job(long id) {
        return JSON.treeToValue(client.get("/api/v1/jobs/" + id), ImportJob.class);
    }

    @Override
    public List<Refusal> refusalsAfter(long job, long refusal) {
        return JSON.treeToValue(
                client.get("/api/v1/jobs/" + job + "/refusals?after=" + refusal),
                new TypeReference<List<Refusal>>() {});
    }
}
