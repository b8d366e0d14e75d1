package io.patchbay.environment.web;

import io.patchbay.environment.EnvironmentView;
import io.patchbay.environment.Environments;
import io.patchbay.environment.consent.AttemptView;
import io.patchbay.environment.consent.ConnectFlow;
import io.patchbay.environment.consent.ConnectStart;
import io.patchbay.environment.consent.ConnectStep;
import io.patchbay.environment.consent.ConsentAnswer;
import io.patchbay.licensing.ActivationOffers;
import io.patchbay.licensing.Licenses;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.pageview.InOwnTransactions;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The way from Connect to the green tick, with Microsoft in between. */
@Controller
class ConnectController {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectController.class);
    private static final String VERIFIER = "patchbay.connect.verifier";

    private final ConnectFlow flow;
    private final Environments environments;
    private final ActivationOffers offers;
    private final Licenses licenses;
    private final PortalProperties portal;

    ConnectController(
            ConnectFlow flow,
            Environments environments,
            ActivationOffers offers,
            Licenses licenses,
            PortalProperties portal) {
        this.flow = flow;
        this.environments = environments;
        this.offers = offers;
        this.licenses = licenses;
        this.portal = portal;
    }

    @PostMapping("/settings/environments/{id}/intune/connect")
    @Requires(Capability.CONNECT_INTUNE)
    String connect(@PathVariable("id") UUID id, HttpSession session) {
        return leave(flow.connect(new EnvironmentId(id), session.getId()), session);
    }

    @PostMapping("/settings/environments/{id}/intune/reconnect")
    @Requires(Capability.CONNECT_INTUNE)
    String reconnect(@PathVariable("id") UUID id, HttpSession session) {
        return leave(flow.reconnect(new EnvironmentId(id), session.getId()), session);
    }

    private static String leave(ConnectStart start, HttpSession session) {
        session.setAttribute(VERIFIER, start.codeVerifier());
        return "redirect:" + start.redirect();
    }

    @GetMapping(EntraEndpoints.STEP_UP)
    @Requires(Capability.CONNECT_INTUNE)
    @InOwnTransactions("notes the answer of Microsoft")
    String signedIn(@RequestParam Map<String, String> answer, HttpSession session) {
        var verifier = (String) session.getAttribute(VERIFIER);
        return follow(flow.signedIn(answer(answer), answer.get("code"), verifier, session.getId()), session);
    }

    @GetMapping(EntraEndpoints.ADMIN_CONSENT)
    @Requires(Capability.CONNECT_INTUNE)
    @InOwnTransactions("notes the answer of Microsoft")
    String consented(@RequestParam Map<String, String> answer, HttpSession session) {
        return follow(
                flow.consented(answer(answer), answer.get("tenant"), answer.get("admin_consent"), session.getId()),
                session);
    }

    private static ConsentAnswer answer(Map<String, String> parameters) {
        var state = parameters.get("state");
        if (state == null || state.isEmpty()) {
            throw new InvalidRequestException("connect.stale");
        }
        return new ConsentAnswer(
                state, parameters.get("error"), parameters.get("error_description"), parameters.get("error_subcode"));
    }

    private static String follow(ConnectStep next, HttpSession session) {
        return switch (next) {
            case ConnectStep.ToMicrosoft(var redirect) -> {
                session.removeAttribute(VERIFIER);
                yield "redirect:" + redirect;
            }
            case ConnectStep.ToAttempt(var attempt) -> "redirect:/connect/intune/attempts/" + attempt;
            case ConnectStep.Stale() -> {
                LOG.warn("An answer from Microsoft matches no open attempt of this session, person and company");
                throw new InvalidRequestException("connect.stale");
            }
        };
    }

    @GetMapping("/connect/intune/attempts/{id}")
    @Requires(Capability.CONNECT_INTUNE)
    String attempt(
            @PathVariable("id") UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean htmx,
            HttpServletResponse response,
            Model model) {
        var attempt = flow.attempt(id);
        if (attempt.connected()) {
            return connected(attempt, htmx, response);
        }
        model.addAttribute("htmx", htmx);
        model.addAttribute("attempt", attempt);
        model.addAttribute("environment", environments.get(attempt.environment()));
        model.addAttribute("handOverLink", handOverLink(attempt.environment()));
        return attempt.failed() ? "environment/connect-failed" : "environment/connect-verifying";
    }

    private static String connected(AttemptView attempt, boolean htmx, HttpServletResponse response) {
        var page = "/settings/environments/" + attempt.environment()
                + (attempt.expectedTenant() == null ? "/intune/connected" : "/intune");
        if (htmx) {
            response.setHeader("HX-Redirect", page);
            return "environment/connect-leaving";
        }
        return "redirect:" + page;
    }

    private String handOverLink(EnvironmentId environment) {
        return portal.resolve("/connect/" + Current.company() + "/" + environment)
                .toString();
    }

    @GetMapping("/settings/environments/{id}/intune/connected")
    @Requires(Capability.VIEW_ENVIRONMENTS)
    String connected(
            @PathVariable("id") UUID id,
            @RequestParam(name = "plan", required = false) @Nullable String plan,
            Model model) {
        var environment = connectedEnvironment(id);
        if (!Objects.requireNonNull(environment.connection()).health().healthy()) {
            return "redirect:/settings/environments/" + id + "/intune";
        }
        model.addAttribute("mayConnect", Current.may(Capability.CONNECT_INTUNE));
        model.addAttribute("offer", offers.of(environment.id(), plan));
        model.addAttribute("mayManage", Current.may(Capability.MANAGE_LICENSES));
        model.addAttribute("licensed", !licenses.switchedOff());
        model.addAttribute("environment", environment);
        model.addAttribute("connection", environment.connection());
        model.addAttribute("onConnected", true);
        return "environment/connected";
    }

    private EnvironmentView connectedEnvironment(UUID id) {
        var environment = environments.get(new EnvironmentId(id));
        environment.requireConnection();
        return environment;
    }
}
