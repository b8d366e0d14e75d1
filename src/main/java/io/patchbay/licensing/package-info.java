/**
 * Licenses of environments: the free trial, license keys, quotes. One question has one answer here: may this environment do
 * that, and if not, why. What helps somebody to leave, to look or to get well again is never blocked.
 */
@ApplicationModule(allowedDependencies = {"platform", "ui", "event", "company"})
@NullMarked
package io.patchbay.licensing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
