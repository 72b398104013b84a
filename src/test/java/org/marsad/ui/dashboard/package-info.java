@NullMarked
package org.marsad.ui.dashboard;

import org.jspecify.annotations.NullMarked;
