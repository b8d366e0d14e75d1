package io.patchbay.company.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import org.junit.jupiter.api.Test;

/** What a company says of itself. */
@PortalTest
class CompanySettingsTests {

    @Test
    void changesAreStoredAndEachIsAnEvent(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(change(ada, "Contoso Ltd", "GB", "it@example.com", "bills@example.com"))
                .contains("Success - Company updated")
                .contains("value=\"Contoso Ltd\"")
                .contains("bills@example.com")
                .contains("aria-label=\"Contoso Ltd, switch company\"");
        var events = ada.visit("/events").body().split(">Company Updated", -1);
        assertThat(events).hasSize(1 + 3);
        change(ada, "Contoso Ltd", "GB", "it@example.com", "bills@example.com");
        assertThat(ada.visit("/events").body().split(">Company Updated", -1)).hasSize(1 + 3);
    }

    @Test
    void wrongEntriesAreNamedAndNothingIsStored(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(change(ada, "", "XX", "nonsense", "nonsense"))
                .contains("Enter a company name.")
                .contains("Choose a country.")
                .contains("Enter a valid email address.");
        assertThat(ada.visit("/settings/company").body()).contains("value=\"Contoso\"");
    }

    @Test
    void whoMayNotChangeSeesThem(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        portal.database().execute("update member set role = 'READ_ONLY_ADMIN', access_management = false");
        assertThat(ada.visit("/settings/company").body()).contains("Germany").doesNotContain(">Save<");
    }

    private static String change(Surfer ada, String name, String country, String contact, String billing) {
        ada.get("/settings/company");
        ada.post(
                "/settings/company",
                "name",
                name,
                "country",
                country,
                "contactEmail",
                contact,
                "billingEmail",
                billing);
        return ada.follow().body();
    }
}
