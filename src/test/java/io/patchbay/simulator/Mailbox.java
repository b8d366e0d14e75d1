package io.patchbay.simulator;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A mail server that takes everything for everybody and shows it on the control page, newest first. */
@SimulatorComponent
public final class Mailbox {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Mailbox() {
        server.start();
    }

    /** A message as it came. */
    public record Mail(String to, String from, String subject, Map<String, String> headers, String text) {}

    /** Where it listens for SMTP. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** All that came, newest first. */
    public List<Mail> mails() {
        return Arrays.stream(server.getReceivedMessages())
                .map(Mailbox::read)
                .toList()
                .reversed();
    }

    private static Mail read(Message message) {
        try {
            return new Mail(
                    Arrays.toString(message.getAllRecipients()),
                    Arrays.toString(message.getFrom()),
                    message.getSubject(),
                    Collections.list(message.getAllHeaders()).stream()
                            .collect(Collectors.toMap(Header::getName, Header::getValue, (first, second) -> first)),
                    GreenMailUtil.getBody((jakarta.mail.Part) message));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @PreDestroy
    void stop() {
        server.stop();
    }
}
