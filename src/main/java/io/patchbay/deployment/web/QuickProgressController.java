package io.patchbay.deployment.web;

import io.patchbay.deployment.quick.QuickDeployments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How it goes with several applications that are deployed. */
@Controller
class QuickProgressController {

    private final QuickDeployments deployments;

    QuickProgressController(QuickDeployments deployments) {
        this.deployments = deployments;
    }

    @GetMapping("/deployments/quick/{id}")
    @Requires(Capability.VIEW_DEPLOYMENTS)
    String progress(
            @PathVariable("id") UUID id, @RequestParam(name = "page", defaultValue = "1") int page, Model model) {
        model.addAttribute("helpTopic", QuickPages.HELP);
        model.addAttribute("progress", deployments.progress(id, page));
        return "deployment/quick-progress";
    }
}
