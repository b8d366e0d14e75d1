/**
 * What pages share, and the slots that modules fill: navigation, banners, the bell, tabs, the account menu. It knows no feature.
 * It promises that nobody ever reads a stack trace or an exception's message on a page.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.patchbay.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
