/** Sign-in with Entra ID, sessions, sign-out and the security filter chain. Every request of a signed-in person is bound here to the company chosen and to the role held in it at that moment. */
@ApplicationModule(allowedDependencies = {"platform", "ui", "microsoft", "microsoft::identity", "company"})
@NullMarked
package io.patchbay.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
