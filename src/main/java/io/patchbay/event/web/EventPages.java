package io.patchbay.event.web;

import io.patchbay.event.EventExport;
import io.patchbay.event.EventExport.Format;
import io.patchbay.event.EventFilter;
import io.patchbay.event.EventLog;
import io.patchbay.event.EventSearch;
import io.patchbay.event.export.EventDocument;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.ui.ReadersZone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pages of the log of the current company, for the company itself and for whoever it lets look. */
@Component
public class EventPages {

    static final String OWN = "/events";

    private static final int BUFFER = 1 << 16;

    private final EventLog log;
    private final EventSearch search;
    private final EventExport export;
    private final ActionLimits limits;
    private final EventDocument documents;
    private final PortalProperties portal;
    private final ReadersZone zone;
    private final Clock clock;

    EventPages(
            EventLog log,
            EventSearch search,
            EventExport export,
            ActionLimits limits,
            EventDocument documents,
            PortalProperties portal,
            ReadersZone zone,
            Clock clock) {
        this.log = log;
        this.search = search;
        this.export = export;
        this.limits = limits;
        this.documents = documents;
        this.portal = portal;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The list; the name of its view.
     *
     * @param base where its own links lead
     */
    public String list(EventQuery query, String base, Model model) {
        var found = search.find(filter(query), query.position(), query.pageSize());
        var today = LocalDate.ofInstant(clock.instant(), zone.zone());
        model.addAttribute("page", EventsPage.of(query, found, today, base));
        return "event/events";
    }

    private EventFilter filter(EventQuery query) {
        return query.filter().in(zone.zone());
    }

    /**
     * One event; the name of its view.
     *
     * @throws NotFoundException where the company has no such event
     */
    public String one(UUID id, String base, Model model) {
        var event = log.find(id).orElseThrow(NotFoundException::new);
        var address = base + "/" + id;
        model.addAttribute("address", address);
        model.addAttribute("base", base);
        model.addAttribute(
                "event",
                EventView.of(
                        event,
                        search.environments(),
                        search.tenants(),
                        documents.indented(event),
                        portal.resolve(address).toString()));
        return "event/event";
    }

    /** How many events came since, that the query finds. */
    int news(EventQuery query, UUID since) {
        return search.newerThan(since, filter(query));
    }

    /** Writes down that the log is taken along; before {@link #export}. */
    public void beginExport(EventQuery query, Format format) {
        limits.take(LimitedAction.EXPORT);
        export.begin(filter(query), format);
    }

    /** Sends what the query finds. */
    public void export(EventQuery query, Format format, HttpServletResponse response) throws IOException {
        var name = switch (format) {
            case CSV -> "events_log_entries.csv";
            case JSON_LINES -> "events_log_entries.jsonl";
            case VERIFIABLE -> "events_log_verifiable.jsonl";
        };
        response.setContentType(format == Format.CSV ? "text/csv;charset=UTF-8" : "application/jsonl;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        var out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), BUFFER);
        export.write(filter(query), format, out::write);
        out.flush();
    }
}
