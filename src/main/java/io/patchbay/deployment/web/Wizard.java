package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.ui.Toasts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where one goes after a step: on with a draft, back to a deployment that was changed. */
final class Wizard {

    private Wizard() {}

    static String on(
            DeploymentView deployment, String next, RedirectAttributes redirect, MessageSourceAccessor messages) {
        if (deployment.draft()) {
            return "redirect:/deployments/" + deployment.id() + "/" + next;
        }
        Toasts.success(redirect, messages.getMessage("deployments.saved"));
        return "redirect:/deployments/" + deployment.id();
    }

    /** The state of the deployment that the form was filled from. */
    static int seen(@Nullable Integer change) {
        if (change == null) {
            throw new InvalidRequestException("problem.parameter-missing", "change");
        }
        return change;
    }
}
