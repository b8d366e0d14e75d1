package io.patchbay.simulator;

import static io.patchbay.simulator.IntunePeer.APPS;
import static io.patchbay.simulator.IntunePeer.at;
import static io.patchbay.simulator.IntunePeer.said;
import static io.patchbay.simulator.IntunePeer.toAll;
import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.Peer.Reply;
import io.patchbay.simulator.intune.Approvals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Multi Admin Approval: P13 of intune-in-the-field. */
class IntuneApprovalTests {
    private static final String REQUESTS = "/deviceManagement/operationApprovalRequests";

    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private Controls controls;
    private Approvals approvals;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
        approvals = controls.applications().approvals();
        approvals.require(CONTOSO, true);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reply ask(String justification) {
        return intune.send("POST", APPS, IntunePeer.win32("One"), "x-msft-approval-justification", justification);
    }

    private Reply repeat(String code, String name) {
        return intune.send("POST", APPS, IntunePeer.win32(name), "x-msft-approval-code", code);
    }

    private String asked() {
        Reply reply = ask(encoded("Published by Patchbay"));
        assertThat(said(reply)).startsWith("412 Approval Required.");
        return reply.response().headers().firstValue("x-msft-approval-code").orElseThrow();
    }

    @Test
    void aWriteNeedsAJustificationInBase64() {
        assertThat(said(intune.send("POST", APPS, IntunePeer.win32("One"))))
                .isEqualTo("400 Header 'x-msft-approval-justification' is required to request approval");
        assertThat(said(ask("Published by Patchbay"))).startsWith("400 Invalid approval header format");
        assertThat(said(ask(encoded("x".repeat(1025))))).contains("no greater than 1024 characters");
        approvals.unjustified(403);
        assertThat(intune.send("POST", APPS, IntunePeer.win32("One")).status()).isEqualTo(403);
        assertThat(intune.get(APPS).body().path("value").size()).isZero();
        assertThat(approvals.all(CONTOSO)).isEmpty();
    }

    @Test
    void anotherAdministratorApprovesAndTheSameIsSentAgain() {
        String code = asked();
        assertThat(said(ask(encoded("again"))))
                .isEqualTo("409 An active Approval Request already exists for this entity");
        Reply request = intune.get(REQUESTS + "/" + code);
        assertThat(request.text("status")).isEqualTo("needsApproval");
        assertThat(request.text("requestJustification")).isEqualTo("Published by Patchbay");
        assertThat(repeat(code, "One").status()).isEqualTo(403);
        approvals.approve(CONTOSO, code);
        assertThat(intune.get(REQUESTS + "?$filter=status%20eq%20'approved'")
                        .body()
                        .at("/value/0/id")
                        .asString())
                .isEqualTo(code);
        assertThat(repeat(code, "Two").status()).as("something else").isEqualTo(403);
        assertThat(repeat(encoded(code), "One").status()).isEqualTo(400);
        assertThat(repeat(code, "One").status()).isEqualTo(201);
        assertThat(intune.get(REQUESTS + "/" + code).text("status")).isEqualTo("completed");
        assertThat(repeat(code, "One").status()).as("once only").isEqualTo(403);
    }

    @Test
    void aRequestIsRejectedCancelledOrRunsOut() {
        String rejected = asked();
        approvals.reject(CONTOSO, rejected);
        assertThat(repeat(rejected, "One").status()).isEqualTo(403);
        String cancelled = asked();
        assertThat(intune.send("POST", REQUESTS + "/cancelMyRequest", "{\"id\":\"" + cancelled + "\"}")
                        .status())
                .isEqualTo(204);
        String late = asked();
        approvals.approve(CONTOSO, late);
        controls.advanceClock(Duration.ofDays(3));
        assertThat(intune.get(REQUESTS + "/" + late).text("status")).isEqualTo("expired");
        assertThat(repeat(late, "One").status()).isEqualTo(403);
    }

    @Test
    void whateverChangesAnApplicationWaitsButNotItsContent() {
        approvals.require(CONTOSO, false);
        String app = intune.withContent("One");
        approvals.require(CONTOSO, true);
        assertThat(intune.use(app, "1").status()).isEqualTo(400);
        assertThat(intune.assign(app, toAll("required")).status()).isEqualTo(400);
        assertThat(said(intune.assign(app, toAll("required")))).contains("x-msft-approval-justification");
        assertThat(said(intune.send("DELETE", at(app), ""))).contains("x-msft-approval-justification");
        assertThat(said(intune.send("PATCH", at(app), IntunePeer.change("\"displayName\":\"Two\""))))
                .contains("x-msft-approval-justification");
        assertThat(intune.newFile(app, "1")).isNotEmpty();
        assertThat(intune.get(at(app)).status()).isEqualTo(200);
    }
}
