package io.patchbay.support.web;

import io.patchbay.event.EventLog;
import io.patchbay.event.EventLog.Position;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's own event log: quotes and license keys. */
@Controller
@RequestMapping("/staff/events")
class StaffEventsController {

    private static final int PAGE_SIZE = 25;

    private final EventLog log;

    StaffEventsController(EventLog log) {
        this.log = log;
    }

    @GetMapping
    @ForStaff(StaffRole.SALES)
    @InOwnTransactions("Reads as the operator.")
    String events(
            @RequestParam(name = "before", required = false) @Nullable UUID before,
            @RequestParam(name = "after", required = false) @Nullable UUID after,
            Model model) {
        if (before != null && after != null) {
            throw new InvalidRequestException("events.twoCursors");
        }
        var position = before != null
                ? new Position.OlderThan(before)
                : after == null ? new Position.Newest() : new Position.NewerThan(after);
        model.addAttribute("page", Current.asStaff(CompanyId.OPERATOR, () -> log.page(position, PAGE_SIZE)));
        return "support/events";
    }

    @GetMapping("/{id}")
    @ForStaff(StaffRole.SALES)
    @InOwnTransactions("Reads as the operator.")
    String event(@PathVariable("id") UUID id, Model model) {
        model.addAttribute(
                "event", Current.asStaff(CompanyId.OPERATOR, () -> log.find(id)).orElseThrow(NotFoundException::new));
        return "support/event";
    }
}
