package io.patchbay.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.patchbay.platform.problem.InvalidSettingException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

/** What is wrong with the settings is said all at once, and what to write instead. */
@Tag("fast")
class SettingsCheckTests {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("patchbay.portal.base-url", "https://patchbay.example.com")
            .withProperty("patchbay.microsoft.client-id", "6b1f6b0e-3a52-4c7e-9f0a-5d3c2b1a0f9e")
            .withProperty("patchbay.microsoft.client-secret", "a secret")
            .withProperty("patchbay.event.key-secret", "0123456789012345678901234567890123456789")
            .withProperty("patchbay.notification.key-secret", "0123456789012345678901234567890123456789")
            .withProperty("patchbay.licensing.key-secret", "0123456789012345678901234567890123456789")
            .withProperty("patchbay.licensing.plans[0].id", "one")
            .withProperty("patchbay.licensing.plans[0].name", "One");

    @Test
    void goodSettingsPass() {
        assertThat(SettingsCheck.problems(environment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "patchbay.licensing.mode | opne | Set patchbay.licensing.mode (PATCHBAY_LICENSING_MODE) to one of licensed, open. It is \"opne\"",
                "patchbay.microsoft.cloud | gc-high | to one of public, gcc-high, dod, china. It is \"gc-high\"",
                "patchbay.connect.first-delay | soon | Set patchbay.connect.first-delay (PATCHBAY_CONNECT_FIRSTDELAY) to a Duration. It is \"soon\"",
                "patchbay.microsoft.client-id | my-app | Set patchbay.microsoft.client-id to the application (client) ID of the app registration, a GUID",
                "patchbay.microsoft.client-id | '' | patchbay.microsoft.client-id (PATCHBAY_MICROSOFT_CLIENTID) is missing. Set it to",
                "patchbay.microsoft.operator-tenant | contoso.com | Set patchbay.microsoft.operator-tenant to the tenant ID",
                "patchbay.microsoft.client-secret | '' | Set either patchbay.microsoft.client-secret or patchbay.microsoft.certificate",
                "patchbay.portal.base-url | http://patchbay.example.com | Set patchbay.portal.base-url to the portal's public address",
                "management.opentelemetry.tracing.export.otlp.endpoint | collector:4318 | Set management.opentelemetry.tracing.export.otlp.endpoint to the address that",
                "patchbay.event.key-secret | short | Set patchbay.event.key-secret to a random text of at least 32 characters",
            })
    void whatIsWrongIsNamedWithWhatToWrite(String setting, String value, String message) {
        environment.setProperty(setting, value);
        assertThat(SettingsCheck.problems(environment))
                .singleElement()
                .asString()
                .contains(message);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        environment.setProperty("patchbay.licensing.mode", "opne");
        environment.setProperty("patchbay.notification.key-secret", "");
        var analysis =
                new SettingsFailureAnalyzer(environment).analyze(mock(ConfigurationPropertiesBindException.class));
        assertThat(analysis.getAction()).contains("patchbay.licensing.mode", "patchbay.notification.key-secret");
    }

    @Test
    void failuresOfTheStartAreExplainedWithoutAStackTrace() {
        assertThat(new StartupFailureAnalyzer()
                        .analyze(new RuntimeException(
                                new StartupRefusedException(List.of(Finding.failed("Roles", "Do this"))))))
                .satisfies(analysis -> assertThat(analysis.getAction()).contains("Do this", "--check"));
        assertThat(new InvalidSettingFailureAnalyzer()
                        .analyze(new RuntimeException(new InvalidSettingException("Do that"))))
                .satisfies(analysis -> assertThat(analysis.getAction()).contains("Do that"));
    }

    @Test
    void springBootKnowsTheAnalyzers() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(
                                FailureAnalyzer.class,
                                SpringFactoriesLoader.ArgumentResolver.of(
                                        org.springframework.core.env.Environment.class, environment),
                                (type, name, failure) -> {}))
                .hasAtLeastOneElementOfType(SettingsFailureAnalyzer.class)
                .hasAtLeastOneElementOfType(InvalidSettingFailureAnalyzer.class)
                .hasAtLeastOneElementOfType(StartupFailureAnalyzer.class);
    }
}
