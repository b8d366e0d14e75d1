package io.patchbay.event.web;

import io.patchbay.event.EventStreaming;
import io.patchbay.event.api.EventTokens;
import io.patchbay.event.stream.StreamSender;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.ActionLimits;
import io.patchbay.platform.ratelimit.LimitedAction;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Toasts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settings | Event Streaming. */
@Controller
@RequestMapping("/settings/streaming")
class StreamController {

    private static final String HERE = "redirect:/settings/streaming";
    private static final int TESTS_A_MINUTE = 6;

    private final EventStreaming streaming;
    private final EventTokens tokens;
    private final StreamSender sender;
    private final RateLimits limits;
    private final ActionLimits actions;
    private final PortalProperties portal;
    private final MessageSourceAccessor messages;

    StreamController(
            EventStreaming streaming,
            EventTokens tokens,
            StreamSender sender,
            RateLimits limits,
            ActionLimits actions,
            PortalProperties portal,
            MessageSourceAccessor messages) {
        this.streaming = streaming;
        this.tokens = tokens;
        this.sender = sender;
        this.limits = limits;
        this.actions = actions;
        this.portal = portal;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Capability.MANAGE_COMPANY)
    String page(Model model) {
        model.addAttribute("stream", streaming.get().orElse(null));
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("api", portal.resolve("/api/v1/events"));
        return "event/streaming";
    }

    @PostMapping("/webhook")
    @Requires(Capability.MANAGE_COMPANY)
    String start(@RequestParam("address") String address, HttpServletResponse response, Model model) {
        return shownOnce("stream.secret", streaming.start(address.strip()), response, model);
    }

    @PostMapping("/webhook/test")
    @Requires(Capability.MANAGE_COMPANY)
    String test(RedirectAttributes redirect) {
        var verdict =
                limits.take(List.of("event-stream-test:" + Current.company()), TESTS_A_MINUTE, Duration.ofMinutes(1));
        if (!verdict.allowed()) {
            throw new TooManyRequestsException(verdict.retryAfter());
        }
        var delivery = sender.test().orElseThrow(NotFoundException::new);
        if (delivery.taken()) {
            Toasts.success(redirect, messages.getMessage("stream.test.taken", new Object[] {delivery.answer()}));
        } else {
            Toasts.failure(redirect, messages.getMessage("stream.test.failed", new Object[] {delivery.answer()}));
        }
        return HERE;
    }

    @PostMapping("/webhook/resume")
    @Requires(Capability.MANAGE_COMPANY)
    String resume(RedirectAttributes redirect) {
        streaming.resume();
        Toasts.success(redirect, messages.getMessage("stream.resumed"));
        return HERE;
    }

    @PostMapping("/webhook/delete")
    @Requires(Capability.MANAGE_COMPANY)
    String end(RedirectAttributes redirect) {
        streaming.end();
        Toasts.success(redirect, messages.getMessage("stream.ended"));
        return HERE;
    }

    @PostMapping("/tokens")
    @Requires(Capability.MANAGE_COMPANY)
    String createToken(@RequestParam("name") String name, HttpServletResponse response, Model model) {
        actions.take(LimitedAction.API_TOKEN);
        return shownOnce("stream.token", tokens.create(name), response, model);
    }

    @PostMapping("/tokens/{id}/revoke")
    @Requires(Capability.MANAGE_COMPANY)
    String revoke(@PathVariable("id") UUID id, RedirectAttributes redirect) {
        tokens.revoke(id);
        Toasts.success(redirect, messages.getMessage("stream.token.revoked"));
        return HERE;
    }

    private static String shownOnce(String what, String secret, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("what", what);
        model.addAttribute("secret", secret);
        return "event/secret";
    }
}
