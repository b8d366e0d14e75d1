package io.patchbay.simulator.control;

import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.intune.ListSizes;
import io.patchbay.simulator.intune.ServiceTimes;

/** How long Intune takes, in seconds, and how large its lists may be: what the control page shows and sets. */
record IntuneSettings(
        long processing,
        long activation,
        long appearing,
        int appearingStatus,
        long listing,
        long address,
        long commit,
        int page,
        int large) {

    static IntuneSettings of(IntuneApplications applications) {
        ServiceTimes times = applications.times();
        ListSizes sizes = applications.sizes();
        return new IntuneSettings(
                times.processing().toSeconds(),
                times.activation().toSeconds(),
                times.appearing().toSeconds(),
                times.appearingStatus(),
                times.listing().toSeconds(),
                times.address().toSeconds(),
                times.commit().toSeconds(),
                sizes.page(),
                sizes.large());
    }
}
