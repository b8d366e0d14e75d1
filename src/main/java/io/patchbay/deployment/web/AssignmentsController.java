package io.patchbay.deployment.web;

import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.DeploymentQueries;
import io.patchbay.deployment.management.DeploymentView;
import io.patchbay.deployment.management.Deployments;
import io.patchbay.deployment.model.Assignment;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import java.util.ArrayList;
import java.util.HashMap;
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

/** The wizard's third step: to whom it goes. The list is kept in the form until it is saved. */
@Controller
@RequestMapping("/deployments/{id}/assignments")
class AssignmentsController {

    private static final int ROWS_AT_MOST = 50;

    private final Deployments deployments;
    private final DeploymentQueries queries;
    private final DeploymentChoices choices;
    private final MessageSourceAccessor messages;

    AssignmentsController(
            Deployments deployments,
            DeploymentQueries queries,
            DeploymentChoices choices,
            MessageSourceAccessor messages) {
        this.deployments = deployments;
        this.queries = queries;
        this.choices = choices;
        this.messages = messages;
    }

    /** A row as the page shows it. */
    record Shown(
            String text,
            AssignmentRow row,
            String whom,
            @Nullable String filter) {}

    @GetMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String show(@PathVariable("id") UUID id, @RequestParam(name = "q", defaultValue = "") String q, Model model) {
        var deployment = queries.get(new DeploymentId(id));
        var rows =
                deployment.spec().assignments().stream().map(AssignmentRow::of).toList();
        return page(deployment, rows, q, deployment.change(), null, model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String act(
            @PathVariable("id") UUID id,
            @ModelAttribute("form") AssignmentsForm form,
            RedirectAttributes redirect,
            Model model) {
        var deployment = queries.get(new DeploymentId(id));
        var rows = new ArrayList<>(form.list());
        var q = Objects.requireNonNullElse(form.q(), "");
        var seen = Wizard.seen(form.change());
        String problem = null;
        switch (Objects.requireNonNullElse(form.action(), "save")) {
            case "search" -> {}
            case "add" -> problem = add(form.added(), rows);
            case "save" -> {
                problem = save(deployment, rows, seen);
                if (problem == null) {
                    return Wizard.on(deployment, "summary", redirect, messages);
                }
            }
            case String remove -> remove(remove, rows);
        }
        return page(deployment, rows, q, seen, problem, model);
    }

    private @Nullable String add(AssignmentRow row, List<AssignmentRow> rows) {
        if (row.target().ofGroup() && row.group() == null) {
            return messages.getMessage("deployments.assign.noGroup");
        }
        if (rows.stream().anyMatch(other -> other.whom().equals(row.whom()) && other.intent() == row.intent())) {
            return messages.getMessage("deployments.assign.twice");
        }
        if (rows.size() >= ROWS_AT_MOST) {
            return messages.getMessage("deployments.assign.full", new Object[] {ROWS_AT_MOST});
        }
        rows.add(row);
        return null;
    }

    private static void remove(String action, List<AssignmentRow> rows) {
        if (action.matches("remove\\d{1,3}")) {
            var place = Integer.parseInt(action.substring("remove".length()));
            if (place < rows.size()) {
                rows.remove(place);
            }
        }
    }

    private @Nullable String save(DeploymentView deployment, List<AssignmentRow> rows, int seen) {
        var names = choices.names(
                deployment.environment(),
                rows.stream()
                        .map(AssignmentRow::group)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        var filters = choices.filters(deployment.environment());
        if (names.problem() != null) {
            return names.problem();
        }
        var gone = rows.stream()
                .anyMatch(row -> row.group() != null && !names.offer().containsKey(row.group()));
        if (gone) {
            return messages.getMessage("deployments.assign.gone");
        }
        deployments.change(
                deployment.id(),
                deployment
                        .spec()
                        .with(rows.stream()
                                .map(row -> assignment(row, names.offer(), filters.offer()))
                                .toList()),
                seen);
        return null;
    }

    private static Assignment assignment(AssignmentRow row, Map<UUID, String> names, Map<String, String> filters) {
        return new Assignment(
                row.intent(),
                row.target(),
                row.group(),
                row.group() == null ? null : names.get(row.group()),
                row.filter(),
                row.filter() == null ? null : filters.getOrDefault(row.filter(), row.filter()),
                row.excludes());
    }

    private String page(
            DeploymentView deployment,
            List<AssignmentRow> rows,
            String q,
            int seen,
            @Nullable String problem,
            Model model) {
        var groups = choices.groups(deployment.environment(), q);
        var filters = choices.filters(deployment.environment());
        model.addAttribute("deployment", deployment);
        model.addAttribute("rows", shown(deployment, rows, filters.offer()));
        model.addAttribute("q", q);
        model.addAttribute("groups", groups.offer());
        model.addAttribute("filters", filters.offer());
        model.addAttribute("trouble", groups.problem());
        model.addAttribute("problem", problem);
        model.addAttribute("change", seen);
        model.addAttribute("intents", Intent.values());
        model.addAttribute("targets", Target.values());
        return "deployment/assignments";
    }

    private List<Shown> shown(DeploymentView deployment, List<AssignmentRow> rows, Map<String, String> filters) {
        var known = new HashMap<UUID, String>();
        deployment.spec().assignments().forEach(one -> {
            if (one.group() != null && one.groupName() != null) {
                known.put(one.group(), one.groupName());
            }
        });
        var unknown = rows.stream()
                .map(AssignmentRow::group)
                .filter(group -> group != null && !known.containsKey(group))
                .distinct()
                .toList();
        known.putAll(choices.names(deployment.environment(), unknown).offer());
        return rows.stream()
                .map(row -> new Shown(
                        row.text(),
                        row,
                        row.group() == null
                                ? messages.getMessage("deployments.target." + row.target())
                                : known.getOrDefault(row.group(), row.group().toString()),
                        row.filter() == null ? null : filters.getOrDefault(row.filter(), row.filter())))
                .toList();
    }
}
