package io.patchbay.account.session;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Notes in each session how it began. */
@Component
class SignInRecorder {

    private static final int USER_AGENT_LIMIT = 300;

    private final Clock clock;

    SignInRecorder(Clock clock) {
        this.clock = clock;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            var agent = request.getHeader(HttpHeaders.USER_AGENT);
            request.getSession()
                    .setAttribute(
                            SignInRecord.ATTRIBUTE,
                            new SignInRecord(
                                    clock.instant(),
                                    request.getRemoteAddr(),
                                    agent == null
                                            ? null
                                            : agent.substring(0, Math.min(agent.length(), USER_AGENT_LIMIT))));
        }
    }
}
