package org.marsad.snapshot.seal;

import java.util.List;
import java.util.Optional;
import org.marsad.snapshot.Snapshot;
import org.marsad.snapshot.store.SnapshotRows;

/** Tells whether a file is one that was issued: by its hash in the store, never by what it says of itself. */
public final class Verifier {
    private final SnapshotRows rows;

    public Verifier(SnapshotRows rows) {
        this.rows = rows;
    }

    public Verdict verify(byte[] file) {
        var sha256 = Sha256.of(file);
        var known = rows.findFile(sha256);
        if (known.isPresent()) {
            return issued(
                    sha256,
                    known.get().getValue(),
                    rows.find(known.get().getKey()).stream().toList());
        }
        var pack = rows.findPack(sha256);
        if (pack.isPresent()) {
            return issued(sha256, pack.get().name(), find(pack.get().codes()));
        }
        var claimed = find(ClaimedCode.of(file));
        return new Verdict(claimed.isEmpty() ? Verdict.Kind.UNKNOWN : Verdict.Kind.ALTERED, sha256, null, claimed);
    }

    private static Verdict issued(String sha256, String name, List<Snapshot> snapshots) {
        boolean stands = snapshots.stream().noneMatch(Snapshot::isWithdrawn);
        return new Verdict(stands ? Verdict.Kind.ISSUED : Verdict.Kind.WITHDRAWN, sha256, name, snapshots);
    }

    private List<Snapshot> find(Iterable<String> codes) {
        var found = new java.util.ArrayList<Snapshot>();
        codes.forEach(code -> Optional.of(code).flatMap(rows::find).ifPresent(found::add));
        return found;
    }
}
