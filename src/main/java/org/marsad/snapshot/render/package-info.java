/** Sheets drawn as SVG, PDF, PNG and PowerPoint. */
@NullMarked
package org.marsad.snapshot.render;

import org.jspecify.annotations.NullMarked;
