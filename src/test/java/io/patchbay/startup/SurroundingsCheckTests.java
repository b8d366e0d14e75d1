package io.patchbay.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.microsoft.identity.ConsentProblem;
import io.patchbay.startup.Finding.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

/** What the surroundings lack is said with the setting that concerns it. */
@Tag("fast")
class SurroundingsCheckTests {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, PASSED", "60, PASSED", "-60, PASSED", "61, FAILED", "-3600, FAILED"})
    void clocksThatDifferAreSaidTo(int seconds, Outcome outcome) {
        var finding = MicrosoftCheck.skew("the database", NOW, NOW.plusSeconds(seconds), Duration.ofMinutes(1));
        assertThat(finding.outcome()).isEqualTo(outcome);
    }

    @Test
    void theMessageSaysWhichClockIsAhead() {
        assertThat(MicrosoftCheck.skew("Microsoft", NOW, NOW.plusSeconds(3600), Duration.ofMinutes(1)))
                .asString()
                .contains("3600 seconds ahead of that of Microsoft", "NTP");
    }

    @Test
    void missingRedirectUrisAreListed() {
        assertThat(MicrosoftCheck.redirects(List.of()).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(MicrosoftCheck.redirects(List.of(URI.create("https://patchbay.example.com/signed-out"))))
                .asString()
                .contains("FAILED", "https://patchbay.example.com/signed-out");
    }

    @ParameterizedTest
    @CsvSource({"CREDENTIAL_REFUSED, FAILED", "CONSENT_MISSING, WARNING", "MICROSOFT_UNAVAILABLE, WARNING"})
    void aRefusedCredentialIsNotAMissingConsent(ConsentProblem problem, Outcome outcome) {
        assertThat(MicrosoftCheck.refused(problem).outcome()).isEqualTo(outcome);
    }

    @Test
    void aMailServerThatDoesNotAnswerIsNamed() {
        var mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(1);
        assertThat(SurroundingsCheck.mail(mail)).asString().contains("FAILED", "127.0.0.1", "spring.mail.host");
        assertThat(SurroundingsCheck.mail(null).outcome()).isEqualTo(Outcome.WARNING);
    }

    @Test
    void aWorkDirectoryThatCannotBeWrittenToIsNamed(@TempDir Path directory) throws IOException {
        var environment = new MockEnvironment();
        environment.setProperty(
                "patchbay.deployment.work-directory", directory.resolve("new").toString());
        environment.setProperty("patchbay.deployment.installer-at-most", "1B");
        assertThat(SurroundingsCheck.workDirectory(environment).outcome()).isEqualTo(Outcome.PASSED);
        var file = Files.createFile(directory.resolve("file"));
        environment.setProperty("patchbay.deployment.work-directory", file.toString());
        assertThat(SurroundingsCheck.workDirectory(environment))
                .asString()
                .contains("FAILED", "PATCHBAY_DEPLOYMENT_WORKDIRECTORY");
    }

    @Test
    void tooLittleRoomIsSaidToBe() {
        var work = Path.of("/work");
        var gigabyte = DataSize.ofGigabytes(1);
        assertThat(SurroundingsCheck.room(work, DataSize.ofGigabytes(2), gigabyte)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(SurroundingsCheck.room(work, DataSize.ofMegabytes(2047), gigabyte))
                .asString()
                .contains("WARNING", "2047 MB", "patchbay.deployment.installer-at-most");
    }
}
