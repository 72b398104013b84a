/** Snapshots in the database and their files on the disk. */
@NullMarked
package org.marsad.snapshot.store;

import org.jspecify.annotations.NullMarked;
