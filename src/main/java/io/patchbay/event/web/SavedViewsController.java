package io.patchbay.event.web;

import io.patchbay.event.SavedViews;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.ui.Toasts;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The person's saved views of the log. */
@Controller
@RequestMapping(EventPages.OWN + "/views")
class SavedViewsController {

    private static final String PAGE = "redirect:" + EventPages.OWN + "/views";

    private final SavedViews views;
    private final MessageSourceAccessor messages;

    SavedViewsController(SavedViews views, MessageSourceAccessor messages) {
        this.views = views;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.VIEW_EVENTS)
    String page(Person person, Model model) {
        model.addAttribute("views", views.of(person.id()));
        model.addAttribute("most", SavedViews.AT_MOST);
        model.addAttribute("longest", SavedViews.NAME_AT_MOST);
        return "event/views";
    }

    /** What the filter bar of the log shows of them, once it is there. */
    @GetMapping("/links")
    @Requires(Capability.VIEW_EVENTS)
    String links(Person person, Model model) {
        model.addAttribute("views", views.of(person.id()));
        return "event/view-links :: links";
    }

    @PostMapping
    @Requires(Capability.VIEW_EVENTS)
    String add(
            @ModelAttribute("query") EventQuery query,
            @RequestParam(name = "name", defaultValue = "") String name,
            Person person,
            RedirectAttributes redirect) {
        query.filter();
        var address = new EventLinks(query, EventPages.OWN).newest();
        return told(redirect, name, "redirect:" + address, () -> views.add(person.id(), name, address));
    }

    @PostMapping("/{id}/name")
    @Requires(Capability.VIEW_EVENTS)
    String rename(
            @PathVariable("id") UUID id,
            @RequestParam(name = "name", defaultValue = "") String name,
            Person person,
            RedirectAttributes redirect) {
        return told(redirect, name, PAGE, () -> views.rename(person.id(), id, name));
    }

    private String told(RedirectAttributes redirect, String name, String next, Runnable change) {
        try {
            change.run();
            Toasts.success(redirect, messages.getMessage("views.saved", new Object[] {name.strip()}));
        } catch (ConflictException | InvalidRequestException e) {
            Toasts.failure(redirect, messages.getMessage(e.messageKey(), e.args()));
        }
        return next;
    }

    @PostMapping("/{id}/deletion")
    @Requires(Capability.VIEW_EVENTS)
    String delete(@PathVariable("id") UUID id, Person person, RedirectAttributes redirect) {
        views.delete(person.id(), id);
        Toasts.success(redirect, messages.getMessage("views.deleted"));
        return PAGE;
    }
}
