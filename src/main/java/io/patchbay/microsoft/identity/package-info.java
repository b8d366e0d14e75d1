/** Microsoft Entra ID through MSAL4J: step-up sign-in, admin consent, app-only tokens, and AADSTS codes turned into a {@link io.patchbay.microsoft.identity.ConsentProblem}. */
@NamedInterface("identity")
@NullMarked
package io.patchbay.microsoft.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
