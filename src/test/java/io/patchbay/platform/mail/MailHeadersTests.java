package io.patchbay.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of names in headers, to the byte, as a mail server gets it. */
@Tag("fast")
class MailHeadersTests {

    private static final int FOLDED = 78;
    private static final int LONGEST_LINE = 998;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contoso\r\nBcc: mallory@evil.example",
                "Contoso\nBcc: mallory@evil.example",
                "Contoso\rBcc: mallory@evil.example",
                "Contoso\r\n\r\n<html>",
                "Contoso\u0085Bcc: mallory@evil.example",
                "Contoso\u2028Bcc: mallory@evil.example",
                "Contoso\u000b\u0000Bcc: mallory@evil.example",
                "\r\nBcc: mallory@evil.example",
                "Größe\r\nBcc: mallory@evil.example"
            })
    void nothingInASubjectBeginsAHeader(String text) throws Exception {
        var lines = raw(text);
        assertThat(lines).noneMatch(line -> line.startsWith("Bcc") || line.startsWith("<html"));
        assertThat(lines.stream()
                        .filter(line -> line.matches("[A-Za-z-]+:.*"))
                        .map(line -> line.replaceFirst(":.*", "")))
                .containsExactlyInAnyOrder(
                        "Date",
                        "Subject",
                        "Auto-Submitted",
                        "Message-ID",
                        "MIME-Version",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post");
        assertThat(mail(text).getSubject()).doesNotContainPattern("[\\p{Cntrl}\\u2028]");
    }

    @Test
    void aSubjectIsReadAsItWasWritten() throws Exception {
        var text = "Größe 漢字 \uD83D\uDE00 عنوان: the connection to Contoso is lost";
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(mail(text).getHeader("Subject", null))))
                .isEqualTo(text);
    }

    @Test
    void nothingInASubjectTurnsWhatFollowsAround() throws Exception {
        assertThat(mail("Invoice \u202efdp.exe\u2066 x").getSubject()).isEqualTo("Invoice fdp.exe x");
    }

    /** A server that has to fold a line itself breaks the signature (RFC 6376, 3.4.1). */
    @ParameterizedTest
    @ValueSource(strings = {"word ", "größe ", "漢", "\uD83D\uDE00", "x", "é"})
    void linesAreFoldedWhereTheyCanBe(String part) throws Exception {
        var lines = raw(part.repeat(200));
        assertThat(lines).allMatch(line -> line.length() <= LONGEST_LINE).allMatch(line -> line.matches("\\p{ASCII}*"));
        assertThat(lines.stream().filter(line -> line.length() > FOLDED))
                .allMatch(
                        line -> !line.strip().replaceFirst("^[A-Za-z-]+: ", "").contains(" "));
    }

    private static MimeMessage mail(String subject) throws MessagingException {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        MailHeaders.subject(mail, subject);
        MailHeaders.identifier(mail, new UUID(1, 2), "patchbay.example");
        MailHeaders.unsubscribe(mail, "https://patchbay.example/mail/stop." + "A".repeat(300));
        mail.setText("Text");
        return mail;
    }

    private static List<String> raw(String subject) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        mail(subject).writeTo(bytes);
        var text = bytes.toString(StandardCharsets.ISO_8859_1);
        return Arrays.asList(text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n|\r|\n", -1)).stream()
                .filter(line -> !line.startsWith("Content-"))
                .toList();
    }
}
