/**
 * Thousands of hostile requests against the whole portal, made from the list of its endpoints: whoever sends them, nothing
 * breaks, nothing of another company changes, and nothing that was typed comes back alive.
 */
@NullMarked
package io.patchbay.attack;

import org.jspecify.annotations.NullMarked;
