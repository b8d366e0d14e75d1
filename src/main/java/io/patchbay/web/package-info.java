/**
 * What all pages share: the frame around them, the fragments they are made of, and the pages that say what went wrong.
 * Other modules fill its slots ({@link io.patchbay.web.NavigationSource}, {@link io.patchbay.web.BannerSource},
 * {@link io.patchbay.web.BannerBoard},
 * {@link io.patchbay.web.AccountSource}) and throw its exceptions; it knows none of them. It promises that every request
 * has a correlation ID and that nobody ever reads a stack trace or an exception's message on a page.
 */
@ApplicationModule(allowedDependencies = "tenancy")
@NullMarked
package io.patchbay.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
