package io.patchbay.simulator;

/** What Entra thinks of the application's own credential, whatever is presented. */
public enum SecretState {
    /** It is checked honestly. */
    OK,
    /** AADSTS7000215. */
    WRONG,
    /** AADSTS7000222. */
    EXPIRED,
    /** AADSTS700027. */
    CERTIFICATE_UNKNOWN
}
