package io.patchbay.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.crypto.KeyRotation.Result;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.LocalPortal;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Channels are encrypted under the key secret of now, and links in e-mail that was sent before still lead somewhere. */
@PortalTest
class ChannelKeyRotationTests {

    private static final String SETTING = "patchbay.notification.key-secret";
    private static final String NEW = "the secret that replaces the one before";

    private static final SecretBox OLD = new SecretBox(SETTING, LocalPortal.KEY_SECRET);
    private static final SecretBox BOTH = new SecretBox(SETTING, NEW, LocalPortal.KEY_SECRET);

    @Test
    void addressAndSecretAreReadWithTheNewSecretAlone(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var webhook = UUID.randomUUID();
        insert(portal, ada.environment(), webhook, "'\\x" + encrypted(webhook, "secret") + "'");
        insert(portal, ada.environment(), UUID.randomUUID(), "null");

        var rotation = new ChannelKeyRotation(
                portal.bean(CrossTenantQueries.class),
                portal.bean(ChannelStore.class),
                BOTH,
                portal.bean(TransactionTemplate.class));
        assertThat(rotation.rotate()).isEqualTo(new Result(2, 0));
        assertThat(stored(portal, webhook, "address")).isEqualTo("address of " + webhook);
        assertThat(stored(portal, webhook, "secret")).isEqualTo("secret");
        assertThat(rotation.rotate()).isEqualTo(new Result(0, 0));
    }

    @Test
    void linksInEmailThatWasSentBeforeAreRead(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        insert(portal, ada.environment(), UUID.randomUUID(), "null");
        var company = new CompanyId(portal.database().one("select company_id from company", UUID.class));
        var channel = io.patchbay.platform.tenancy.Current.as(
                company,
                new io.patchbay.platform.tenancy.Actor.Machine("Test"),
                () -> portal.bean(TransactionTemplate.class)
                        .execute(status -> portal.bean(ChannelStore.class).all().getFirst()));
        var link = links(OLD).stop(company, channel);
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(links(BOTH).read(token)).isPresent();
        assertThat(links(new SecretBox(SETTING, NEW)).read(token)).isEmpty();
    }

    private static MailLinks links(SecretBox box) {
        return new MailLinks(box, new PortalProperties(URI.create("https://patchbay.example.com")), Clock.systemUTC());
    }

    private static void insert(Portal portal, String environment, UUID channel, String secret) {
        portal.database()
                .execute("""
                insert into channel select company_id, '%s', '%s', 'WEBHOOK', 'One', '\\x%s', 'host', %s, '{}', now(),
                  gen_random_uuid(), 0, null, now(), false, false from company
                """.formatted(channel, environment, encrypted(channel, "address of " + channel), secret));
    }

    private static String encrypted(UUID channel, String text) {
        return HexFormat.of().formatHex(OLD.encrypt(channel, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String stored(Portal portal, UUID channel, String column) {
        var hex = portal.database()
                .one(
                        "select encode(" + column + ", 'hex') from channel where channel_id = '" + channel + "'",
                        String.class);
        return new String(
                new SecretBox(SETTING, NEW).decrypt(channel, HexFormat.of().parseHex(hex)), StandardCharsets.UTF_8);
    }
}
