package io.patchbay.licensing.web;

import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.QuoteView;
import io.patchbay.licensing.key.Activation;
import io.patchbay.licensing.quote.QuoteActivation;
import io.patchbay.licensing.quote.Quotes;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpSession;
import java.util.List;
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

/** Settings | Quotes: what the company asked for, what was answered, and activating the answer. */
@Controller
@RequestMapping("/settings/quotes")
class QuotesController {

    private final Quotes quotes;
    private final Licenses licenses;
    private final QuoteActivation activations;
    private final MessageSourceAccessor messages;

    QuotesController(Quotes quotes, Licenses licenses, QuoteActivation activations, MessageSourceAccessor messages) {
        this.quotes = quotes;
        this.licenses = licenses;
        this.activations = activations;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.MANAGE_LICENSES)
    String quotes(Model model) {
        return page(quotes.ofCompany(), model);
    }

    /** One of them, to which e-mails and notifications lead. */
    @GetMapping("/{id}")
    @Requires(Capability.MANAGE_LICENSES)
    String quote(@PathVariable("id") UUID id, Model model) {
        var only = quotes.ofCompany().stream()
                .filter(quote -> quote.id().equals(id))
                .toList();
        if (only.isEmpty()) {
            throw new NotFoundException();
        }
        model.addAttribute("one", true);
        return page(only, model);
    }

    private String page(List<QuoteView> shown, Model model) {
        if (licenses.switchedOff()) {
            throw new NotFoundException();
        }
        model.addAttribute("quotes", shown);
        model.addAttribute("environments", licenses.all());
        return "licensing/quotes";
    }

    @PostMapping("/{id}/activation")
    @Requires(Capability.MANAGE_LICENSES)
    String activate(
            @PathVariable("id") UUID id,
            @RequestParam("environment") UUID environment,
            HttpSession session,
            RedirectAttributes redirect) {
        var page = "redirect:/settings/environments/" + environment + "/license";
        return switch (activations.activate(id, new EnvironmentId(environment))) {
            case Activation.Activated(var devices, var managed) -> {
                redirect.addFlashAttribute("activated", true);
                if (managed != null) {
                    Toasts.info(redirect, messages.getMessage("license.fewer", new Object[] {devices, managed}));
                }
                yield page;
            }
            case Activation.Refused(var problem, var args) -> {
                Toasts.failure(redirect, messages.getMessage("license.key." + problem.name(), args.toArray()));
                yield "redirect:/settings/quotes";
            }
            case Activation.Lowers lowers -> {
                LowerPlan.keep(session, environment, lowers.key());
                redirect.addFlashAttribute("lowers", lowers);
                yield page;
            }
        };
    }
}
