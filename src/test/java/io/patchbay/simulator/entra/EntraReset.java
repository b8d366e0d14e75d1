package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Protocols;

/** Forgets who is signed in, which codes are out and which sign-ins are under way. */
@SimulatorComponent
public final class EntraReset {
    private final Browsers browsers;
    private final Codes codes;
    private final SignIns signIns;
    private final Protocols protocols;

    EntraReset(Browsers browsers, Codes codes, SignIns signIns, Protocols protocols) {
        this.browsers = browsers;
        this.codes = codes;
        this.signIns = signIns;
        this.protocols = protocols;
    }

    public void reset() {
        browsers.reset();
        codes.reset();
        signIns.reset();
        protocols.reset();
    }
}
