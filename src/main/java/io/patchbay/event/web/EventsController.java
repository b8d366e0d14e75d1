package io.patchbay.event.web;

import io.patchbay.event.EventDocument;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventSearch;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.PortalProperties;
import io.patchbay.tenancy.Requires;
import io.patchbay.web.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/events")
class EventsController {

    private final EventLog log;
    private final EventSearch search;
    private final EventDocument documents;
    private final PortalProperties portal;
    private final Clock clock;

    EventsController(EventLog log, EventSearch search, EventDocument documents, PortalProperties portal, Clock clock) {
        this.log = log;
        this.search = search;
        this.documents = documents;
        this.portal = portal;
        this.clock = clock;
    }

    @GetMapping
    @Requires(Capability.VIEW_EVENTS)
    String page(@ModelAttribute("query") EventQuery query, Model model) {
        var found = search.find(query.filter(), query.position(), query.pageSize());
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        model.addAttribute("page", EventsPage.of(query, found, today));
        return "event/events";
    }

    /** Asked by a page now and then whether something came that its filter finds. */
    @GetMapping("/news")
    @Requires(Capability.VIEW_EVENTS)
    String news(@ModelAttribute("query") EventQuery query, @RequestParam("since") UUID since, Model model) {
        model.addAttribute("news", search.newerThan(since, query.filter()));
        model.addAttribute("address", new EventLinks(query).newest());
        return "event/news :: news";
    }

    @GetMapping("/{id}")
    @Requires(Capability.VIEW_EVENTS)
    String event(@PathVariable("id") UUID id, Model model) {
        var event = log.find(id).orElseThrow(NotFoundException::new);
        model.addAttribute(
                "event",
                EventView.of(
                        event,
                        search.environments(),
                        documents.indented(event),
                        portal.resolve("/events/" + id).toString()));
        return "event/event";
    }
}
