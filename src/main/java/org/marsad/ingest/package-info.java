/** From files to stored articles and events: sources, import jobs, quarantine. */
@NullMarked
package org.marsad.ingest;

import org.jspecify.annotations.NullMarked;
