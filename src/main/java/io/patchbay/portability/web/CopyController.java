package io.patchbay.portability.web;

import io.patchbay.environment.Environments;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.portability.archive.UnusableFileException;
import io.patchbay.portability.transfer.CopyExport;
import io.patchbay.portability.transfer.CopyImport;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a connection along, and makes one anew of what was taken along. */
@Controller
@RequestMapping("/settings/environments/{id}/intune/copy")
class CopyController {

    private final CopyExport export;
    private final CopyImport imports;
    private final Environments environments;
    private final ActionLimits limits;
    private final MessageSourceAccessor messages;

    CopyController(
            CopyExport export,
            CopyImport imports,
            Environments environments,
            ActionLimits limits,
            MessageSourceAccessor messages) {
        this.export = export;
        this.imports = imports;
        this.environments = environments;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.CONNECT_INTUNE)
    String page(@PathVariable("id") UUID id, Model model) {
        var environment = environments.get(new EnvironmentId(id));
        if (!environment.connected()) {
            return "redirect:/settings/environments";
        }
        model.addAttribute("environment", environment);
        try {
            model.addAttribute("preview", imports.preview(environment.id()).orElse(null));
        } catch (ConflictException noAnswer) {
            model.addAttribute("problem", messages.getMessage(noAnswer.messageKey(), noAnswer.args()));
        }
        return "portability/copy";
    }

    @PostMapping("/download")
    @Requires(Capability.CONNECT_INTUNE)
    void download(@PathVariable("id") UUID id, HttpServletResponse response) throws IOException {
        var environment = new EnvironmentId(id);
        environments.get(environment).requireConnection();
        limits.take(LimitedAction.EXPORT);
        var collected = export.collect(environment);
        var day = LocalDate.ofInstant(collected.manifest().exportedAt(), ZoneOffset.UTC);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("patchbay-copy-" + day + ".zip")
                        .build()
                        .toString());
        export.write(collected, response.getOutputStream());
    }

    @PostMapping
    @Requires(Capability.CONNECT_INTUNE)
    String upload(
            @PathVariable("id") UUID id,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var environment = new EnvironmentId(id);
        var view = environments.get(environment);
        view.requireConnection();
        limits.take(LimitedAction.UPLOAD);
        try {
            imports.upload(environment, file == null ? new byte[0] : file.getBytes());
            return to(id);
        } catch (UnusableFileException unusable) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("environment", view);
            model.addAttribute("problem", messages.getMessage(unusable.messageKey(), unusable.args()));
            return "portability/copy";
        }
    }

    @PostMapping("/import")
    @Requires(Capability.CONNECT_INTUNE)
    String make(@PathVariable("id") UUID id, @ModelAttribute("form") ImportForm form, RedirectAttributes redirect) {
        var environment = new EnvironmentId(id);
        environments.get(environment).requireConnection();
        redirect.addFlashAttribute("results", new ArrayList<>(imports.make(environment, form.choice())));
        return to(id);
    }

    @PostMapping("/discard")
    @Requires(Capability.CONNECT_INTUNE)
    String discard(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        imports.discard(new EnvironmentId(id));
        Toasts.success(redirect, messages.getMessage("copy.discarded"));
        return to(id);
    }

    private static String to(UUID id) {
        return "redirect:/settings/environments/" + id + "/intune/copy";
    }
}
