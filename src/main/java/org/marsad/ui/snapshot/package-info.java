/** Where briefers issue snapshots, and everybody finds and checks them. */
@NullMarked
package org.marsad.ui.snapshot;

import org.jspecify.annotations.NullMarked;
