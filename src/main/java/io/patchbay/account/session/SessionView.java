package io.patchbay.account.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session somebody is signed in with.
 *
 * @param reference names it to its owner; the session's identifier cannot be told from it
 * @param device what it is used with
 * @param address where the sign-in came from, {@code -} where that is not known
 * @param current whether it is the one that asks
 */
public record SessionView(
        UUID reference, Device device, String address, Instant since, Instant lastUsed, boolean current) {}
