package io.patchbay.licensing.key;

/** Why a license key is not accepted; what is said stands in the messages, under {@code license.key.<NAME>}. */
public enum KeyProblem {
    MISTYPED,
    UNKNOWN,
    OTHER_COMPANY,
    OTHER_ENVIRONMENT,
    REVOKED,
    EXPIRED,
    NOT_YET_VALID,
    NOT_OFFERED
}
