package io.patchbay.event.web;

import io.patchbay.event.chain.LogCheck;
import io.patchbay.event.chain.LogVerification;
import io.patchbay.event.head.HeadFile;
import io.patchbay.event.head.HeadVerification;
import io.patchbay.event.head.LogKeys;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.ratelimit.RateLimits;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.ReadersZone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Verify log: a page that asks for the days and for a signed head that was kept, and the answer. */
@Controller
class VerifyController {

    private static final int AN_HOUR = 30;

    private final LogVerification verification;
    private final HeadVerification heads;
    private final HeadFile file;
    private final LogKeys keys;
    private final RateLimits limits;
    private final ReadersZone zone;

    VerifyController(
            LogVerification verification,
            HeadVerification heads,
            HeadFile file,
            LogKeys keys,
            RateLimits limits,
            ReadersZone zone) {
        this.verification = verification;
        this.heads = heads;
        this.file = file;
        this.keys = keys;
        this.limits = limits;
        this.zone = zone;
    }

    @GetMapping("/events/verify")
    @Requires(Capability.VIEW_EVENTS)
    String ask(Model model) {
        return page(model);
    }

    @PostMapping("/events/verify")
    @Requires(Capability.VIEW_EVENTS)
    String verify(
            @RequestParam(name = "from", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate from,
            @RequestParam(name = "to", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate to,
            @RequestParam(name = "head", defaultValue = "") String head,
            Model model) {
        var verdict = limits.take(List.of("verify-log:" + Current.company()), AN_HOUR, Duration.ofHours(1));
        if (!verdict.allowed()) {
            throw new TooManyRequestsException(verdict.retryAfter());
        }
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        switch (verification.verify(from, to, zone.zone())) {
            case LogCheck.Intact intact -> model.addAttribute("intact", intact);
            case LogCheck.Broken broken -> model.addAttribute("broken", broken);
        }
        model.addAttribute("head", head.strip());
        model.addAttribute(
                "heads",
                Stream.concat(
                                file.furthest().map(kept -> HeadView.of("file", heads.check(kept))).stream(),
                                Stream.of(head.strip())
                                        .filter(given -> !given.isEmpty())
                                        .map(given -> HeadView.of("given", heads.check(given))))
                        .toList());
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("keys", keys.published());
        return "event/verify";
    }
}
