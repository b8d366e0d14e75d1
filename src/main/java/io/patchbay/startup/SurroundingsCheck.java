package io.patchbay.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.unit.DataSize;

/** The mail server, the work directory's room and the clock of the database. */
final class SurroundingsCheck {

    private static final String WORK = "patchbay.deployment.work-directory";
    private static final String LARGEST = "patchbay.deployment.installer-at-most";
    private static final DataSize LARGEST_UNLESS_SET = DataSize.ofGigabytes(8);

    /** See event_bound.ahead: events from further ahead are refused. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private SurroundingsCheck() {}

    static Finding mail(@Nullable JavaMailSenderImpl mail) {
        if (mail == null) {
            return Finding.warning("Mail", "Nothing is sent by e-mail. To send it, set spring.mail.host");
        }
        try {
            mail.testConnection();
            return Finding.passed("Mail", mail.getHost() + " answers");
        } catch (MailException | jakarta.mail.MessagingException e) {
            return Finding.failed(
                    "Mail",
                    "The mail server %s can't be used (%s). Correct spring.mail.host, .port, .username and .password"
                            .formatted(mail.getHost(), e.getMessage()));
        }
    }

    static Finding workDirectory(Environment environment) {
        var settings = Binder.get(environment);
        var work = settings.bind(WORK, Path.class)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "patchbay"));
        try {
            Files.createDirectories(work);
            Files.delete(Files.createTempFile(work, "check", null));
            var room = DataSize.ofBytes(Files.getFileStore(work).getUsableSpace());
            return room(work, room, settings.bind(LARGEST, DataSize.class).orElse(LARGEST_UNLESS_SET));
        } catch (IOException e) {
            return Finding.failed(
                    "Work",
                    "The portal can't write to %s. Set %s to a directory that it can write to"
                            .formatted(work, new Setting(WORK)));
        }
    }

    static Finding room(Path work, DataSize room, DataSize largest) {
        return room.toBytes() < 2 * largest.toBytes()
                ? Finding.warning(
                        "Work",
                        "%s has %d MB left, and an installer of %d MB needs twice its size. Set %s to a directory with more room, or %s to less"
                                .formatted(work, room.toMegabytes(), largest.toMegabytes(), WORK, LARGEST))
                : Finding.passed("Work", "%s has %d MB left".formatted(work, room.toMegabytes()));
    }

    static List<Finding> clock(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select extract(epoch from clock_timestamp())::float8")) {
            row.next();
            var theirs = Instant.ofEpochMilli((long) (row.getDouble(1) * 1_000));
            return List.of(MicrosoftCheck.skew("the database", theirs, now, SKEW));
        }
    }
}
