package io.patchbay.simulator.graph;

import io.patchbay.simulator.directory.Tenant;
import java.util.Set;

/** What a valid bearer token says. */
record GraphToken(Tenant tenant, Set<String> roles) {}
