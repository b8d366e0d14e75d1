package io.patchbay.environment.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.util.regex.Pattern;

/** A connected company with two Full Admins: Ada, who manages access, and Piet. */
final class ProtectedCompany {

    static final String SETTINGS = "/settings/company/disconnects";
    private static final String DOMAIN = "@contoso.onmicrosoft.com";

    private static final Pattern INVITATION = Pattern.compile("/invitations/[\\w-]{43}");

    private static final Pattern ITEMS = Pattern.compile("name=\"items\" value=\"(\\d+)\"");

    private final Portal portal;
    final Surfer ada;
    final Surfer piet;

    ProtectedCompany(Portal portal) {
        this.portal = portal;
        ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        piet = joined("privileged", "FULL_ADMIN");
    }

    /** Somebody who accepts an invitation. */
    Surfer joined(String account, String role) {
        ada.get("/settings/users/invitations");
        ada.post("/settings/users/invitations", "email", account + "@example.com", "role", role);
        var link = INVITATION.matcher(ada.follow().body());
        assertThat(link.find()).isTrue();
        var surfer = new Surfer(portal).signIn(account + DOMAIN);
        surfer.visit(link.group());
        surfer.post(link.group());
        assertThat(surfer.follow().body()).as(account).contains("pb-nav");
        return surfer;
    }

    /** Ulla, who is Full Admin with Access Management by a group alone. */
    Surfer byGroup() {
        var group = portal.microsoft()
                .controls()
                .group(Contoso.TENANT, "Pilot Ring")
                .toString();
        ada.get("/settings/users/groups/new");
        ada.post("/settings/users/groups", "groups", group, "roles", group + ":FULL_ADMIN", "access", group);
        return new Surfer(portal).signIn("user" + DOMAIN);
    }

    /** Asks for this protection; the status of the answer. */
    static int protect(Surfer who, boolean secondPerson, int waitHours) {
        who.get(SETTINGS);
        var fields = secondPerson
                ? new String[] {"secondPerson", "true", "waitHours", "" + waitHours}
                : new String[] {"waitHours", "" + waitHours};
        return who.post(SETTINGS, fields).statusCode();
    }

    /** Presses OK in the dialog; where it leads. */
    String disconnect(Surfer who) {
        var address = connection() + "/delete";
        var items = ITEMS.matcher(who.get(address).body());
        who.post(address, "leave", "true", "items", items.find() ? items.group(1) : "");
        return who.isRedirect() ? who.location() : "";
    }

    String connection() {
        return "/settings/environments/" + ada.environment() + "/intune";
    }

    /** Confirms, refuses or cancels; the status of the answer. */
    static int decide(Surfer who, String request, String step) {
        who.get(request);
        var fields = step.equals("confirmation") ? new String[0] : new String[] {"reason", ""};
        return who.post(request + "/" + step, fields).statusCode();
    }

    /** So much later, with the job of the requests run. */
    void later(Duration time) {
        portal.microsoft().controls().advanceClock(time);
        portal.lookNow("protected-disconnect");
    }

    void awaitStatus(RequestStatus status) {
        await().until(() -> portal.database().count("disconnect_request where status = '" + status + "'") == 1);
    }

    void awaitDisconnected() {
        await().until(() -> portal.database().count("intune_connection") == 0);
    }

    void assertEvents(String type, int number) {
        assertThat(portal.database().count("event where type = '" + type + "'"))
                .as(type)
                .isEqualTo(number);
    }

    void assertConnected() {
        assertThat(portal.database().count("intune_connection where not disconnecting"))
                .isOne();
    }
}
