package io.patchbay.notification.delivery;

import io.patchbay.event.EventExport;
import io.patchbay.notification.channel.Channel;
import io.patchbay.notification.channel.MailLinks;
import io.patchbay.notification.notice.NoticeKind;
import io.patchbay.platform.MailProperties;
import io.patchbay.platform.PortalProperties;
import io.patchbay.platform.mail.MailHeaders;
import io.patchbay.platform.tenancy.Current;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends notices and verification links by e-mail, as text and as HTML. */
@Component
public class NoticeMail {

    private final ObjectProvider<JavaMailSender> sender;
    private final ITemplateEngine templates;
    private final MailLinks links;
    private final PortalProperties portal;
    private final MessageSourceAccessor messages;
    private final EventExport log;
    private final String from;

    NoticeMail(
            ObjectProvider<JavaMailSender> sender,
            ITemplateEngine templates,
            MailLinks links,
            PortalProperties portal,
            MessageSourceAccessor messages,
            EventExport log,
            MailProperties mail) {
        this.sender = sender;
        this.templates = templates;
        this.links = links;
        this.portal = portal;
        this.messages = messages;
        this.log = log;
        this.from = mail.from();
    }

    SendResult send(Channel channel, String to, Delivery delivery) {
        var stop = links.stop(Current.company(), channel);
        return send(
                to,
                delivery.id(),
                stop,
                new Letter(
                        delivery.title(),
                        delivery.body(),
                        portal.resolve(delivery.link()).toString(),
                        messages.getMessage("notice.open"),
                        messages.getMessage("notice.mail.why"),
                        stop,
                        head(delivery)));
    }

    /** The daily report carries out of the portal's reach how far the event log had come. */
    private @Nullable String head(Delivery delivery) {
        return delivery.kind() == NoticeKind.SYNCHRONIZATION_REPORT
                ? log.signedHead()
                        .map(head -> messages.getMessage("notice.mail.head", new Object[] {head}))
                        .orElse(null)
                : null;
    }

    public SendResult verify(Channel channel, String to, String company) {
        var link = links.verify(Current.company(), channel);
        return send(
                to,
                channel.nonce(),
                null,
                new Letter(
                        messages.getMessage("channel.verify.subject", new Object[] {company}),
                        messages.getMessage("channel.verify.text", new Object[] {company}),
                        link,
                        messages.getMessage("channel.verify.link"),
                        messages.getMessage("channel.verify.why"),
                        null,
                        null));
    }

    /**
     * What a mail says, with the link that it is about and why one gets it.
     *
     * @param stop where one says that one wants no more of them
     * @param head the signed head of the company's event log, in a sentence
     */
    public record Letter(
            String title,
            String body,
            String link,
            String linkText,
            String why,
            @Nullable String stop,
            @Nullable String head) {

        String text() {
            var end = stop == null ? why : why + "\n" + stop;
            var kept = head == null ? "" : head + "\n\n";
            return "%s\n\n%s\n\n%s: %s\n\n%s-- \n%s\n".formatted(title, body, linkText, link, kept, end);
        }
    }

    /** Whether there is a mail server to send through. */
    public boolean available() {
        return sender.getIfAvailable() != null;
    }

    /**
     * Sends a mail to somebody who need not have a channel.
     *
     * @param id the same for the same mail, so that a repeated one can be told from a second one
     */
    public SendResult send(String to, UUID id, Letter letter) {
        return send(to, id, null, letter);
    }

    private SendResult send(String to, UUID id, @Nullable String stop, Letter letter) {
        var server = sender.getIfAvailable();
        if (server == null) {
            return new SendResult.Failed(messages.getMessage("channel.mail.none"), Duration.ZERO);
        }
        try {
            server.send(message(server.createMimeMessage(), to, id, stop, letter));
            return new SendResult.Taken(messages.getMessage("channel.mail.taken"));
        } catch (MailException | MessagingException e) {
            return new SendResult.Failed(messages.getMessage("channel.mail.failed"), Duration.ZERO);
        }
    }

    private MimeMessage message(MimeMessage mail, String to, UUID id, @Nullable String stop, Letter letter)
            throws MessagingException {
        var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setTo(to);
        helper.setFrom(from);
        MailHeaders.subject(mail, letter.title());
        MailHeaders.identifier(mail, id, portal.baseUrl().getHost());
        var context = new Context(java.util.Locale.ENGLISH, Map.of("letter", letter));
        helper.setText(letter.text(), templates.process("notification/mail", context));
        if (stop != null) {
            MailHeaders.unsubscribe(mail, stop);
        }
        return mail;
    }
}
