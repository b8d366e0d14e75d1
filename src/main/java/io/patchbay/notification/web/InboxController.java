package io.patchbay.notification.web;

import io.patchbay.notification.inbox.Inbox;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import java.util.Arrays;
import java.util.List;
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

/** What the bell leads to. */
@Controller
@RequestMapping("/notifications")
class InboxController {

    private static final String BACK = "redirect:/notifications";

    private final Inbox inbox;
    private final NotificationsNavigation bell;
    private final MessageSourceAccessor messages;

    InboxController(Inbox inbox, NotificationsNavigation bell, MessageSourceAccessor messages) {
        this.inbox = inbox;
        this.bell = bell;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String inbox(@RequestParam(name = "before", required = false) @Nullable UUID before, Person person, Model model) {
        model.addAttribute("page", inbox.page(person.id(), before));
        model.addAttribute("first", before == null);
        model.addAttribute(
                "kinds",
                Arrays.stream(NoticeKind.values())
                        .filter(NoticeKind::reachesInbox)
                        .toList());
        return "notification/inbox";
    }

    /** Only the bell, for the page to stay up to date. */
    @GetMapping("/bell")
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String bell(Model model) {
        model.addAttribute("bell", bell.bell().orElse(null));
        return "notification/bell";
    }

    @PostMapping("/{id}/read")
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String read(@PathVariable("id") UUID id, Person person) {
        inbox.read(person.id(), id);
        return BACK;
    }

    @PostMapping("/read")
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String readAll(Person person) {
        inbox.readAll(person.id());
        return BACK;
    }

    @PostMapping("/mute")
    @Requires(Capability.VIEW_NOTIFICATIONS)
    String mute(
            @RequestParam(name = "kinds", required = false) @Nullable List<NoticeKind> kinds,
            Person person,
            RedirectAttributes redirect) {
        inbox.receive(person.id(), kinds == null ? List.of() : kinds);
        Toasts.success(redirect, messages.getMessage("inbox.mute.saved"));
        return BACK;
    }
}
