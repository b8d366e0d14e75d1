package io.patchbay.event.web;

import io.patchbay.event.EventRetention;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.ui.Toasts;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long events are kept; a part of Settings | Company. */
@Controller
class RetentionController {

    private final EventRetention retention;
    private final MessageSourceAccessor messages;

    RetentionController(EventRetention retention, MessageSourceAccessor messages) {
        this.retention = retention;
        this.messages = messages;
    }

    @PostMapping("/settings/company/retention")
    @Requires(Capability.MANAGE_COMPANY)
    String keep(@RequestParam("days") int days, RedirectAttributes redirect) {
        retention.keep(days);
        Toasts.success(redirect, messages.getMessage("retention.saved"));
        return "redirect:/settings/company";
    }
}
