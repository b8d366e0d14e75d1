package io.patchbay.event.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.event.chain.SealJob;
import io.patchbay.event.log.EventLogs;
import io.patchbay.platform.crypto.KeyRotation.Result;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The webhook of a company is encrypted under the key secret of now. */
@PortalTest
class WebhookKeyRotationTests {

    private static final String SETTING = "patchbay.event.key-secret";
    private static final String NEW = "the secret that replaces the one before";

    @Test
    void addressAndSecretAreReadWithTheNewSecretAlone(Portal portal) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.bean(SealJob.class).sealAll();
        var company = portal.database().one("select company_id from company", UUID.class);
        var old = new SecretBox(SETTING, LocalPortal.KEY_SECRET);
        portal.database().execute("""
                insert into event_webhook values ('%s', 'receiver', '\\x%s', '\\x%s', 0, 0, null, null, 'Ada', now(), 0)
                """.formatted(
                        company, encrypted(old, company, "https://receiver"), encrypted(old, company, "secret")));

        var rotation = new WebhookKeyRotation(
                portal.bean(EventLogs.class),
                portal.bean(WebhookStore.class),
                new SecretBox(SETTING, NEW, LocalPortal.KEY_SECRET),
                portal.bean(TransactionTemplate.class));
        assertThat(rotation.rotate()).isEqualTo(new Result(1, 0));
        assertThat(stored(portal, company, "address")).isEqualTo("https://receiver");
        assertThat(stored(portal, company, "secret")).isEqualTo("secret");
        assertThat(rotation.rotate()).isEqualTo(new Result(0, 0));
    }

    private static String encrypted(SecretBox box, UUID company, String text) {
        return HexFormat.of().formatHex(box.encrypt(company, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String stored(Portal portal, UUID company, String column) {
        var hex = portal.database().one("select encode(" + column + ", 'hex') from event_webhook", String.class);
        return new String(
                new SecretBox(SETTING, NEW).decrypt(company, HexFormat.of().parseHex(hex)), StandardCharsets.UTF_8);
    }
}
