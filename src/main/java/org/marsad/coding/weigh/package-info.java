/** Which of an article's drafts are events, and how sure that is. */
@NullMarked
package org.marsad.coding.weigh;

import org.jspecify.annotations.NullMarked;
