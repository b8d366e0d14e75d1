package io.patchbay.simulator.control;

import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.download.DownloadFault;
import io.patchbay.simulator.download.Publishers;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a tester does to the publishers of applications. */
@SimulatorController
final class PublishersControlController {
    private static final String PUBLISHERS = "redirect:/control#publishers";

    private final Publishers publishers;

    PublishersControlController(Publishers publishers) {
        this.publishers = publishers;
    }

    @PostMapping("/control/publishers/releases")
    String release(@RequestParam String app, @RequestParam String version) {
        publishers.release(app, version);
        return PUBLISHERS;
    }

    @PostMapping("/control/publishers/withdrawals")
    String withdraw(@RequestParam String app, @RequestParam String version) {
        publishers.withdraw(app, version);
        return PUBLISHERS;
    }

    @PostMapping("/control/publishers/faults")
    String failDownloads(@RequestParam String app, @RequestParam DownloadFault fault) {
        publishers.fail(app, fault);
        return PUBLISHERS;
    }
}
