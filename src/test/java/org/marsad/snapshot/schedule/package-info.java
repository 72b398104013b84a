@NullMarked
package org.marsad.snapshot.schedule;

import org.jspecify.annotations.NullMarked;
