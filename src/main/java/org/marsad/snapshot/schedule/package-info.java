/** Snapshots of saved views that are made by themselves. */
@NullMarked
package org.marsad.snapshot.schedule;

import org.jspecify.annotations.NullMarked;
