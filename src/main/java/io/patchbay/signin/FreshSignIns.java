package io.patchbay.signin;

import io.patchbay.company.Companies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Has everything learned anew that lets somebody in who signs in. */
@Component
class FreshSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(FreshSignIns.class);

    private final Companies companies;

    FreshSignIns(Companies companies) {
        this.companies = companies;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signedIn) {
        if (signedIn.getAuthentication().getPrincipal() instanceof PortalUser user) {
            LOG.info("{} signed in", user.person().id());
            companies.signedIn(user.person().id());
        }
    }
}
