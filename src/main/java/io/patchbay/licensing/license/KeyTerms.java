package io.patchbay.licensing.license;

import java.util.UUID;

/** What a license key gives to the environment in which it is activated. */
public record KeyTerms(UUID id, String ending, String plan, int devices, Period period) {}
