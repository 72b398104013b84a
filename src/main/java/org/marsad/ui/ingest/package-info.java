/** Taking articles in: files, jobs, and what was refused. */
@NullMarked
package org.marsad.ui.ingest;

import org.jspecify.annotations.NullMarked;
