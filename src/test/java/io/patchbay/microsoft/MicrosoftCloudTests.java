package io.patchbay.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** One setting says in which of Microsoft's clouds everything is. */
@Tag("fast")
class MicrosoftCloudTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Configured.class)
            .withPropertyValues(
                    "patchbay.microsoft.client-id=6b1f6b0e-3a52-4c7e-9f0a-5d3c2b1a0f9e",
                    "patchbay.microsoft.client-secret=a-secret");

    @EnableConfigurationProperties(MicrosoftProperties.class)
    static class Configured {}

    @ParameterizedTest
    @CsvSource({
        "public, login.microsoftonline.com, graph.microsoft.com, entra.microsoft.com, intune.microsoft.com",
        "gcc-high, login.microsoftonline.us, graph.microsoft.us, entra.microsoft.us, intune.microsoft.us",
        "dod, login.microsoftonline.us, dod-graph.microsoft.us, entra.microsoft.us, intune.microsoft.us",
        "china, login.partner.microsoftonline.cn, microsoftgraph.chinacloudapi.cn, entra.microsoftonline.cn,"
                + " intune.microsoftonline.cn"
    })
    void theCloudDecidesOnEveryAddress(String cloud, String authority, String graph, String entra, String intune) {
        application.withPropertyValues("patchbay.microsoft.cloud=" + cloud).run(context -> {
            var properties = context.getBean(MicrosoftProperties.class);
            assertThat(Stream.of(
                                    properties.authority(),
                                    properties.browserAuthority(),
                                    properties.graph(),
                                    properties.graphBeta(),
                                    properties.cloud().entraAdminCenter(),
                                    properties.cloud().intuneAdminCenter())
                            .map(URI::toString))
                    .containsExactly(
                            "https://" + authority,
                            "https://" + authority,
                            "https://" + graph + "/v1.0",
                            "https://" + graph + "/beta",
                            "https://" + entra,
                            "https://" + intune);
            assertThat(properties.cloud().graphScope()).isEqualTo("https://" + graph + "/.default");
        });
    }

    @Test
    void withoutItEverythingIsInThePublicCloud() {
        application.run(context ->
                assertThat(context.getBean(MicrosoftProperties.class).cloud()).isEqualTo(MicrosoftCloud.PUBLIC));
    }

    @Test
    void singleAddressesStayPossible() {
        application
                .withPropertyValues(
                        "patchbay.microsoft.cloud=dod",
                        "patchbay.microsoft.authority=https://127.0.0.1:8493",
                        "patchbay.microsoft.graph=https://127.0.0.1:8493/graph/v1.0")
                .run(context -> {
                    var properties = context.getBean(MicrosoftProperties.class);
                    assertThat(properties.browserAuthority()).isEqualTo(URI.create("https://127.0.0.1:8493"));
                    assertThat(properties.graphBeta()).isEqualTo(URI.create("https://127.0.0.1:8493/graph/beta"));
                    assertThat(properties.cloud().graphScope()).isEqualTo("https://dod-graph.microsoft.us/.default");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "gcc-high, authority=https://login.microsoftonline.com, public",
        "china, browser-authority=https://login.microsoftonline.us, gcc-high",
        "dod, graph=https://graph.microsoft.us/v1.0, gcc-high",
        "public, graph=https://microsoftgraph.chinacloudapi.cn/v1.0, china"
    })
    void anAddressOfAnotherCloudIsRefusedAtStartUp(String cloud, String address, String other) {
        application
                .withPropertyValues("patchbay.microsoft.cloud=" + cloud, "patchbay.microsoft." + address)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("patchbay.microsoft." + address.replace("=", " is "))
                        .hasMessageContaining("isn't in the cloud " + cloud)
                        .hasMessageContaining("set patchbay.microsoft.cloud=" + other));
    }

    @Test
    void anUnknownCloudIsRefusedAtStartUp() {
        application
                .withPropertyValues("patchbay.microsoft.cloud=germany")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("germany"));
    }
}
