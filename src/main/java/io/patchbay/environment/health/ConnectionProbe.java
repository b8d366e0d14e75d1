package io.patchbay.environment.health;

import io.patchbay.environment.connection.CheckConclusion;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a connected tenant: with a fresh token, and with another one before it reports a loss. */
@Component
class ConnectionProbe {

    private final ConsentProof proof;

    ConnectionProbe(ConsentProof proof) {
        this.proof = proof;
    }

    ProbeResult look(UUID tenant, CheckConclusion known) {
        var first = ProbeResult.of(proof.look(tenant));
        return first.isWorseThan(known) ? ProbeResult.agreed(first, ProbeResult.of(proof.look(tenant))) : first;
    }
}
