package io.patchbay.support.web;

import io.patchbay.deployment.DeploymentsInShort;
import io.patchbay.environment.web.ConnectionPages;
import io.patchbay.event.EventExport.Format;
import io.patchbay.event.web.EventPages;
import io.patchbay.event.web.EventQuery;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.support.grant.SupportGrant.GrantedAccess;
import io.patchbay.support.session.SupportSessions;
import io.patchbay.support.session.SupportSessions.CompanySupport;
import io.patchbay.support.session.SupportSessions.Look;
import io.patchbay.support.session.SupportView;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What support reads in a company, under a bar that says whose it is and for how long. */
@Controller
@RequestMapping("/support/companies/{id}")
class SupportEventsController {

    private static final String BAR = "support/bar :: bar(${support}, ${left})";

    private final SupportSessions sessions;
    private final SupportView view;
    private final EventPages pages;
    private final ConnectionPages connections;
    private final DeploymentsInShort deployments;
    private final Clock clock;

    SupportEventsController(
            SupportSessions sessions,
            SupportView view,
            EventPages pages,
            ConnectionPages connections,
            DeploymentsInShort deployments,
            Clock clock) {
        this.sessions = sessions;
        this.view = view;
        this.pages = pages;
        this.connections = connections;
        this.deployments = deployments;
        this.clock = clock;
    }

    private static String base(UUID id) {
        return "/support/companies/" + id + "/events";
    }

    @GetMapping("/events")
    @ForStaff(StaffRole.SUPPORT)
    @InOwnTransactions("Looks into another company, and writes that down.")
    String events(@PathVariable("id") UUID id, @ModelAttribute("query") EventQuery query, Model model) {
        query.filter();
        var what = query.text().isEmpty() ? "the event log" : "the event log, searched for \"" + query.text() + "\"";
        return page(
                sessions.look(
                        new CompanyId(id), GrantedAccess.EVENT_LOG, what, () -> pages.list(query, base(id), model)),
                model);
    }

    @GetMapping("/events/{event}")
    @ForStaff(StaffRole.SUPPORT)
    @InOwnTransactions("Looks into another company, and writes that down.")
    String event(@PathVariable("id") UUID id, @PathVariable("event") UUID event, Model model) {
        return page(
                sessions.look(
                        new CompanyId(id),
                        GrantedAccess.EVENT_LOG,
                        "the event " + event,
                        () -> pages.one(event, base(id), model)),
                model);
    }

    @PostMapping("/events/export")
    @ForStaff(StaffRole.SUPPORT)
    void export(
            @PathVariable("id") UUID id,
            @ModelAttribute("query") EventQuery query,
            @RequestParam("format") Format format,
            HttpServletResponse response)
            throws IOException {
        var company = new CompanyId(id);
        sessions.look(company, GrantedAccess.EVENT_LOG, "an export of the event log", () -> {
            pages.beginExport(query, format);
            return company;
        });
        Current.asStaff(company, () -> {
            pages.export(query, format, response);
            return company;
        });
    }

    @GetMapping("/connection")
    @ForStaff(StaffRole.SUPPORT)
    @InOwnTransactions("Looks into another company, and writes that down.")
    String connection(
            @PathVariable("id") UUID id,
            @RequestParam(name = "environment", required = false) @Nullable UUID environment,
            Model model) {
        var look = view.connection(new CompanyId(id), environment, seen -> {
            connections.show(seen, model);
            model.addAttribute("deployments", deployments.of(seen));
        });
        model.addAttribute("look", look.seen());
        model.addAttribute("most", DeploymentsInShort.AT_MOST);
        return page(look.support(), "support/session-connection", model);
    }

    /** Asked by an open page whether it may stay open; it is no look. */
    @GetMapping("/bar")
    @ForStaff(StaffRole.SUPPORT)
    @InOwnTransactions("Looks into another company, and writes that down.")
    String bar(@PathVariable("id") UUID id, HttpServletResponse response, Model model) {
        var support = sessions.of(new CompanyId(id));
        if (support.grant().isEmpty() || support.ticket().isEmpty()) {
            response.setHeader("HX-Redirect", "/support/companies/" + id);
            return "redirect:/support/companies/" + id;
        }
        return page(support, "support/bar :: bar(support=${support}, left=${left})", model);
    }

    private String page(Look<String> look, Model model) {
        return page(look.support(), look.seen(), model);
    }

    private String page(CompanySupport support, String view, Model model) {
        model.addAttribute("above", BAR);
        model.addAttribute("support", support);
        model.addAttribute("left", support.grant().orElseThrow().left(clock.instant()));
        return view;
    }
}
