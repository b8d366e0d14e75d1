package io.patchbay.event.web;

import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping(EventPages.OWN)
class EventsController {

    private final EventPages pages;

    EventsController(EventPages pages) {
        this.pages = pages;
    }

    @GetMapping
    @Requires(Capability.VIEW_EVENTS)
    String page(@ModelAttribute("query") EventQuery query, Model model) {
        return pages.list(query, EventPages.OWN, model);
    }

    /** Asked by a page now and then whether something came that its filter finds. */
    @GetMapping("/news")
    @Requires(Capability.VIEW_EVENTS)
    String news(@ModelAttribute("query") EventQuery query, @RequestParam("since") UUID since, Model model) {
        model.addAttribute("news", pages.news(query, since));
        model.addAttribute("address", new EventLinks(query, EventPages.OWN).newest());
        return "event/news :: news";
    }

    @GetMapping("/{id}")
    @Requires(Capability.VIEW_EVENTS)
    String event(@PathVariable("id") UUID id, Model model) {
        return pages.one(id, EventPages.OWN, model);
    }
}
