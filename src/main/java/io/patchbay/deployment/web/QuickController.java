package io.patchbay.deployment.web;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.assignment.AssignmentPlaces;
import io.patchbay.deployment.assignment.AssignmentPlaces.Placed;
import io.patchbay.deployment.assignment.AssignmentRow;
import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.GroupNames;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.quick.DeploymentTemplates;
import io.patchbay.deployment.quick.QuickDefaults;
import io.patchbay.deployment.quick.QuickDeployments;
import io.patchbay.deployment.quick.QuickPlan;
import io.patchbay.deployment.quick.QuickPlanner;
import io.patchbay.deployment.web.QuickPages.Remarks;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deploys several applications: one page with the defaults of all, one confirmation. Nothing is stored in between. */
@Controller
@RequestMapping("/deployments/quick")
class QuickController {

    private static final String PROGRESS = "redirect:/deployments/quick/";

    private final QuickPages pages;
    private final QuickPlanner planner;
    private final QuickDeployments deployments;
    private final DeploymentTemplates templates;
    private final AssignmentPlaces places;
    private final DeploymentChoices choices;
    private final DeployGate gate;
    private final MessageSourceAccessor messages;

    QuickController(
            QuickPages pages,
            QuickPlanner planner,
            QuickDeployments deployments,
            DeploymentTemplates templates,
            AssignmentPlaces places,
            DeploymentChoices choices,
            DeployGate gate,
            MessageSourceAccessor messages) {
        this.pages = pages;
        this.planner = planner;
        this.deployments = deployments;
        this.templates = templates;
        this.places = places;
        this.choices = choices;
        this.gate = gate;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String begin(@RequestParam(name = "app", required = false) @Nullable List<String> app, Model model) {
        var apps = QuickForm.apps(app);
        var form = QuickForm.of(apps, List.of());
        var hindered = apps.isEmpty() ? Map.of() : gate.hindrancesOfNew();
        var proposed = pages.offered(form).stream()
                .filter(one -> !hindered.containsKey(one.id()))
                .limit(1)
                .map(one -> one.id().value())
                .toList();
        return pages.form(QuickForm.of(apps, proposed), apps, List.of(AssignmentRow.EMPTY), Remarks.NONE, model);
    }

    /** What the field for a group offers while somebody types. */
    @GetMapping("/groups")
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String groups(
            @RequestParam(name = "environment") UUID environment,
            @RequestParam(name = "group", defaultValue = "") String typed,
            Model model) {
        model.addAttribute(
                "groups",
                GroupNames.texts(
                        choices.groups(new EnvironmentId(environment), typed).offer()));
        return "deployment/group-options";
    }

    @PostMapping
    @Requires(Capability.MANAGE_DEPLOYMENTS)
    String act(
            @Valid @ModelAttribute("form") QuickForm form,
            BindingResult errors,
            @ModelAttribute("assignments") AssignmentsForm assignments,
            Model model) {
        var apps = form.apps();
        var rows = assignments.rowsByName();
        var action = Objects.requireNonNullElse(assignments.action(), "check");
        if (AssignmentRows.removes(action)) {
            return pages.form(form, apps, AssignmentRows.without(rows, action), Remarks.NONE, model);
        }
        return switch (action) {
            case "add" -> add(form, apps, rows, model);
            case "back" -> pages.form(form, apps, rows, Remarks.NONE, model);
            case "apply" -> apply(form, apps, rows, model);
            case "keep", "overwrite" ->
                errors.hasErrors()
                        ? pages.form(form, apps, rows, Remarks.problem(messages.getMessage("form.errors")), model)
                        : pages.form(form, apps, rows, kept(form, rows, action), model);
            case "start" ->
                form.quick() != null && deployments.begun(form.quick())
                        ? PROGRESS + form.quick()
                        : plan(form, errors, assignments, apps, true, model);
            case "check" -> plan(form, errors, assignments, apps, false, model);
            default -> throw new InvalidRequestException("problem.parameter", "action");
        };
    }

    private String add(QuickForm form, List<AppId> apps, List<AssignmentRow> rows, Model model) {
        var more = AssignmentRows.added(rows);
        var remarks = more.size() == rows.size()
                ? Remarks.problem(messages.getMessage("deployments.assign.full", new Object[] {AssignmentRows.AT_MOST}))
                : new Remarks(null, null, Map.of(), List.of(), more.size());
        return pages.form(form, apps, more, remarks, model);
    }

    /** What a template names and is gone is said at once, not only when it is to be used. */
    private String apply(QuickForm form, List<AppId> apps, List<AssignmentRow> rows, Model model) {
        if (form.template() == null) {
            var problem = Remarks.problem(messages.getMessage("templates.choose"));
            return pages.form(form, apps, rows, problem, model);
        }
        var template = templates.get(form.template());
        var filled = form.filled(template);
        var wanted = template.defaults().assignments();
        var there = pages.chosen(filled);
        var placed = places.place(there, wanted);
        var gone = filled.environments().size() - there.size();
        var done = messages.getMessage("templates.applied", new Object[] {template.name()});
        var remarks = new Remarks(
                gone > 0 ? messages.getMessage("templates.environmentsGone", new Object[] {gone}) : null,
                done,
                placed.problems(),
                placed.similar(),
                AssignmentRows.firstWrong(placed.problems()));
        return pages.form(filled, apps, wanted.isEmpty() ? List.of(AssignmentRow.EMPTY) : wanted, remarks, model);
    }

    private Remarks kept(QuickForm form, List<AssignmentRow> rows, String action) {
        var id = form.template();
        try {
            if (action.equals("keep")) {
                if (form.name() == null || form.name().isEmpty()) {
                    return Remarks.problem(messages.getMessage("templates.name.required"));
                }
                return saved(templates.add(form.name(), form.defaults(rows)).name());
            }
            return id == null
                    ? Remarks.problem(messages.getMessage("templates.choose"))
                    : saved(templates.overwrite(id, form.defaults(rows)).name());
        } catch (ConflictException e) {
            return Remarks.problem(messages.getMessage(e.messageKey(), e.args()));
        }
    }

    private Remarks saved(String name) {
        return Remarks.done(messages.getMessage("templates.saved", new Object[] {name}));
    }

    private String plan(
            QuickForm form,
            BindingResult errors,
            AssignmentsForm assignments,
            List<AppId> apps,
            boolean start,
            Model model) {
        var rows = assignments.rowsByName();
        if (errors.hasErrors()) {
            return pages.form(form, apps, rows, Remarks.problem(messages.getMessage("form.errors")), model);
        }
        var chosen = pages.chosen(form);
        var problem = apps.isEmpty()
                ? "quick.noApps"
                : chosen.isEmpty()
                        ? "quick.noEnvironment"
                        : chosen.size() > QuickPlanner.ENVIRONMENTS_AT_MOST ? "quick.manyEnvironments" : null;
        var placed = problem == null ? placed(chosen, form.defaults(rows), rows) : Placed.NOTHING;
        if (problem != null || !placed.problems().isEmpty()) {
            var remarks = new Remarks(
                    messages.getMessage(
                            problem == null ? "form.errors" : problem,
                            new Object[] {QuickPlanner.ENVIRONMENTS_AT_MOST}),
                    null,
                    placed.problems(),
                    placed.similar(),
                    AssignmentRows.firstWrong(placed.problems()));
            return pages.form(form, apps, rows, remarks, model);
        }
        var plan = planner.plan(apps, form.defaults(rows), placed.assignments());
        var doubt = start ? doubt(form, plan) : null;
        if (!start || doubt != null || form.quick() == null) {
            return pages.confirmation(form, assignments, plan, doubt, model);
        }
        deployments.start(form.quick(), plan);
        return PROGRESS + form.quick();
    }

    /** Where nothing can be deployed, it does not matter which groups there are. */
    private Placed placed(List<EnvironmentView> chosen, QuickDefaults defaults, List<AssignmentRow> rows) {
        var open = planner.open(defaults);
        return places.place(
                chosen.stream().filter(one -> open.contains(one.id())).toList(), rows);
    }

    /** Why it is asked once more; null where everything was seen and confirmed. */
    private @Nullable String doubt(QuickForm form, QuickPlan plan) {
        if (plan.deployments() == 0) {
            return messages.getMessage("quick.nothing");
        }
        if (plan.exceptions().stream().anyMatch(one -> !form.saw(one.fingerprint()))) {
            return messages.getMessage("quick.changed");
        }
        return plan.toNobody() && !Boolean.TRUE.equals(form.toNobody())
                ? messages.getMessage("deployments.toNobody.required")
                : null;
    }
}
