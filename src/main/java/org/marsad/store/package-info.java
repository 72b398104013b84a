/** PostGIS: the database, its schema, and the repositories. */
@NullMarked
package org.marsad.store;

import org.jspecify.annotations.NullMarked;
