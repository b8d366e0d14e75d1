package io.patchbay.environment.disconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.environment.ConnectionTeardown.AffectedPeople;
import io.patchbay.environment.disconnect.DisconnectPreview.TenantAccess;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class DisconnectPreviewTests {

    @ParameterizedTest
    @CsvSource({
        "con-toso1.com, true",
        "CON-TOSO1.COM, true",
        "' Con-Toso1.com ', true",
        "con-toso1xcom, false",
        "con-toso1.co, false",
        "x.con-toso1.com, false"
    })
    void theDomainIsTypedInAnyCase(String typed, boolean accepted) {
        var preview = new DisconnectPreview(
                "Contoso", "Con-toso1.com", TenantAccess.AVAILABLE, List.of(), AffectedPeople.NONE);
        assertThat(typed.matches(preview.domainPattern())).isEqualTo(accepted);
        assertThat(preview.domainPattern())
                .as("browsers ignore a pattern with an escape that it does not need")
                .doesNotContain("\\-");
    }
}
