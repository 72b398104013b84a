@NullMarked
package org.marsad.ui;

import org.jspecify.annotations.NullMarked;
