package io.patchbay.company.invitation;

import io.patchbay.platform.MailProperties;
import io.patchbay.platform.mail.MailHeaders;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends invitations by e-mail, where a mail server is set up. */
@Component
class InvitationMail {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationMail.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final MailProperties properties;
    private final MessageSourceAccessor messages;

    InvitationMail(ObjectProvider<JavaMailSender> sender, MailProperties properties, MessageSourceAccessor messages) {
        this.sender = sender;
        this.properties = properties;
        this.messages = messages;
    }

    /** Whether the mail server took it. */
    boolean send(String to, String company, String by, String role, String link) {
        var server = sender.getIfAvailable();
        if (server == null) {
            return false;
        }
        try {
            server.send(message(server.createMimeMessage(), to, company, by, role, link));
            return true;
        } catch (MailException | MessagingException e) {
            LOG.warn(
                    "The mail server did not take an invitation: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private MimeMessage message(MimeMessage mail, String to, String company, String by, String role, String link)
            throws MessagingException {
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setTo(to);
        helper.setFrom(properties.from());
        MailHeaders.subject(mail, messages.getMessage("invitation.mail.subject", new Object[] {company}));
        helper.setText(messages.getMessage("invitation.mail.text", new Object[] {by, company, role, link}));
        return mail;
    }
}
