package io.patchbay.monitoring.web;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.microsoft.intune.ThrottleGate;
import io.patchbay.monitoring.failure.FailingJobs;
import io.patchbay.monitoring.figure.Figures;
import io.patchbay.monitoring.instance.Instances;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.ui.Toasts;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the installation is, for those who run it. */
@Controller
class OperatorController {

    private final Instances instances;
    private final Figures figures;
    private final FailingJobs failing;
    private final MicrosoftCalls calls;
    private final ThrottleGate throttled;
    private final WorkRoom room;
    private final MicrosoftProperties microsoft;
    private final EntraEndpoints endpoints;
    private final Credential credential;
    private final MessageSourceAccessor messages;

    OperatorController(
            Instances instances,
            Figures figures,
            FailingJobs failing,
            MicrosoftCalls calls,
            ThrottleGate throttled,
            WorkRoom room,
            MicrosoftProperties microsoft,
            EntraEndpoints endpoints,
            Credential credential,
            MessageSourceAccessor messages) {
        this.instances = instances;
        this.figures = figures;
        this.failing = failing;
        this.calls = calls;
        this.throttled = throttled;
        this.room = room;
        this.microsoft = microsoft;
        this.endpoints = endpoints;
        this.credential = credential;
        this.messages = messages;
    }

    @GetMapping("/operator")
    @ForStaff(StaffRole.OPERATOR)
    String operator(Model model) {
        model.addAttribute("instances", instances.all());
        model.addAttribute("figures", figures.read());
        model.addAttribute("failing", failing.all());
        model.addAttribute("calls", calls.byHost());
        model.addAttribute("throttled", throttled.throttled());
        model.addAttribute("work", room.directory().toString());
        model.addAttribute("room", room.left().orElse(null));
        model.addAttribute("redirectUris", endpoints.redirectUris());
        model.addAttribute("microsoft", microsoft);
        model.addAttribute("expires", credential.expires().orElse(null));
        return "monitoring/operator";
    }

    @PostMapping("/operator/jobs")
    @ForStaff(StaffRole.OPERATOR)
    String runAgain(
            @RequestParam("task") String task, @RequestParam("instance") String instance, RedirectAttributes redirect) {
        if (failing.runAgain(task, instance)) {
            Toasts.success(redirect, messages.getMessage("operator.again.done"));
        } else {
            Toasts.failure(redirect, messages.getMessage("operator.again.not"));
        }
        return "redirect:/operator";
    }
}
