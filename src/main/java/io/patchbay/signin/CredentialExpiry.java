package io.patchbay.signin;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.patchbay.microsoft.identity.Credential;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.ui.Banner;
import io.patchbay.ui.BannerAction;
import io.patchbay.ui.BannerSource;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.MessageSourceAccessor;

/** Warns the operator before Patchbay's own credential at Microsoft ends: to support staff on every page, and in the log. */
@Configuration(proxyBeanMethods = false)
class CredentialExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(CredentialExpiry.class);
    private static final Duration AHEAD = Duration.ofDays(30);

    private final Credential credential;
    private final Clock clock;

    CredentialExpiry(Credential credential, Clock clock) {
        this.credential = credential;
        this.clock = clock;
    }

    /** Whole days until it ends, where that is near; negative once it has ended. */
    Optional<Long> daysLeft() {
        return credential
                .expires()
                .map(end -> Duration.between(clock.instant(), end))
                .filter(left -> left.compareTo(AHEAD) < 0)
                .map(Duration::toDays);
    }

    @Bean
    BannerSource credentialBanner(MessageSourceAccessor messages) {
        return () -> Current.is(StaffRole.OPERATOR)
                ? daysLeft().stream().map(days -> banner(days, messages)).toList()
                : List.of();
    }

    private static Banner banner(long days, MessageSourceAccessor messages) {
        return Banner.staying(
                "operator:credential",
                Banner.Severity.DANGER,
                messages.getMessage("operator.expiry", new Object[] {days}),
                List.of(new BannerAction(messages.getMessage("operator.title"), "/operator")));
    }

    @Bean
    Task<Void> credentialExpiryTask() {
        return Tasks.recurring("credential-expiry", Schedules.daily(LocalTime.of(6, 0)))
                .execute((instance, context) -> daysLeft()
                        .ifPresent(days -> LOG.error(
                                "ALERT: Patchbay's credential in Entra ID expires in {} days. Renew it before then, or Patchbay can't"
                                        + " connect to any tenant. See the operator page",
                                days)));
    }
}
