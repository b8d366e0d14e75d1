/**
 * Who is acting and for which company, the binding of that company to the database's row-level security, and the mechanism of
 * queries across companies. A missing company is an error, never a default.
 */
@NullMarked
package io.patchbay.platform.tenancy;

import org.jspecify.annotations.NullMarked;
