@NullMarked
package org.marsad.ui.i18n;

import org.jspecify.annotations.NullMarked;
