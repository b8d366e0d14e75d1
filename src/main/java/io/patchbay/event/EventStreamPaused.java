package io.patchbay.event;

/**
 * The events of the current company are no longer sent to its webhook; published in the transaction that stops it.
 *
 * @param receiver the host that took none for a day
 * @param answer what it answered last
 */
public record EventStreamPaused(String receiver, String answer) {}
