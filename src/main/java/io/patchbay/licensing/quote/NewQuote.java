package io.patchbay.licensing.quote;

/**
 * What the quote form asks for.
 *
 * @param plan the plan's identifier
 */
public record NewQuote(String company, String contact, String email, int devices, String plan, String message) {}
