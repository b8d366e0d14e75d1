package io.patchbay.simulator.graph;

import java.util.List;

/** Some of the calls that Graph knows. */
interface Routes {
    List<Route> routes();
}
