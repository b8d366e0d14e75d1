package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sign-ins under way. */
@SimulatorComponent
final class SignIns {
    private final Map<String, SignIn> underWay = new ConcurrentHashMap<>();

    void keep(SignIn signIn) {
        underWay.put(signIn.id(), signIn);
    }

    Optional<SignIn> find(String id) {
        return Optional.ofNullable(underWay.get(id));
    }

    void finished(SignIn signIn) {
        underWay.remove(signIn.id());
    }

    void reset() {
        underWay.clear();
    }
}
