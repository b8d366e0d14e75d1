package io.patchbay.notification.channel;

import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.crypto.SecretBox;
import io.patchbay.platform.tenancy.CompanyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Links in e-mail for people who need not sign in: signed, for one channel and one purpose. A link to verify an address
 * expires; whether it was used is seen by the channel's nonce.
 */
@Component
public class MailLinks {

    private static final Duration VERIFIABLE_FOR = Duration.ofDays(2);
    private static final Pattern FORM = Pattern.compile(
            "(verify|stop)\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})\\.([0-9a-f-]{36})\\.(\\d{1,12})\\.([\\w-]{43})");

    private final SecretBox secrets;
    private final PortalProperties portal;
    private final Clock clock;

    MailLinks(@Qualifier("channelSecrets") SecretBox secrets, PortalProperties portal, Clock clock) {
        this.secrets = secrets;
        this.portal = portal;
        this.clock = clock;
    }

    /** What a link is good for. */
    record Link(boolean verifies, CompanyId company, UUID channel, UUID nonce) {}

    public String verify(CompanyId company, Channel channel) {
        var until = clock.instant().plus(VERIFIABLE_FOR).getEpochSecond();
        return link("verify", company, channel, channel.nonce(), until);
    }

    public String stop(CompanyId company, Channel channel) {
        return link("stop", company, channel, channel.id(), 0);
    }

    private String link(String purpose, CompanyId company, Channel channel, UUID nonce, long until) {
        var text = "%s.%s.%s.%s.%d".formatted(purpose, company, channel.id(), nonce, until);
        return portal.resolve("/mail/" + text + "." + signature(text)).toString();
    }

    /** What stands behind a link; empty where it was made up or has expired. */
    Optional<Link> read(String token) {
        var form = FORM.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        var text = token.substring(0, token.lastIndexOf('.'));
        var until = Long.parseLong(form.group(5));
        var content = text.getBytes(StandardCharsets.UTF_8);
        var genuine = matches(secrets.sign(content), form.group(6))
                || secrets.previousSignature(content)
                        .filter(before -> matches(before, form.group(6)))
                        .isPresent();
        var verifies = form.group(1).equals("verify");
        if (!genuine || (verifies && Instant.ofEpochSecond(until).isBefore(clock.instant()))) {
            return Optional.empty();
        }
        return Optional.of(new Link(
                verifies,
                new CompanyId(UUID.fromString(form.group(2))),
                UUID.fromString(form.group(3)),
                UUID.fromString(form.group(4))));
    }

    private String signature(String text) {
        return written(secrets.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean matches(byte[] signature, String given) {
        return MessageDigest.isEqual(
                written(signature).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static String written(byte[] signature) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }
}
