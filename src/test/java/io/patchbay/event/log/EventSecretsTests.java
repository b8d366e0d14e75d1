package io.patchbay.event.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to get secrets into the log: those that Patchbay makes, and those that people paste where they do not belong. */
@PortalTest
class EventSecretsTests {

    private static final String EVERYTHING = "select coalesce(string_agg(event::text, ' '), '') from event";

    private static String log(Portal portal) {
        return portal.database().one(EVERYTHING, String.class);
    }

    @Test
    void whatPatchbayMakesInSecretDoesNotStandInTheLog(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        var secrets = new ArrayList<String>();
        secrets.add(shown(
                "pbe_[\\w-]{43}",
                ada.post("/settings/streaming/tokens", "name", "SIEM").body()));
        secrets.add(shown(
                "pbw_[\\w-]{43}",
                ada.post(
                                "/settings/streaming/webhook",
                                "address",
                                portal.microsoft().receiverAddress("siem") + "?sig=verysecretsignature")
                        .body()));
        secrets.add("verysecretsignature");
        ada.get("/settings/users/invitations");
        ada.post("/settings/users/invitations", "email", "someone@example.com", "role", "READ_ONLY_ADMIN");
        ada.follow();
        Pattern.compile("/invitations?/([\\w-]{20,})")
                .matcher(ada.page().body())
                .results()
                .forEach(m -> secrets.add(m.group(1)));
        ada.visit("/account");
        secrets.add(ada.cookie("patchbay"));
        ada.post("/settings/streaming/webhook/test");
        ada.post("/settings/streaming/webhook/delete");
        ada.post("/events/export", "format", "CSV", "q", secrets.getFirst());

        assertThat(secrets)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(secret -> assertThat(secret).isNotBlank());
        assertThat(portal.database().count("event")).isGreaterThan(7);
        assertThat(log(portal)).contains("[removed]").doesNotContain(secrets);
    }

    private static String shown(String secret, String page) {
        var found = Pattern.compile(secret).matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
                "Bearer 0123456789abcdef0123456789abcdef",
                "abc8Q~0123456789012345678901234567890123",
                "pbe_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2"
            })
    void whatPeoplePasteWhereItDoesNotBelongIsTakenOut(String secret, Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.post("/settings/environments", "name", "Name " + secret);
        assertThat(portal.database().count("event where type = 'ENVIRONMENT_CREATED'"))
                .isEqualTo(2);
        assertThat(log(portal)).contains("Name [removed]").doesNotContain(secret);
    }

    @Test
    void whatOnlyLooksALittleLikeASecretStays() {
        var details = Map.of(
                "tenant", "8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f",
                "address", "https://example.com/?page=2&code=",
                "sentence", "The bearer of this card, Ada, read Hey.You and MIX-ED-UP.");
        assertThat(Redaction.of(details)).isEqualTo(details);
        assertThat(Redaction.of("https://x.example/?a=1&sig=abc&b=2"))
                .isEqualTo("https://x.example/?a=1&sig=[removed]&b=2");
    }
}
