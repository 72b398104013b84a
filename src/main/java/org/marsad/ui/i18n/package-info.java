/** The interface's words, numbers and dates in Arabic, French and English. */
@NullMarked
package org.marsad.ui.i18n;

import org.jspecify.annotations.NullMarked;
