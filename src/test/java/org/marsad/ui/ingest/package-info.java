@NullMarked
package org.marsad.ui.ingest;

import org.jspecify.annotations.NullMarked;
