package io.patchbay.deployment.web;

import io.patchbay.deployment.assignment.AssignmentCheck;
import io.patchbay.deployment.management.AssignmentReach;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says beside assignments how many people and devices they concern, once the page is there: Microsoft is asked for it. */
@Controller
@RequestMapping("/deployments/{id}/assignments/reach")
class AssignmentReachController {

    private static final String FRAGMENT = "deployment/reach :: reach";

    private final DeploymentQueries queries;
    private final AssignmentCheck check;
    private final AssignmentReach reach;

    AssignmentReachController(DeploymentQueries queries, AssignmentCheck check, AssignmentReach reach) {
        this.queries = queries;
        this.check = check;
        this.reach = reach;
    }

    /** Of the assignments as they are stored. */
    @GetMapping
    @Requires(Capability.VIEW_DEPLOYMENTS)
    String stored(@PathVariable("id") UUID id, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        return answer(deployment, deployment.spec().assignments(), model);
    }

    /** Of those rows of the form that are whole. */
    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String filledIn(@PathVariable("id") UUID id, @ModelAttribute("form") AssignmentsForm form, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        return answer(
                deployment,
                check.check(deployment.environment(), deployment.spec().assignments(), form.rows())
                        .assignments(),
                model);
    }

    private String answer(DeploymentView deployment, List<Assignment> assignments, Model model) {
        model.addAttribute("reached", reach.of(deployment.environment(), assignments));
        return FRAGMENT;
    }
}
