package io.patchbay.event.web;

import io.patchbay.event.EventLog;
import io.patchbay.event.EventLog.Position;
import io.patchbay.tenancy.Capability;
import io.patchbay.tenancy.Requires;
import io.patchbay.web.InvalidRequestException;
import io.patchbay.web.NotFoundException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/events")
class EventsController {

    private static final int PAGE_SIZE = 25;

    private final EventLog log;

    EventsController(EventLog log) {
        this.log = log;
    }

    @GetMapping
    @Requires(Capability.VIEW_EVENTS)
    String page(
            @RequestParam(name = "before", required = false) @Nullable UUID before,
            @RequestParam(name = "after", required = false) @Nullable UUID after,
            Model model) {
        if (before != null && after != null) {
            throw new InvalidRequestException("events.twoCursors");
        }
        model.addAttribute("base", "/events");
        model.addAttribute("page", log.page(position(before, after), PAGE_SIZE));
        return "event/events";
    }

    private static Position position(@Nullable UUID before, @Nullable UUID after) {
        if (before != null) {
            return new Position.OlderThan(before);
        }
        return after == null ? new Position.Newest() : new Position.NewerThan(after);
    }

    @GetMapping("/{id}")
    @Requires(Capability.VIEW_EVENTS)
    String event(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("base", "/events");
        model.addAttribute("event", log.find(id).orElseThrow(NotFoundException::new));
        return "event/event";
    }
}
