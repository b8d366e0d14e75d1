/** Requests for access to a company by people of the same Entra tenant. */
@NullMarked
package io.patchbay.company.access;

import org.jspecify.annotations.NullMarked;
