/** Pages of Entra ID groups. */
@NullMarked
package io.patchbay.group.web;

import org.jspecify.annotations.NullMarked;
