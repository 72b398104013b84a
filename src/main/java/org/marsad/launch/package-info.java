/** The launcher's commands: starting and stopping the database and the server, and talking to a running one. */
@NullMarked
package org.marsad.launch;

import org.jspecify.annotations.NullMarked;
