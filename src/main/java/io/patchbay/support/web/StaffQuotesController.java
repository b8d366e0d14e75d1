package io.patchbay.support.web;

import io.patchbay.licensing.QuoteAdministration;
import io.patchbay.licensing.QuoteView;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.problem.InvalidRequestException;
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

/** Quotes by status, and answering them. */
@Controller
@RequestMapping("/staff/quotes")
class StaffQuotesController {

    private static final int PAGE_SIZE = 25;
    private static final int ANSWER_LIMIT = 1_000;

    private final QuoteAdministration quotes;
    private final KeyForms forms;
    private final MessageSourceAccessor messages;

    StaffQuotesController(QuoteAdministration quotes, KeyForms forms, MessageSourceAccessor messages) {
        this.quotes = quotes;
        this.forms = forms;
        this.messages = messages;
    }

    @GetMapping
    @ForStaff(StaffRole.SALES)
    String quotes(
            @RequestParam(name = "status", defaultValue = "REQUESTED") QuoteView.QuoteStatus status,
            @RequestParam(name = "before", required = false) @Nullable UUID before,
            Model model) {
        var found = quotes.withStatus(status, before, PAGE_SIZE + 1);
        model.addAttribute("quotes", found.subList(0, Math.min(PAGE_SIZE, found.size())));
        model.addAttribute(
                "older", found.size() > PAGE_SIZE ? found.get(PAGE_SIZE - 1).id() : null);
        model.addAttribute("before", before);
        model.addAttribute("status", status);
        model.addAttribute("statuses", QuoteView.QuoteStatus.values());
        return "support/quotes";
    }

    @GetMapping("/{id}")
    @ForStaff(StaffRole.SALES)
    String quote(@PathVariable("id") UUID id, Model model) {
        var quote = quotes.get(id);
        model.addAttribute("form", forms.of(quote));
        return page(quote, model);
    }

    @PostMapping("/{id}/key")
    @ForStaff(StaffRole.SALES)
    String answer(
            @PathVariable("id") UUID id,
            @Valid @ModelAttribute("form") KeyForm form,
            BindingResult errors,
            Model model) {
        var quote = quotes.get(id);
        var issued = forms.issue(form, errors, id, model);
        return issued == null ? page(quote, model) : issued;
    }

    @PostMapping("/{id}/declination")
    @ForStaff(StaffRole.SALES)
    String decline(@PathVariable("id") UUID id, @RequestParam("answer") String answer, RedirectAttributes redirect) {
        if (answer.isBlank() || answer.length() > ANSWER_LIMIT) {
            throw new InvalidRequestException("staff.licensing.answer.invalid", ANSWER_LIMIT);
        }
        quotes.decline(id, answer.strip());
        Toasts.success(redirect, messages.getMessage("staff.licensing.declined"));
        return "redirect:/staff/quotes";
    }

    private String page(QuoteView quote, Model model) {
        model.addAttribute("quote", quote);
        forms.choices(model);
        return "support/quote";
    }
}
