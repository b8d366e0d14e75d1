package io.patchbay.support.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.support.grant.SupportAccess;
import io.patchbay.support.grant.SupportGrant.GrantPeriod;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import io.patchbay.ui.Toasts;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Company | Customer Support: what support sees, and for how long. */
@Controller
@RequestMapping(SupportAccessController.PAGE)
class SupportAccessController {

    static final String PAGE = "/settings/company/support";

    private final SupportAccess support;
    private final Clock clock;
    private final MessageSourceAccessor messages;

    SupportAccessController(SupportAccess support, Clock clock, MessageSourceAccessor messages) {
        this.support = support;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_COMPANY)
    String page(Model model) {
        var grant = support.current();
        model.addAttribute("grant", grant.orElse(null));
        model.addAttribute("left", grant.map(g -> g.left(clock.instant())).orElse(null));
        model.addAttribute("readsEvents", support.readsEvents());
        model.addAttribute("mayExport", Current.may(Capability.VIEW_EVENTS));
        model.addAttribute("requests", support.waiting());
        model.addAttribute("accesses", GrantedAccess.values());
        model.addAttribute("periods", GrantPeriod.values());
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_COMPANY));
        return "company/support";
    }

    @PostMapping
    @Requires(Capability.MANAGE_COMPANY)
    String grant(
            @RequestParam("access") GrantedAccess access,
            @RequestParam("period") GrantPeriod period,
            RedirectAttributes redirect) {
        support.grant(access, period);
        Toasts.success(redirect, messages.getMessage("support.granted"));
        return "redirect:" + PAGE;
    }

    @PostMapping("/standing")
    @Requires(Capability.MANAGE_COMPANY)
    String readEvents(
            @RequestParam(name = "allowed", defaultValue = "false") boolean allowed, RedirectAttributes redirect) {
        support.readEvents(allowed);
        Toasts.success(redirect, messages.getMessage(allowed ? "support.granted" : "support.ended"));
        return "redirect:" + PAGE;
    }

    @PostMapping("/end")
    @Requires(Capability.MANAGE_COMPANY)
    String end(RedirectAttributes redirect) {
        support.end();
        Toasts.success(redirect, messages.getMessage("support.ended"));
        return "redirect:" + PAGE;
    }

    @PostMapping("/requests/{id}")
    @Requires(Capability.MANAGE_COMPANY)
    String answer(
            @PathVariable("id") UUID id,
            @RequestParam(name = "access", required = false) @Nullable GrantedAccess access,
            RedirectAttributes redirect) {
        support.answer(id, Optional.ofNullable(access));
        Toasts.success(redirect, messages.getMessage(access == null ? "support.declined" : "support.granted"));
        return "redirect:" + PAGE;
    }
}
