package io.patchbay.environment;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks at a connected tenant: with a fresh token, and with another one before it says that something is gone. */
@Component
class ConnectionCheck {

    private final ConsentProof proof;

    ConnectionCheck(ConsentProof proof) {
        this.proof = proof;
    }

    Finding look(UUID tenant, ConnectionState known) {
        var first = Finding.of(proof.look(tenant));
        return first.saysLess(known) ? Finding.agreed(first, Finding.of(proof.look(tenant))) : first;
    }
}
