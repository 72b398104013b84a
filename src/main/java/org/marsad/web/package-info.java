/** REST, security, health. */
@NullMarked
package org.marsad.web;

import org.jspecify.annotations.NullMarked;
