package io.patchbay.simulator.control;

import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.receiver.Behavior;
import io.patchbay.simulator.receiver.Receivers;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a tester does to the receivers of webhooks. */
@SimulatorController
final class ReceiverControlController {
    private final Receivers receivers;

    ReceiverControlController(Receivers receivers) {
        this.receivers = receivers;
    }

    @PostMapping("/control/receivers")
    String receivers(@RequestParam String receiver, @RequestParam Behavior behavior) {
        receivers.behave(receiver, behavior);
        return "redirect:/control#receivers";
    }
}
