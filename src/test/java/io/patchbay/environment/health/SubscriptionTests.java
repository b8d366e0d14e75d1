package io.patchbay.environment.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.simulator.directory.SubscriptionState;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each state of a tenant's Intune subscription is told as what it is, when connecting and later (intune-in-the-field P17). */
@PortalTest
class SubscriptionTests {

    @ParameterizedTest
    @CsvSource({
        "DISABLED, The Intune subscription is disabled, Renew the subscription",
        "DELETED, The Intune subscription was deleted, Get a subscription that includes Microsoft Intune",
        "BLOCKED, The Intune subscription is blocked, Ask Microsoft for the reason",
        "LOCKED_OUT, The tenant is locked out of Intune, Ask Microsoft to end the lockout"
    })
    void aSubscriptionThatDoesNotWorkIsNotConnected(SubscriptionState state, String title, String next, Portal portal) {
        portal.microsoft().entra().subscription(Contoso.TENANT, state);
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");

        assertThat(ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome().body())
                .contains("Intune wasn&#39;t connected", title, next);
        assertThat(portal.database().count("intune_connection")).isZero();
        assertThat(ada.visit("/events").body()).contains("Intune Connection Failed");
    }

    @Test
    void aPendingSubscriptionIsWaitedFor(Portal portal) {
        portal.microsoft().entra().subscription(Contoso.TENANT, SubscriptionState.PENDING);
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN);
        assertThat(ada.page().body()).contains("Verifying");
        portal.microsoft().entra().subscription(Contoso.TENANT, SubscriptionState.ACTIVE);
        assertThat(ada.awaitOutcome().body()).contains("Intune Tenant Connected Successfully");
    }

    @Test
    void butNotForEver(Portal portal) {
        portal.microsoft().entra().subscription(Contoso.TENANT, SubscriptionState.PENDING);
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(11));
        assertThat(ada.awaitOutcome().body())
                .contains("Microsoft Intune is still being set up", "Wait until Microsoft has set up Intune");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, Microsoft is still setting it up, Wait until Microsoft has set up Intune",
        "DISABLED, has disabled the tenant&#39;s Intune subscription, Renew the tenant",
        "DELETED, subscription was deleted, Get a subscription with Microsoft Intune",
        "BLOCKED, has blocked the tenant&#39;s Intune subscription, Ask Microsoft for the reason",
        "LOCKED_OUT, has locked the tenant out, Ask Microsoft to end the lockout"
    })
    void aConnectionIsLostWithItsSubscriptionAndComesBackWithIt(
            SubscriptionState state, String cause, String next, Portal portal) {
        var ada = connected(portal);
        portal.microsoft().entra().subscription(Contoso.TENANT, state);
        check(ada);
        assertThat(ada.page().body())
                .contains("Connection lost", cause, next, "The connection to Contoso is lost.")
                .doesNotContain("Reconnect Intune.");
        assertThat(ada.visit("/settings/environments").body()).doesNotContain("no longer gives Patchbay access");

        portal.microsoft().entra().subscription(Contoso.TENANT, SubscriptionState.ACTIVE);
        check(ada);
        assertThat(ada.page().body()).contains("All permissions are granted, and Intune is responding.");
        assertThat(ada.visit("/events").body()).contains("Intune Connection Lost", "Intune Connection Restored");
    }

    @Test
    void aWarningIsToldAndEverythingGoesOn(Portal portal) {
        portal.microsoft().entra().subscription(Contoso.TENANT, SubscriptionState.WARNING);
        var ada = connected(portal);
        assertThat(ada.page().body())
                .contains(
                        "Connected, warning",
                        "Everything works, but this may end soon.",
                        "it has expired and is in its grace period",
                        "Renew the tenant&#39;s Intune subscription",
                        "The connection to Contoso works, but may stop working.")
                .doesNotContain("Intune Tenant Connected Successfully");
        assertThat(ada.page().body()).doesNotContain("Unavailable:");

        portal.microsoft().entra().subscription(Contoso.TENANT, SubscriptionState.ACTIVE);
        check(ada);
        assertThat(ada.page().body()).doesNotContain("may stop working");
    }

    @Test
    void graphIsSpokenToOverHttp2(Portal portal) {
        connected(portal);
        assertThat(portal.microsoft().entra().protocols("graph")).containsExactly("HTTP/2.0");
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    private static void check(Surfer ada) {
        var page = "/settings/environments/" + ada.environment() + "/intune";
        ada.get(page);
        ada.post(page + "/check");
        await().pollInterval(Duration.ofMillis(30))
                .until(() -> !ada.visit(page).body().contains("Checking…"));
    }
}
