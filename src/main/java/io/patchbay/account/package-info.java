/**
 * What belongs to a person rather than to a company: the sessions they are signed in with, and how they want times shown
 * and be written to. Nobody ever sees or ends the session of somebody else; a session ends by itself with the access it was
 * for. No session's identifier leaves this module.
 */
@ApplicationModule(allowedDependencies = {"platform", "ui", "company"})
@NullMarked
package io.patchbay.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
