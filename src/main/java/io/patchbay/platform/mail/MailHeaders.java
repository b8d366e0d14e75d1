package io.patchbay.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Sets headers from text that others wrote. A line break in it becomes a space, so that it begins no header of its own, and
 * lines are folded where they can be, so that no server on the way has to, which would break a DKIM signature.
 */
public final class MailHeaders {

    private static final int SUBJECT_AT_MOST = 150;
    private static final String BREAKS = "[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+";

    /** Would show what follows them in another order than it was written. */
    private static final String DIRECTION_CHANGES = "[\\u202a-\\u202e\\u2066-\\u2069]";

    private MailHeaders() {}

    /** What it is about, and that no person wrote it (RFC 3834). */
    public static void subject(MimeMessage mail, String text) throws MessagingException {
        var line =
                text.replaceAll(DIRECTION_CHANGES, "").replaceAll(BREAKS, " ").strip();
        mail.setSubject(
                line.codePointCount(0, line.length()) <= SUBJECT_AT_MOST
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, SUBJECT_AT_MOST - 1)) + "…",
                StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    /** By what a repeated mail can be told from a second one. */
    public static void identifier(MimeMessage mail, UUID id, String host) throws MessagingException {
        mail.setHeader("Message-ID", "<%s@%s>".formatted(id, host));
    }

    /** Where a mail program stops them with one click (RFC 8058). */
    public static void unsubscribe(MimeMessage mail, String address) throws MessagingException {
        mail.setHeader("List-Unsubscribe", "\r\n <" + address + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
}
