/** The filters that people keep by a name, as they are stored: each question names the person whose they are. */
@NullMarked
package io.patchbay.event.view;

import org.jspecify.annotations.NullMarked;
