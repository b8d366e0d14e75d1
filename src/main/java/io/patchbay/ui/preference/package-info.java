/**
 * What browsers remember of how somebody reads pages, whoever it is and whether or not they are signed in. Nothing secret is
 * kept so.
 */
@NullMarked
package io.patchbay.ui.preference;

import org.jspecify.annotations.NullMarked;
