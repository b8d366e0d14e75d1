/**
 * The only door to Microsoft. Tokens, sign-in proofs and Graph answers come out of it as typed outcomes; no Microsoft
 * error leaves it as a raw exception.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.patchbay.microsoft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
