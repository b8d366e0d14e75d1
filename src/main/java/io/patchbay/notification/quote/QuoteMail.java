package io.patchbay.notification.quote;

import io.patchbay.licensing.QuoteAdministration;
import io.patchbay.licensing.QuoteView;
import io.patchbay.notification.delivery.NoticeMail;
import io.patchbay.notification.delivery.SendResult;
import io.patchbay.platform.MailProperties;
import io.patchbay.platform.PortalProperties;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Writes and sends the e-mails of quotes. */
@Component
class QuoteMail {

    private static final Logger LOG = LoggerFactory.getLogger(QuoteMail.class);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);

    private final QuoteAdministration quotes;
    private final NoticeMail mail;
    private final MailProperties properties;
    private final PortalProperties portal;
    private final MessageSourceAccessor messages;
    private final Clock clock;

    QuoteMail(
            QuoteAdministration quotes,
            NoticeMail mail,
            MailProperties properties,
            PortalProperties portal,
            MessageSourceAccessor messages,
            Clock clock) {
        this.quotes = quotes;
        this.mail = mail;
        this.properties = properties;
        this.portal = portal;
        this.messages = messages;
        this.clock = clock;
    }

    /** How long until it is to be tried again; empty where it is sent, cannot be, or was tried long enough. */
    Optional<Duration> send(QuoteLetter letter, UUID id) {
        var quote = quotes.get(id);
        var to = letter == QuoteLetter.DESK ? properties.sales() : quote.email();
        if (to.isBlank() || !mail.available()) {
            return Optional.empty();
        }
        var messageId = UUID.nameUUIDFromBytes((letter + "/" + id).getBytes(StandardCharsets.UTF_8));
        if (mail.send(to, messageId, written(letter, quote)) instanceof SendResult.Taken) {
            return Optional.empty();
        }
        var since = Objects.requireNonNullElse(quote.answeredAt(), quote.requestedAt());
        if (since.plus(GIVEN_UP_AFTER).isBefore(clock.instant())) {
            LOG.warn("The mail server did not take the {} of quote {} for two days", letter, quote.reference());
            return Optional.empty();
        }
        return Optional.of(AGAIN_AFTER);
    }

    private NoticeMail.Letter written(QuoteLetter letter, QuoteView quote) {
        var key = "quote.mail." + (letter == QuoteLetter.REPLY ? reply(quote) : letter.name());
        return new NoticeMail.Letter(
                text(key + ".title", quote),
                text(key + ".body", quote),
                portal.resolve(link(letter, quote)).toString(),
                text(key + ".link", quote),
                text(letter == QuoteLetter.DESK ? "quote.mail.desk.why" : "quote.mail.why", quote),
                null,
                null);
    }

    private static String reply(QuoteView quote) {
        if (quote.status() == QuoteView.QuoteStatus.DECLINED) {
            return "DECLINED";
        }
        return quote.company() == null ? "ANSWERED_SEPARATELY" : "ANSWERED";
    }

    private static String link(QuoteLetter letter, QuoteView quote) {
        if (letter == QuoteLetter.DESK) {
            return "/staff/quotes/" + quote.id();
        }
        if (quote.company() != null) {
            return "/settings/quotes/" + quote.id();
        }
        return letter == QuoteLetter.REPLY && quote.status() == QuoteView.QuoteStatus.ANSWERED
                ? "/settings/environments"
                : "/quote";
    }

    private String text(String key, QuoteView quote) {
        return messages.getMessage(key, new Object[] {
            quote.reference(),
            quote.companyName(),
            quote.contactName(),
            quote.email(),
            quote.devices(),
            quote.planName(),
            quote.message(),
            Objects.requireNonNullElse(quote.answer(), "")
        });
    }
}
