package io.patchbay.deployment.web;

import io.patchbay.catalog.AppId;
import io.patchbay.catalog.Architecture;
import io.patchbay.catalog.InstallScope;
import io.patchbay.deployment.assignment.AssignmentPlaces;
import io.patchbay.deployment.assignment.AssignmentRow;
import io.patchbay.deployment.management.DeploymentChoices;
import io.patchbay.deployment.management.DeploymentOffer;
import io.patchbay.deployment.management.GroupNames;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.publishing.DeployGate;
import io.patchbay.deployment.quick.DeploymentTemplates;
import io.patchbay.deployment.quick.QuickPlan;
import io.patchbay.deployment.quick.QuickPlanner;
import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.microsoft.intune.AppAssignment.Intent;
import io.patchbay.microsoft.intune.AppAssignment.Target;
import io.patchbay.platform.id.Identifiers;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the two pages on which several applications are deployed. Asks Microsoft. */
@Component
class QuickPages {

    /** The help that belongs to all pages about deploying several applications. */
    static final String HELP = "quick";

    private final QuickPlanner planner;
    private final DeploymentTemplates templates;
    private final Environments environments;
    private final DeployGate gate;
    private final DeploymentChoices choices;
    private final AssignmentPlaces places;
    private final Identifiers identifiers;

    QuickPages(
            QuickPlanner planner,
            DeploymentTemplates templates,
            Environments environments,
            DeployGate gate,
            DeploymentChoices choices,
            AssignmentPlaces places,
            Identifiers identifiers) {
        this.planner = planner;
        this.templates = templates;
        this.environments = environments;
        this.gate = gate;
        this.choices = choices;
        this.places = places;
        this.identifiers = identifiers;
    }

    /**
     * What the form says of itself.
     *
     * @param problem what is wrong on the whole; null where nothing is
     * @param done what was just done; null for nothing
     * @param rows what is wrong with a row, by its place
     * @param similar groups that may have been meant
     * @param focus the number of the row to go on with; 0 for none
     */
    public record Remarks(
            @Nullable String problem,
            @Nullable String done,
            Map<Integer, String> rows,
            List<String> similar,
            int focus) {

        static final Remarks NONE = new Remarks(null, null, Map.of(), List.of(), 0);

        static Remarks problem(String text) {
            return new Remarks(text, null, Map.of(), List.of(), 0);
        }

        static Remarks done(String text) {
            return new Remarks(null, text, Map.of(), List.of(), 0);
        }
    }

    /** Those that are chosen and that the company has. */
    List<EnvironmentView> chosen(QuickForm form) {
        var wanted = form.environments();
        return environments.all().stream()
                .filter(one -> wanted.contains(one.id().value()))
                .toList();
    }

    /** Those that are offered: the connected ones, and others that are chosen already. */
    List<EnvironmentView> offered(QuickForm form) {
        var wanted = form.environments();
        return environments.all().stream()
                .filter(one -> one.connected() || wanted.contains(one.id().value()))
                .toList();
    }

    String form(QuickForm form, List<AppId> apps, List<AssignmentRow> rows, Remarks remarks, Model model) {
        model.addAttribute("helpTopic", HELP);
        model.addAttribute("form", form);
        model.addAttribute("remarks", remarks);
        model.addAttribute("apps", List.of());
        if (apps.isEmpty()) {
            return "deployment/quick";
        }
        var offer = planner.offered(apps);
        model.addAttribute("apps", apps);
        model.addAttribute("names", offer.names());
        model.addAttribute("languages", languages(form, offer.languages()));
        model.addAttribute("architectures", List.of(Architecture.X64, Architecture.X86, Architecture.ARM64));
        model.addAttribute("scopes", InstallScope.values());
        model.addAttribute(
                "retained",
                IntStream.rangeClosed(0, DeploymentSpec.RETAIN_AT_MOST).boxed().toList());
        model.addAttribute("environments", offered(form));
        model.addAttribute("hindrances", gate.hindrancesOfNew());
        model.addAttribute("templates", templates.all());
        assignments(form, rows, remarks, model);
        return "deployment/quick";
    }

    private void assignments(QuickForm form, List<AssignmentRow> rows, Remarks remarks, Model model) {
        var chosen = chosen(form).stream().filter(EnvironmentView::connected).toList();
        var first = chosen.stream().findFirst().map(EnvironmentView::id);
        var groups = first.map(id -> choices.groups(id, ""));
        var offered = new LinkedHashSet<>(remarks.similar());
        groups.ifPresent(found -> offered.addAll(GroupNames.texts(found.offer())));
        var filters = new LinkedHashMap<String, String>();
        rows.forEach(row -> {
            if (row.filter() != null) {
                filters.put(row.filter(), row.filter());
            }
        });
        places.filters(chosen).forEach(name -> filters.put(name, name));
        model.addAttribute("rows", AssignmentRows.shown(rows, remarks.rows()));
        model.addAttribute("nobody", rows.stream().allMatch(AssignmentRow::untouched));
        model.addAttribute("focus", remarks.focus());
        model.addAttribute("groups", offered);
        model.addAttribute("groupsOf", first.orElse(null));
        model.addAttribute("filters", filters);
        model.addAttribute("trouble", groups.map(found -> found.problem()).orElse(null));
        model.addAttribute("intents", Intent.values());
        model.addAttribute("targets", Target.values());
    }

    /** What was chosen stays on offer, although none of the applications comes in it. */
    private static Map<String, String> languages(QuickForm form, Map<String, String> offered) {
        var all = new LinkedHashMap<>(offered);
        var chosen = form.language();
        var name = DeploymentOffer.nameOf(chosen);
        if (chosen != null && name != null) {
            all.putIfAbsent(chosen, name);
        }
        return all;
    }

    String confirmation(QuickForm form, AssignmentsForm rows, QuickPlan plan, @Nullable String problem, Model model) {
        model.addAttribute("helpTopic", HELP);
        model.addAttribute("form", form);
        model.addAttribute("rows", rows);
        model.addAttribute("plan", plan);
        model.addAttribute("exceptions", plan.exceptions());
        model.addAttribute("nobody", plan.toNobody());
        model.addAttribute("problem", problem);
        model.addAttribute("quick", form.quick() == null ? identifiers.next() : form.quick());
        return "deployment/quick-confirm";
    }
}
