package io.patchbay.notification.web;

import io.patchbay.notification.inbox.Inbox;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.tenancy.Person;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the bell leads to. */
@Controller
@RequestMapping("/notifications")
class InboxController {

    private static final String BACK = "redirect:/notifications";

    private final Inbox inbox;
    private final NotificationsNavigation bell;

    InboxController(Inbox inbox, NotificationsNavigation bell) {
        this.inbox = inbox;
        this.bell = bell;
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
    String mute(@RequestParam("kind") NoticeKind kind, @RequestParam("mute") boolean mute, Person person) {
        inbox.mute(person.id(), kind, mute);
        return BACK;
    }
}
