package io.patchbay.deployment.web;

import io.patchbay.deployment.quick.DeploymentTemplate;
import io.patchbay.deployment.quick.DeploymentTemplates;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.ui.Toasts;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's templates of deployments: renamed and deleted here, made and overwritten where they are used. */
@Controller
@RequestMapping("/deployments/templates")
class TemplatesController {

    private static final String PAGE = "redirect:/deployments/templates";

    private final DeploymentTemplates templates;
    private final MessageSourceAccessor messages;

    TemplatesController(DeploymentTemplates templates, MessageSourceAccessor messages) {
        this.templates = templates;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String list(Model model) {
        model.addAttribute("helpTopic", QuickPages.HELP);
        model.addAttribute("templates", templates.all());
        model.addAttribute("most", DeploymentTemplates.AT_MOST);
        model.addAttribute("longest", DeploymentTemplate.NAME_AT_MOST);
        return "deployment/templates";
    }

    @PostMapping("/{id}/name")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String rename(
            @PathVariable("id") UUID id,
            @RequestParam(name = "name", defaultValue = "") String name,
            RedirectAttributes redirect) {
        var template = templates.get(id);
        var wanted = name.strip();
        if (wanted.isEmpty()) {
            throw new InvalidRequestException("templates.name.required");
        }
        if (wanted.length() > DeploymentTemplate.NAME_AT_MOST) {
            throw new InvalidRequestException("templates.name.long");
        }
        try {
            templates.rename(template.id(), wanted);
            Toasts.success(redirect, messages.getMessage("templates.saved", new Object[] {wanted}));
        } catch (ConflictException e) {
            Toasts.failure(redirect, messages.getMessage(e.messageKey(), e.args()));
        }
        return PAGE;
    }

    @PostMapping("/{id}/deletion")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String delete(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        templates.delete(id);
        Toasts.success(redirect, messages.getMessage("templates.deleted"));
        return PAGE;
    }
}
