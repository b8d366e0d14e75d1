package io.patchbay.licensing.key;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of activating a license key. */
public sealed interface Activation {

    /**
     * It is active.
     *
     * @param devices for how many devices
     * @param managedDevices how many are managed, where those are more; null otherwise
     */
    record Activated(int devices, @Nullable Integer managedDevices) implements Activation {}

    /**
     * It is not accepted.
     *
     * @param args what the message speaks of
     */
    record Refused(KeyProblem problem, List<String> args) implements Activation {}

    /**
     * Its plan is lower than the one in force; somebody has to want that.
     *
     * @param key what to confirm
     */
    record Lowers(UUID key, String planBefore, String plan) implements Activation, Serializable {}
}
