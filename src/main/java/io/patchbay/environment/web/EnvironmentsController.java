package io.patchbay.environment.web;

import io.patchbay.environment.Environments;
import io.patchbay.environment.disconnect.DisconnectReports;
import io.patchbay.environment.web.EnvironmentList.EnvironmentSort;
import io.patchbay.environment.web.EnvironmentList.EnvironmentStatus;
import io.patchbay.licensing.Licenses;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Environments. */
@Controller
@RequestMapping("/settings/environments")
class EnvironmentsController {

    private static final String PAGE = "redirect:/settings/environments";
    private static final String FORM = "environment/form";

    private final Environments environments;
    private final DisconnectReports reports;
    private final Licenses licenses;
    private final MessageSourceAccessor messages;

    EnvironmentsController(
            Environments environments, DisconnectReports reports, Licenses licenses, MessageSourceAccessor messages) {
        this.reports = reports;
        this.environments = environments;
        this.licenses = licenses;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String all(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "status", required = false) @Nullable EnvironmentStatus status,
            @RequestParam(name = "sort", required = false) @Nullable EnvironmentSort sort,
            @RequestParam(name = "descending", defaultValue = "false") boolean descending,
            @RequestParam(name = "page", defaultValue = "1") int page,
            Model model) {
        var list = new EnvironmentList(q.strip(), status, sort, descending);
        var all = environments.all();
        var known = licenses.byEnvironment();
        model.addAttribute("list", list);
        model.addAttribute("cards", list.asCards(all));
        model.addAttribute("statuses", EnvironmentStatus.values());
        model.addAttribute("environments", list.page(all, known, page));
        model.addAttribute("disconnectSummaries", reports.summaries());
        model.addAttribute("licensed", !licenses.switchedOff());
        model.addAttribute("licenses", known);
        model.addAttribute("mayLicense", Current.may(Capability.MANAGE_LICENSES));
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_ENVIRONMENTS));
        model.addAttribute("mayConnect", Current.may(Capability.CONNECT_INTUNE));
        return "environment/environments";
    }

    @GetMapping("/new")
    @Requires(Capability.MANAGE_ENVIRONMENTS)
    String add(Model model) {
        model.addAttribute("form", new EnvironmentForm(""));
        return addPage(model);
    }

    @PostMapping
    @Requires(Capability.MANAGE_ENVIRONMENTS)
    String add(
            @Valid @ModelAttribute("form") EnvironmentForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (!errors.hasErrors()) {
            refusingTakenName(errors, () -> environments.add(form.name()));
        }
        if (errors.hasErrors()) {
            return addPage(model);
        }
        Toasts.success(redirect, messages.getMessage("environments.added"));
        return PAGE;
    }

    @GetMapping("/{id}/edit")
    @Requires(Capability.MANAGE_ENVIRONMENTS)
    String edit(@PathVariable("id") UUID id, Model model) {
        var environment = environments.get(new EnvironmentId(id));
        model.addAttribute("form", new EnvironmentForm(environment.name()));
        return editPage(id, model);
    }

    @PostMapping("/{id}")
    @Requires(Capability.MANAGE_ENVIRONMENTS)
    String edit(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") EnvironmentForm form,
            BindingResult errors,
            RedirectAttributes redirect,
            Model model) {
        if (!errors.hasErrors()) {
            refusingTakenName(errors, () -> environments.rename(new EnvironmentId(id), form.name()));
        }
        if (errors.hasErrors()) {
            return editPage(id, model);
        }
        Toasts.success(redirect, messages.getMessage("environments.updated"));
        return PAGE;
    }

    private static void refusingTakenName(BindingResult errors, Runnable change) {
        try {
            change.run();
        } catch (Environments.NameTakenException e) {
            errors.rejectValue("name", "environments.name.taken");
        }
    }

    private static String addPage(Model model) {
        model.addAttribute("heading", "environments.add");
        model.addAttribute("action", "/settings/environments");
        return FORM;
    }

    private String editPage(UUID id, Model model) {
        environments.get(new EnvironmentId(id));
        model.addAttribute("heading", "environments.edit");
        model.addAttribute("action", "/settings/environments/" + id);
        return FORM;
    }
}
