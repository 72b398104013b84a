package org.marsad.snapshot;

import java.nio.file.Path;

/**
 * How this installation makes snapshots.
 *
 * @param directory of the files
 * @param address where this Marsad is reached, without a slash at its end; printed on sheets
 * @param software as on a sheet
 */
public record SnapshotSettings(Path directory, String address, String software) {}
