package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.APPS;
import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.IntunePeer.win32;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control page's part about Intune does what its forms say. */
class IntuneControlTests {
    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private final BrowserOnFoot browser = Peer.browser();
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
    }

    private void press(String form, String... fields) {
        assertThat(browser.post("/control/" + form, fields).page()).contains("Simulated Microsoft");
    }

    private static String ofContoso(String form) {
        return "tenants/" + CONTOSO + "/" + form;
    }

    @Test
    void timesAreSetInSeconds() {
        press(
                "intune/times",
                "processing",
                "90",
                "activation",
                "1",
                "appearing",
                "2",
                "status",
                "409",
                "listing",
                "3",
                "address",
                "4",
                "commit",
                "5");
        var times = controls.applications().times();
        assertThat(times.processing()).hasSeconds(90);
        assertThat(times.activation()).hasSeconds(1);
        assertThat(times.appearing()).hasSeconds(2);
        assertThat(times.appearingStatus()).isEqualTo(409);
        assertThat(times.listing()).hasSeconds(3);
        assertThat(times.address()).hasSeconds(4);
        assertThat(times.commit()).hasSeconds(5);
        assertThat(browser.open("/control").page()).contains("value=\"90\"");
        controls.reset();
        assertThat(times.processing()).hasSeconds(5);
    }

    @Test
    void callsFailAsSet() {
        press("intune/faults", "call", "LIST", "fault", "UNAVAILABLE", "times", "1");
        assertThat(intune.get(APPS).status()).isEqualTo(503);
        press("intune/unauthorized", "seconds", "45");
        assertThat(intune.get(APPS).status()).isEqualTo(401);
        press("intune/unauthorized", "seconds", "0");
        press("intune/limits", "writes", "0", "any", "1", "seconds", "1000");
        assertThat(intune.get(APPS).status()).isEqualTo(200);
        assertThat(intune.get(APPS).status()).isEqualTo(429);
    }

    @Test
    void aTenantIsFilledAndListsAreCut() {
        press(ofContoso("foreign-apps"), "count", "30");
        press("intune/lists", "page", "20", "large", "25");
        assertThat(intune.get(APPS).body().path("value").size()).isEqualTo(20);
        assertThat(intune.get(APPS + "?$expand=assignments").status()).isEqualTo(504);
        assertThat(browser.open("/control").page()).contains("and 10 others");
    }

    @Test
    void approvalsAreRequiredAndGiven() {
        press(ofContoso("approval"), "required", "true");
        String code = asked();
        press(ofContoso("approvals/" + code), "approved", "true");
        assertThat(intune.send("POST", APPS, win32("One"), "x-msft-approval-code", code)
                        .status())
                .isEqualTo(201);
        press(ofContoso("approvals/" + asked()), "approved", "false");
        press(ofContoso("approval"), "required", "false");
        assertThat(intune.send("POST", APPS, win32("One")).status()).isEqualTo(201);
    }

    private String asked() {
        return intune.send("POST", APPS, win32("One"), "x-msft-approval-justification", "V2h5")
                .response()
                .headers()
                .firstValue("x-msft-approval-code")
                .orElseThrow();
    }

    @Test
    void anAdministratorsHandsAreThere() {
        String app = controls.applications().createByHand(CONTOSO, "One");
        String group = controls.group(CONTOSO, "Design Studio").toString();
        press(ofContoso("apps/" + app + "/assignments"), "group", group);
        assertThat(intune.get(at(app) + "/assignments")
                        .body()
                        .at("/value/0/target/groupId")
                        .asString())
                .isEqualTo(group);
        press(ofContoso("apps/" + app + "/deletion"));
        assertThat(intune.get(at(app)).status()).isEqualTo(404);
    }
}
