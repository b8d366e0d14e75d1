package io.patchbay.support;

/** Support asked the current company for access; published in the transaction that stores it. */
public record SupportRequested(String askedBy, String ticket, String reason) {}
