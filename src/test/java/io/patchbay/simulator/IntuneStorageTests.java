package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.Peer.Reply;
import io.patchbay.simulator.intune.AppCall;
import io.patchbay.simulator.intune.AppFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The storage to which contents are uploaded, as Azure's client library meets it: P8 and P16 of intune-in-the-field. */
class IntuneStorageTests {
    private static final byte[] BYTES = "block".getBytes(StandardCharsets.UTF_8);

    private final IntunePeer intune = IntunePeer.beta(CONTOSO);
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
    }

    private String newFile() {
        String app = intune.create("One");
        return intune.newFile(app, intune.newVersion(app));
    }

    private static Reply block(String address, String id, String... headers) {
        return IntunePeer.put(address + "&comp=block&blockid=" + id, BYTES, headers);
    }

    private static Reply list(String address, String xml) {
        return IntunePeer.put(address + "&comp=blocklist", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(Reply reply) {
        String code = reply.response().headers().firstValue("x-ms-error-code").orElse("");
        assertThat(reply.response().headers().firstValue("x-ms-request-id")).isPresent();
        if (reply.status() >= 400) {
            assertThat(reply.response().body()).contains("<Error><Code>" + code + "</Code><Message>");
        }
        return (reply.status() + " " + code).strip();
    }

    @Test
    void itTakesWhatAzuresLibrarySends() {
        String address = intune.address(newFile());
        Reply staged = block(
                address,
                "MDAwMA%3D%3D",
                "x-ms-version",
                "2026-02-06",
                "x-ms-client-request-id",
                "11111111-2222-3333-4444-555555555555");
        assertThat(code(staged)).isEqualTo("201");
        assertThat(staged.response().headers().firstValue("x-ms-version")).contains("2026-02-06");
        assertThat(staged.response().headers().firstValue("x-ms-client-request-id"))
                .contains("11111111-2222-3333-4444-555555555555");
        assertThat(code(list(
                        address,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                                + "<BlockList><Latest>MDAwMA==</Latest></BlockList>")))
                .isEqualTo("201");
        assertThat(code(IntunePeer.put(address, BYTES, "x-ms-blob-type", "BlockBlob")))
                .isEqualTo("201");
        assertThat(code(IntunePeer.put(address, BYTES))).isEqualTo("400 MissingRequiredHeader");
    }

    @ParameterizedTest
    @CsvSource({
        "MDAw%21%21, 400 InvalidQueryParameterValue",
        "MDA, 400 InvalidQueryParameterValue",
        "'', 400 InvalidQueryParameterValue",
        "MDAwMDAw, 400 InvalidBlobOrBlock"
    })
    void identifiersOfBlocksAreChecked(String id, String expected) {
        String address = intune.address(newFile());
        assertThat(code(block(address, "MDAwMA%3D%3D"))).isEqualTo("201");
        assertThat(code(block(address, id))).isEqualTo(expected);
    }

    @Test
    void anIdentifierOfMoreThan64BytesIsRefused() {
        String address = intune.address(newFile());
        assertThat(code(block(address, "MDAw".repeat(21) + "MA%3D%3D"))).isEqualTo("201");
        assertThat(code(block(address, "MDAw".repeat(22)))).isEqualTo("400 InvalidQueryParameterValue");
    }

    @ParameterizedTest
    @CsvSource({
        "<BlockList><Latest>MDAwMQ==</Latest></BlockList>, 400 InvalidBlockList",
        "<BlockList><Latest>!</Latest></BlockList>, 400 InvalidBlockId",
        "<BlockList><Newest>MDAwMA==</Newest></BlockList>, 400 InvalidXmlDocument",
        "<BlockList>, 400 InvalidXmlDocument"
    })
    void listsOfBlocksAreChecked(String xml, String expected) {
        String address = intune.address(newFile());
        block(address, "MDAwMA%3D%3D");
        assertThat(code(list(address, xml))).isEqualTo(expected);
    }

    @Test
    void onlyTheSignedAddressIsBelieved() {
        String address = intune.address(newFile());
        assertThat(code(block(address + "x", "MDAwMA%3D%3D"))).isEqualTo("403 AuthenticationFailed");
        assertThat(code(block(address, "MDAwMA%3D%3D", "Authorization", "Bearer x")))
                .isEqualTo("403 AuthenticationFailed");
        controls.advanceClock(Duration.ofMinutes(10));
        Reply expired = block(address, "MDAwMA%3D%3D");
        assertThat(code(expired)).isEqualTo("403 AuthenticationFailed");
        assertThat(expired.response().body()).contains("Signature not valid in the specified time frame");
    }

    @Test
    void aFreshAddressIsNotBelievedForAWhileAndRenewingBeginsAnew() {
        controls.applications().times().address(Duration.ofSeconds(30));
        String file = newFile();
        String address = intune.address(file);
        Reply refused = block(address, "MDAwMA%3D%3D");
        assertThat(code(refused)).isEqualTo("403 AuthenticationFailed");
        assertThat(refused.response().body())
                .contains("SAS identifier cannot be found for specified signed identifier");
        controls.advanceClock(Duration.ofSeconds(20));
        assertThat(intune.send("POST", file + "/renewUpload", "{}").status()).isEqualTo(204);
        String renewed = intune.address(file);
        assertThat(renewed).isNotEqualTo(address);
        controls.advanceClock(Duration.ofSeconds(20));
        assertThat(code(block(address, "MDAwMA%3D%3D"))).isEqualTo("403 AuthenticationFailed");
        assertThat(code(block(renewed, "MDAwMA%3D%3D"))).isEqualTo("403 AuthenticationFailed");
        controls.advanceClock(Duration.ofSeconds(10));
        assertThat(code(block(renewed, "MDAwMA%3D%3D"))).isEqualTo("201");
    }

    @Test
    void anAddressStaysTheSameUntilItIsRenewed() {
        String file = newFile();
        String address = intune.address(file);
        assertThat(intune.address(file)).isEqualTo(address);
        controls.applications().faults().failNext(AppCall.BLOCK, AppFault.EXPIRED, 1);
        assertThat(code(block(address, "MDAwMA%3D%3D"))).isEqualTo("403 AuthenticationFailed");
        assertThat(intune.address(file)).isEqualTo(address);
        assertThat(code(block(address, "MDAwMA%3D%3D"))).isEqualTo("403 AuthenticationFailed");
    }

    @Test
    void aRenewalMayFail() {
        String file = newFile();
        intune.address(file);
        controls.applications().faults().failNext(AppCall.RENEW, AppFault.RENEWAL_FAILED, 1);
        intune.send("POST", file + "/renewUpload", "{}");
        assertThat(intune.settled(file).path("uploadState").asString()).isEqualTo("azureStorageUriRenewalFailed");
        assertThat(intune.get(file).body().path("azureStorageUri").isNull()).isTrue();
    }

    @Test
    void itMayBeBusy() {
        String address = intune.address(newFile());
        controls.applications().faults().failNext(AppCall.BLOCK, AppFault.UNAVAILABLE_RETRY_AFTER, 1);
        Reply busy = block(address, "MDAwMA%3D%3D");
        assertThat(code(busy)).isEqualTo("503 ServerBusy");
        assertThat(busy.response().headers().firstValue("Retry-After")).contains("7");
    }
}
