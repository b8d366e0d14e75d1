/** Onboarding, choosing a company, and Settings | Users. */
@NullMarked
package io.patchbay.company.web;

import org.jspecify.annotations.NullMarked;
