package io.patchbay.deployment.web;

import io.patchbay.deployment.assignment.AssignmentCheck;
import io.patchbay.deployment.assignment.AssignmentRow;
import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.management.GroupNames;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The wizard's third step: to whom it goes. The rows are kept in the form until they are saved. */
@Controller
@RequestMapping("/deployments/{id}/assignments")
class AssignmentsController {

    private final Deployments deployments;
    private final DeploymentQueries queries;
    private final DeploymentChoices choices;
    private final AssignmentCheck check;
    private final MessageSourceAccessor messages;

    AssignmentsController(
            Deployments deployments,
            DeploymentQueries queries,
            DeploymentChoices choices,
            AssignmentCheck check,
            MessageSourceAccessor messages) {
        this.deployments = deployments;
        this.queries = queries;
        this.choices = choices;
        this.check = check;
        this.messages = messages;
    }

    /**
     * What the page says of the rows.
     *
     * @param problem what is wrong on the whole
     * @param rowProblems what is wrong with a row, by its place
     * @param similar groups that may have been meant
     * @param focus the number of the row to go on with; 0 for none
     */
    private record Remarks(
            @Nullable String problem, Map<Integer, String> rowProblems, List<String> similar, int focus) {

        static final Remarks NONE = new Remarks(null, Map.of(), List.of(), 0);
    }

    @GetMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String show(@PathVariable("id") UUID id, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        var rows =
                deployment.spec().assignments().stream().map(AssignmentRow::of).toList();
        return page(
                deployment,
                rows.isEmpty() ? List.of(AssignmentRow.EMPTY) : rows,
                deployment.change(),
                Remarks.NONE,
                model);
    }

    /** What the field for a group offers while somebody types. */
    @GetMapping("/groups")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String groups(
            @PathVariable("id") UUID id, @RequestParam(name = "group", defaultValue = "") String typed, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        model.addAttribute(
                "groups",
                GroupNames.texts(choices.groups(deployment.environment(), typed).offer()));
        return "deployment/group-options";
    }

    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String act(
            @PathVariable("id") UUID id,
            @ModelAttribute("form") AssignmentsForm form,
            RedirectAttributes redirect,
            Model model) {
        var deployment = queries.get(new DeploymentId(id));
        var rows = form.rows();
        var seen = Wizard.seen(form.change());
        var action = Objects.requireNonNullElse(form.action(), "save");
        if (action.equals("add")) {
            return add(deployment, rows, seen, model);
        }
        if (!action.equals("save")) {
            var fewer = AssignmentRows.removes(action) ? AssignmentRows.without(rows, action) : rows;
            return page(deployment, fewer, seen, Remarks.NONE, model);
        }
        var checked = check.check(deployment.environment(), deployment.spec().assignments(), rows);
        if (checked.problems().isEmpty()) {
            deployments.change(deployment.id(), deployment.spec().with(checked.assignments()), seen);
            return Wizard.on(deployment, "summary", redirect, messages);
        }
        var first = AssignmentRows.firstWrong(checked.problems());
        var remarks = new Remarks(messages.getMessage("form.errors"), checked.problems(), checked.similar(), first);
        return page(deployment, rows, seen, remarks, model);
    }

    private String add(DeploymentView deployment, List<AssignmentRow> rows, int seen, Model model) {
        var more = AssignmentRows.added(rows);
        var full = more.size() == rows.size();
        return page(
                deployment,
                more,
                seen,
                new Remarks(
                        full
                                ? messages.getMessage("deployments.assign.full", new Object[] {AssignmentRows.AT_MOST})
                                : null,
                        Map.of(),
                        List.of(),
                        full ? 0 : more.size()),
                model);
    }

    private String page(DeploymentView deployment, List<AssignmentRow> rows, int seen, Remarks remarks, Model model) {
        var groups = choices.groups(deployment.environment(), "");
        var filters = choices.filters(deployment.environment());
        var offered = new LinkedHashSet<>(remarks.similar());
        offered.addAll(GroupNames.texts(groups.offer()));
        model.addAttribute("deployment", deployment);
        model.addAttribute("rows", AssignmentRows.shown(rows, remarks.rowProblems()));
        model.addAttribute("nobody", rows.stream().allMatch(AssignmentRow::untouched));
        model.addAttribute("focus", remarks.focus());
        model.addAttribute("groups", offered);
        model.addAttribute("filters", filters(deployment, rows, filters.offer()));
        model.addAttribute("trouble", groups.problem() == null ? filters.problem() : groups.problem());
        model.addAttribute("problem", remarks.problem());
        model.addAttribute("change", seen);
        model.addAttribute("intents", Intent.values());
        model.addAttribute("targets", Target.values());
        return "deployment/assignments";
    }

    /** What was chosen stays on offer, even where Microsoft does not say so now. */
    private static Map<String, String> filters(
            DeploymentView deployment, List<AssignmentRow> rows, Map<String, String> offered) {
        var all = new LinkedHashMap<String, String>();
        rows.forEach(row -> {
            if (row.filter() != null) {
                all.put(row.filter(), row.filter());
            }
        });
        deployment.spec().assignments().forEach(one -> {
            if (one.filter() != null) {
                all.put(one.filter(), Objects.requireNonNullElse(one.filterName(), one.filter()));
            }
        });
        all.putAll(offered);
        return all;
    }
}
