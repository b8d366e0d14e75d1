package io.patchbay.signin;

/** Why somebody could not sign in, each with a text of its own. */
enum SignInProblem {
    CANCELED,
    APPROVAL,
    POLICY,
    STALE,
    INVALID,
    OPERATOR,
    UNAVAILABLE
}
