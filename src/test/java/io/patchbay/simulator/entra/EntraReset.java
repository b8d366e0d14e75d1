package io.patchbay.simulator.entra;

import io.patchbay.simulator.SimulatorComponent;

/** Forgets who is signed in, which codes are out and which sign-ins are under way. */
@SimulatorComponent
public final class EntraReset {
    private final Browsers browsers;
    private final Codes codes;
    private final SignIns signIns;

    EntraReset(Browsers browsers, Codes codes, SignIns signIns) {
        this.browsers = browsers;
        this.codes = codes;
        this.signIns = signIns;
    }

    public void reset() {
        browsers.reset();
        codes.reset();
        signIns.reset();
    }
}
