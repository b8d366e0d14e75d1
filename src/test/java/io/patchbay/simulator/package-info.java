/**
 * The simulated Microsoft: Entra ID (sign-in and consent pages, token endpoint, keys) and Microsoft Graph, served over
 * the network as the real ones are. It is a protocol peer and not a mock: it knows nothing of the portal, and the
 * portal knows nothing of it but its addresses.
 *
 * <p>What is whose: the token endpoint is Spring Security's authorization server (reading of requests and client
 * credentials, the redemption of codes, the client credentials grant, the making of tokens), with our own providers
 * where Entra checks differently or answers with an AADSTS code. Written by hand on Spring MVC and Nimbus are the
 * authorize endpoint (account picker, password, user consent and "need admin approval" have no place in the library),
 * the key set (Entra's keys carry an {@code issuer} member, which the library cannot write), discovery (its issuer is
 * the literal {@code {tenantid}}, which the library refuses as no URL), adminconsent (no standard) and Graph.
 */
@NullMarked
package io.patchbay.simulator;

import org.jspecify.annotations.NullMarked;
