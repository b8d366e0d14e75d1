package io.patchbay.startup;

import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.microsoft.identity.MicrosoftReach;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether Microsoft answers, agrees on the time, takes the credential and knows the redirect URIs. */
@Component
class MicrosoftCheck {

    private static final String CHECK = "Microsoft";
    private static final String CREDENTIAL = "Credential";
    private static final String CLOCK = "Clock";
    private static final Duration SOON = Duration.ofDays(30);

    /** Entra ID takes an assertion that is at most five minutes off. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final MicrosoftReach microsoft;
    private final Credential credential;
    private final Clock clock;

    MicrosoftCheck(MicrosoftReach microsoft, Credential credential, Clock clock) {
        this.microsoft = microsoft;
        this.credential = credential;
        this.clock = clock;
    }

    List<Finding> run() {
        var findings = new ArrayList<Finding>();
        findings.add(expiry());
        var answers = microsoft.answers();
        answers.forEach(answer -> findings.add(reached(answer.address(), answer.problem())));
        if (answers.stream().anyMatch(answer -> answer.problem() != null)) {
            return findings;
        }
        answers.stream()
                .map(MicrosoftReach.Answer::time)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(time -> findings.add(skew("Microsoft", time, clock.instant(), SKEW)));
        findings.add(microsoft
                .refusal()
                .map(MicrosoftCheck::refused)
                .orElseGet(() -> Finding.passed(CREDENTIAL, "Entra ID doesn't object to it")));
        findings.add(
                microsoft
                        .missingRedirectUris()
                        .map(MicrosoftCheck::redirects)
                        .orElseGet(
                                () -> Finding.passed(
                                        "Redirects",
                                        "Graph doesn't show the app registration to Patchbay; compare it with src/docs/operations/app-registration.md")));
        return findings;
    }

    static Finding refused(ConsentProblem problem) {
        return problem.responsible() == ConsentProblem.Responsible.OPERATOR
                ? Finding.failed(
                        CREDENTIAL,
                        "Entra ID refuses it (%s). Set patchbay.microsoft.client-id and .client-secret or .certificate to those of the app registration"
                                .formatted(problem))
                : Finding.warning(
                        CREDENTIAL,
                        "Whether Entra ID takes it can't be seen (%s): that takes an enterprise application in the tenant patchbay.microsoft.operator-tenant"
                                .formatted(problem));
    }

    private static Finding reached(URI address, @Nullable String problem) {
        return problem == null
                ? Finding.passed(CHECK, address.getHost() + " answers")
                : Finding.failed(
                        CHECK,
                        "%s doesn't answer (%s). Let the portal through the firewall to it, and check patchbay.microsoft.cloud and patchbay.microsoft.ssl-bundle"
                                .formatted(address.getAuthority(), problem));
    }

    static Finding skew(String whose, Instant theirs, Instant ours, Duration allowed) {
        var difference = Duration.between(theirs, ours);
        return difference.abs().compareTo(allowed) > 0
                ? Finding.failed(
                        CLOCK,
                        "The clock of this machine is %d seconds %s that of %s. Synchronize it by NTP"
                                .formatted(
                                        difference.abs().toSeconds(),
                                        difference.isNegative() ? "behind" : "ahead of",
                                        whose))
                : Finding.passed(CLOCK, "Agrees with that of " + whose);
    }

    static Finding redirects(List<URI> missing) {
        return missing.isEmpty()
                ? Finding.passed("Redirects", "All redirect URIs are registered")
                : Finding.failed(
                        "Redirects",
                        "Add to the app registration, under Authentication, platform Web: "
                                + missing.stream().map(URI::toString).collect(Collectors.joining(", ")));
    }

    private Finding expiry() {
        var left = credential.expires().map(end -> Duration.between(clock.instant(), end));
        if (left.filter(Duration::isNegative).isPresent()) {
            return Finding.failed(CREDENTIAL, "It has expired. Make a new one, and set it under patchbay.microsoft");
        }
        return left.filter(rest -> rest.compareTo(SOON) < 0)
                .map(rest -> Finding.warning(CREDENTIAL, "It expires in %d days".formatted(rest.toDays())))
                .orElseGet(() -> Finding.passed(
                        CREDENTIAL,
                        left.map(rest -> rest.toDays() + " days left").orElse("No day of expiry is known")));
    }
}
