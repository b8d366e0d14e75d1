package io.patchbay.environment.health;

import io.patchbay.environment.connection.ConnectionState;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a connected tenant: with a fresh token, and with another one before it says that something is gone. */
@Component
class ConnectionProbe {

    private final ConsentProof proof;

    ConnectionProbe(ConsentProof proof) {
        this.proof = proof;
    }

    ProbeResult look(UUID tenant, ConnectionState known) {
        var first = ProbeResult.of(proof.look(tenant));
        return first.saysLess(known) ? ProbeResult.agreed(first, ProbeResult.of(proof.look(tenant))) : first;
    }
}
