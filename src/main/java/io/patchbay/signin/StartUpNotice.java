package io.patchbay.signin;

import io.patchbay.microsoft.identity.EntraEndpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start-up which redirect URIs the app registration needs. */
@Component
class StartUpNotice {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpNotice.class);

    private final EntraEndpoints endpoints;

    StartUpNotice(EntraEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        LOG.info("Redirect URIs to register in Entra ID (platform Web): {}", endpoints.redirectUris());
    }
}
