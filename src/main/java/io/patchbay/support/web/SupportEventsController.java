package io.patchbay.support.web;

import io.patchbay.company.SupportVisits;
import io.patchbay.event.EventLog.Position;
import io.patchbay.support.Sight;
import io.patchbay.tenancy.CompanyId;
import io.patchbay.tenancy.ForStaff;
import io.patchbay.tenancy.StaffRole;
import io.patchbay.web.InvalidRequestException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What support reads in a company, under a bar that says whose it is and for how long. */
@Controller
@RequestMapping("/support/companies/{id}")
class SupportEventsController {

    private static final int LONGEST = 100;

    private final SupportVisits visits;
    private final Sight sight;
    private final Clock clock;

    SupportEventsController(SupportVisits visits, Sight sight, Clock clock) {
        this.visits = visits;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/events")
    @ForStaff(StaffRole.SUPPORT)
    String events(
            @PathVariable("id") UUID id,
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "before", required = false) @Nullable UUID before,
            @RequestParam(name = "after", required = false) @Nullable UUID after,
            Model model) {
        if (before != null && after != null) {
            throw new InvalidRequestException("events.twoCursors");
        }
        if (q.length() > LONGEST) {
            throw new InvalidRequestException("problem.parameter-long");
        }
        var position = before != null
                ? new Position.OlderThan(before)
                : after == null ? new Position.Newest() : new Position.NewerThan(after);
        model.addAttribute("page", sight.events(new CompanyId(id), q.strip(), position));
        model.addAttribute("q", q.strip());
        return page(id, "support/visit-events", model);
    }

    @GetMapping("/events/{event}")
    @ForStaff(StaffRole.SUPPORT)
    String event(@PathVariable("id") UUID id, @PathVariable("event") UUID event, Model model) {
        model.addAttribute("event", sight.event(new CompanyId(id), event));
        return page(id, "support/visit-event", model);
    }

    @GetMapping("/connection")
    @ForStaff(StaffRole.SUPPORT)
    String connection(@PathVariable("id") UUID id, Model model) {
        model.addAttribute("connections", sight.connections(new CompanyId(id)));
        return page(id, "support/visit-connection", model);
    }

    private String page(UUID id, String view, Model model) {
        var standing = visits.standing(new CompanyId(id));
        model.addAttribute("standing", standing);
        model.addAttribute("left", standing.grant().orElseThrow().left(clock.instant()));
        return view;
    }
}
