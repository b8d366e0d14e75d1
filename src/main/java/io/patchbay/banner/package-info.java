/**
 * The banners that administrators write for everybody of their company, and what each person has put away of all banners.
 * They belong to an environment, can be written only while it is connected, and end with its connection. Whatever somebody
 * writes or uploads is shown only after it went through {@code Markdown} or was drawn anew.
 */
@ApplicationModule(allowedDependencies = {"platform", "ui", "event", "environment"})
@NullMarked
package io.patchbay.banner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
