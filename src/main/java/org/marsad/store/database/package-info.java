/**
 * Finding, starting and stopping the PostGIS that Marsad stores in: the same way for the server, the commands and the
 * tests. Plain Java and JDBC.
 */
@NullMarked
package org.marsad.store.database;

import org.jspecify.annotations.NullMarked;
