/** Receivers of webhooks: whatever comes is kept and shown, and each can be told to misbehave. */
@NullMarked
package io.patchbay.simulator.receiver;

import org.jspecify.annotations.NullMarked;
