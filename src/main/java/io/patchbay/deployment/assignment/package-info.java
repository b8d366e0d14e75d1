/**
 * Assignments as somebody fills them in: rows with names of groups and filters, which are looked up in the tenant of an
 * environment, and each of which is told what is wrong with it.
 */
@NullMarked
package io.patchbay.deployment.assignment;

import org.jspecify.annotations.NullMarked;
