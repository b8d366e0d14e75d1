package io.patchbay.licensing;

import java.util.UUID;

/** A quote was requested, answered or declined; published in the transaction in which that happened. */
public record QuoteStatusChanged(UUID quote, QuoteView.QuoteStatus status) {}
