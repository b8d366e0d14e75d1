package io.patchbay.licensing.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.licensing.KeyAdministration;
import io.patchbay.licensing.LicenseView;
import io.patchbay.licensing.LicensedEnvironment;
import io.patchbay.licensing.Licenses;
import io.patchbay.licensing.Permit;
import io.patchbay.licensing.QuoteAdministration;
import io.patchbay.licensing.QuoteView;
import io.patchbay.licensing.Use;
import io.patchbay.licensing.license.LicenseEnds;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.simulator.Mailbox;
import io.patchbay.testsupport.AtOnce;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.TestSocketUtils;

/** Trial, keys, expiry and quotes over HTTP. */
@PortalTest
class LicensingTests {

    private static final java.time.format.DateTimeFormatter DAY =
            java.time.format.DateTimeFormatter.ofPattern("d MMM yyyy", java.util.Locale.ENGLISH);
    private static final String FABRIKAM_ADMIN = "admin@fabrikam.onmicrosoft.com";
    private static final Pattern KEY = Pattern.compile("(?:[2-9A-HJKMNP-Z]{5}-){4}[2-9A-HJKMNP-Z]{5}");
    private static final String ACTIVATED = "You have successfully activated your license";

    @Test
    void theConnectedScreenOffersTrialAndKeyWithTheDevicesFound(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var page =
                ada.visit(license(ada).replace("/license", "/intune/connected")).body();
        assertThat(page)
                .contains("Intune Tenant Connected Successfully")
                .contains("Disconnect")
                .contains("Start your free 30-day trial")
                .contains("Includes the Plus plan.")
                .contains("Change subscription plan.")
                .contains("Enter total number of managed devices in production")
                .contains("value=\"640\"")
                .contains("Start Now")
                .contains("Enter License Key Here")
                .contains("Activate Now");
    }

    @Test
    void whatWasWrongStaysOnTheConnectedScreen(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var connected = license(ada).replace("/license", "/intune/connected");
        ada.get(connected);
        ada.post(license(ada) + "/trial", "devices", "0", "plan", "plus", "screen", "connected");
        assertThat(ada.location()).endsWith("/intune/connected");
        assertThat(ada.follow().body())
                .contains("Intune Tenant Connected Successfully", "trial-problem", "value=\"0\"", "Start Now");
        ada.post(license(ada) + "/key", "key", "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE", "screen", "connected");
        assertThat(ada.follow().body())
                .contains("Intune Tenant Connected Successfully", "This key contains a typo.", "AAAAA-BBBBB");
        startTrial(ada, 250);
        portal.microsoft().controls().advanceClock(Duration.ofDays(31));
        ada.signIn(Contoso.ADMIN);
        assertThat(ada.visit(license(ada)).body())
                .contains("This company has already used its free trial", "Request a Quote", "Enter License Key Here")
                .doesNotContain("Start your free 30-day trial");
    }

    @Test
    void theTrialLastsThirtyDaysToTheEndOfTheLastDay(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        assertThat(startTrial(ada, 250).body()).contains(ACTIVATED).contains("Plus (trial)");
        assertThat(ada.visit("/catalog").body()).contains("Your trial license expires in 30 days.");
        portal.microsoft().controls().advanceClock(Duration.ofDays(23));
        assertThat(ada.visit("/catalog").body()).contains("expires in 7 days.").contains("data-tone=\"warning\"");
        var now = portal.microsoft().clock().instant();
        var lastDay = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(7);
        portal.microsoft()
                .controls()
                .advanceClock(Duration.between(
                        now,
                        lastDay.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusSeconds(2)));
        ada.signIn(Contoso.ADMIN);
        assertThat(ada.visit("/catalog").body()).contains("Your trial license expires today.");
        portal.microsoft().controls().advanceClock(Duration.ofSeconds(2));
        assertThat(ada.visit("/catalog").body())
                .contains("Your license has expired.")
                .contains("Request a Quote")
                .contains("t create or change deployments");
    }

    @Test
    void thatItEndsIsToldAWeekBeforeOnce(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        startTrial(ada, 250);
        portal.microsoft().controls().advanceClock(Duration.ofDays(20));
        portal.bean(LicenseEnds.class).note();
        ada.signIn(Contoso.ADMIN);
        assertThat(ada.visit("/notifications").body()).contains("No notifications");
        portal.microsoft().controls().advanceClock(Duration.ofDays(4));
        portal.bean(LicenseEnds.class).note();
        portal.bean(LicenseEnds.class).note();
        ada.signIn(Contoso.ADMIN);
        assertThat(ada.visit("/notifications").body()).contains("The license for Default Environment expires on");
        assertThat(portal.database().count("notice")).isEqualTo(1);
    }

    @Test
    void startAndEndOfATrialAreEvents(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        startTrial(ada, 250);
        portal.microsoft().controls().advanceClock(Duration.ofDays(31));
        portal.bean(LicenseEnds.class).note();
        portal.bean(LicenseEnds.class).note();
        ada.signIn(Contoso.ADMIN);
        var events = ada.visit("/events").body();

        assertThat(events).contains("Trial Started").containsOnlyOnce(">Trial Expired</a>");
    }

    @Test
    void aCompanyHasOneTrial(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        startTrial(ada, 250);
        assertThat(startTrial(ada, 250).body()).contains("This company has already used its free trial");
        portal.microsoft().controls().advanceClock(Duration.ofDays(31));
        ada.signIn(Contoso.ADMIN);
        assertThat(startTrial(ada, 250).body())
                .contains("This company has already used its free trial")
                .contains("Request a Quote");
        assertThat(portal.database().rowCounts()).containsEntry("license", 1L);
    }

    @Test
    void theLogOfADeletedCompanyIsNotToldOfTheEndOfItsLicense(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        startTrial(ada, 250);
        portal.database().execute("delete from intune_connection");
        portal.database().execute("delete from tenant_claim");
        ada.get("/settings/company/delete");
        assertThat(ada.post("/settings/company/delete", "confirmation", "Contoso")
                        .statusCode())
                .isEqualTo(302);
        portal.microsoft().controls().advanceClock(Duration.ofDays(40));
        portal.database().execute("truncate rate_limit");
        var before = portal.database().rowCounts();
        portal.bean(LicenseEnds.class).note();
        assertThat(portal.database().rowCounts()).isEqualTo(before);
    }

    @Test
    void aTenantHasOneTrialWhateverCompanyConnectsIt(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        startTrial(ada, 250);
        portal.database().execute("delete from intune_connection");
        portal.database().execute("delete from tenant_claim");
        var second = new Surfer(portal).signIn(Contoso.ADMIN).foundAnother("Contoso again");
        second.connect(second.environment(), Contoso.ADMIN).awaitOutcome();

        assertThat(startTrial(second, 250).body())
                .contains("This Intune tenant has already used its free trial")
                .contains("Request a Quote");
        assertThat(portal.database().rowCounts()).containsEntry("license", 1L);
    }

    @Test
    void thereIsNoTrialWithoutAConnectionAndNoneBesideAValidLicense(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(startTrial(ada, 250).body()).contains("Connect this environment first");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        assertThat(activate(ada, issue(portal)).body()).contains(ACTIVATED);
        assertThat(startTrial(ada, 250).body()).contains("already has a valid license");
    }

    @Test
    void impossibleNumbersOfDevicesAreRefused(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        for (var devices : List.of("0", "-1", "1000001", "many", "", "1e3", "0x10", "#1F", "99999999999")) {
            ada.get(license(ada));
            ada.post(license(ada) + "/trial", "devices", devices, "plan", "plus");
            assertThat(ada.page().statusCode()).as(devices).isLessThan(500);
            assertThat(ada.page().body()).as(devices).containsAnyOf("Enter a number of devices", "Enter the number");
        }
        assertThat(portal.database().rowCounts()).containsEntry("license", 0L).containsEntry("trial_claim", 0L);
    }

    @Test
    void ofTwoWhoStartTheTrialAtOnceOneDoes(Portal portal) throws InterruptedException {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        var pages = AtOnce.all(
                () -> startTrial(ada, 250).body(), () -> startTrial(again, 250).body());

        assertThat(pages).filteredOn(page -> page.contains(ACTIVATED)).hasSize(1);
        assertThat(pages)
                .filteredOn(page -> page.contains("This company has already used its free trial"))
                .hasSize(1);
        assertThat(portal.database().rowCounts()).containsEntry("license", 1L);
    }

    @Test
    void aKeyIsActivatedHoweverItIsTyped(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var key = issue(portal);
        var page = activate(ada, " " + key.toLowerCase(java.util.Locale.ROOT).replace('-', ' '));

        assertThat(page.body()).contains(ACTIVATED).contains("ends with " + key.substring(24));
        assertThat(ada.visit("/events").body()).contains("License Activated");
        assertThat(ada.visit("/settings/environments").body()).contains("Plus</a>");
    }

    @Test
    void eachProblemWithAKeyHasItsOwnWords(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var today = LocalDate.ofInstant(portal.microsoft().clock().instant(), ZoneOffset.UTC);
        var good = issue(portal);
        var mistyped = (good.charAt(0) == 'A' ? 'B' : 'A') + good.substring(1);
        assertThat(activate(ada, mistyped).body())
                .contains("This key contains a typo")
                .as("what was typed can be corrected")
                .contains("value=\"" + mistyped + "\"");
        assertThat(activate(ada, LicenseKey.random(new Random()).grouped()).body())
                .contains("t recognized");
        var expired = issue(portal, Map.of("firstDay", today.minusDays(9), "lastDay", today.minusDays(2)));
        assertThat(activate(ada, expired).body()).contains("This key expired on " + DAY.format(today.minusDays(2)));
        var later = issue(portal, Map.of("firstDay", today.plusDays(3)));
        assertThat(activate(ada, later).body()).contains("valid from " + DAY.format(today.plusDays(3)));
        var revoked = issue(portal);
        revoke(portal, revoked);
        assertThat(activate(ada, revoked).body()).contains("This key was revoked");
        var fabrikam = connected(portal, FABRIKAM_ADMIN, "Fabrikam");
        var others = issue(portal);
        assertThat(activate(fabrikam, others).body()).contains(ACTIVATED);
        assertThat(activate(ada, others).body()).contains("already in use by another company");

        assertThat(ada.visit("/events").body()).contains("License Key Refused");
        assertThat(countOf(portal, "event where type = 'LICENSE_KEY_REFUSED'")).isEqualTo(5);
    }

    @Test
    void aKeyBoundToACompanyIsForThatCompany(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var contoso = portal.database().rowCounts().get("company");
        assertThat(contoso).isEqualTo(1);
        var company = companyOf(portal, "Contoso");
        var fabrikam = connected(portal, FABRIKAM_ADMIN, "Fabrikam");
        var key = issue(portal, Map.of("company", company));

        assertThat(activate(fabrikam, key).body()).contains("already in use by another company");
        assertThat(activate(ada, key).body()).contains(ACTIVATED);
    }

    @Test
    void fewerDevicesThanManagedIsAWarning(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var page = activate(ada, issue(portal, Map.of("devices", 100)));

        assertThat(page.body())
                .contains(ACTIVATED)
                .contains("Your license covers 100 devices, but you manage 640")
                .contains("640 devices are managed, but your license covers 100.")
                .contains("data-tone=\"danger\"");
    }

    @Test
    void aPaidLicenseWarnsFromNinetyDaysBeforeItsEnd(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var today = LocalDate.ofInstant(portal.microsoft().clock().instant(), ZoneOffset.UTC);
        activate(ada, issue(portal, Map.of("lastDay", today.plusDays(91))));
        assertThat(ada.visit("/catalog").body()).doesNotContain("Your license expires");
        activate(ada, issue(portal, Map.of("lastDay", today.plusDays(90))));
        assertThat(ada.visit("/catalog").body()).contains("Your license expires in 90 days.");
    }

    @ParameterizedTest
    @CsvSource({"49, MODERATE, false", "50, HIGH, false", "89, HIGH, false", "90, HIGH, true", "100, EXCEEDED, true"})
    void theUseOfDevicesHasThreeSteps(int found, LicenseView.DeviceUsage step, boolean banner) {
        var environment =
                new LicensedEnvironment(new EnvironmentId(UUID.randomUUID()), "Production", UUID.randomUUID(), found);
        var view = new LicenseView(
                environment, LicenseView.LicenseStatus.VALID, false, "Plus", 100, "ABCDE", null, null, 9);

        assertThat(view.usage()).isEqualTo(found);
        assertThat(view.deviceUsage()).isEqualTo(step);
        assertThat(view.nearlyUsedUp()).isEqualTo(banner);
    }

    @Test
    void aLowerPlanNeedsConfirmation(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        activate(ada, issue(portal, Map.of("plan", "premium")));
        var lower = issue(portal, Map.of("plan", "essentials"));
        assertThat(activate(ada, lower).body())
                .contains("Change to a lower plan?")
                .contains("You immediately lose everything Premium includes")
                .doesNotContain(ACTIVATED)
                .doesNotContain(lower);
        assertThat(ada.visit(license(ada)).body()).contains("<strong>Premium</strong>");
        ada.post(license(ada) + "/confirmation");
        ada.follow();

        assertThat(ada.page().body())
                .contains(ACTIVATED)
                .contains("<strong>Essentials</strong>")
                .contains("Replaced");
        ada.post(license(ada) + "/confirmation");
        assertThat(ada.page().statusCode()).isEqualTo(409);
    }

    @Test
    void aKeyIsActiveInOneEnvironment(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var key = issue(portal);
        activate(ada, key);
        var first = ada.environment();
        ada.post("/settings/environments", "name", "Test");
        ada.visit("/settings/environments");
        var second = Pattern.compile("/settings/environments/([0-9a-f-]{36})/edit")
                .matcher(ada.page().body())
                .results()
                .map(result -> result.group(1))
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();
        ada.post("/settings/environments/" + second + "/license/key", "key", key);
        assertThat(ada.page().body()).contains("already active in your environment Default Environment");
        activate(ada, issue(portal));
        ada.post("/settings/environments/" + second + "/license/key", "key", key);
        ada.follow();
        assertThat(ada.page().body()).contains(ACTIVATED);
    }

    @Test
    void ofTwoCompaniesThatActivateAKeyAtOnceOneDoes(Portal portal) throws InterruptedException {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var bob = connected(portal, FABRIKAM_ADMIN, "Fabrikam");
        var key = issue(portal);
        var pages = AtOnce.all(
                () -> activate(ada, key).body(), () -> activate(bob, key).body());

        assertThat(pages).filteredOn(page -> page.contains(ACTIVATED)).hasSize(1);
        assertThat(pages)
                .filteredOn(page -> page.contains("already in use by another company"))
                .hasSize(1);
        assertThat(portal.database().rowCounts()).containsEntry("license", 1L);
    }

    @Test
    void guessingIsSlowedDownAndLogged(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        for (int i = 0; i < 10; i++) {
            assertThat(activate(ada, LicenseKey.random(new Random()).grouped()).statusCode())
                    .isEqualTo(200);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(activate(ada, issue(portal)).statusCode()).isEqualTo(429);
        }
        assertThat(ada.page().headers().firstValue("Retry-After")).isPresent();
        assertThat(countOf(portal, "event where details->>'reason' like 'too many keys%'"))
                .isEqualTo(1);
        portal.microsoft().controls().advanceClock(Duration.ofMinutes(16));
        assertThat(activate(ada, issue(portal)).body()).contains(ACTIVATED);
    }

    @Test
    void aTypingErrorIsNoGuess(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        for (int i = 0; i < 11; i++) {
            assertThat(activate(ada, "AAAAA-BBBBB").statusCode()).isEqualTo(200);
        }
        assertThat(activate(ada, issue(portal)).body()).contains(ACTIVATED);
    }

    @Test
    void aRevokedKeyEndsItsLicenseAndBothLogsTell(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var key = issue(portal);
        activate(ada, key);
        var sales = revoke(portal, key);

        assertThat(ada.visit("/catalog").body()).contains("Your license was revoked.");
        assertThat(ada.visit("/events").body()).contains("License Revoked");
        assertThat(sales.visit("/staff/events").body())
                .contains("License Revoked")
                .contains("License Key Issued");
    }

    @Test
    void nothingButDeployingNeedsALicense(Portal portal) {
        assertThat(Use.values())
                .filteredOn(Use::needsLicense)
                .containsExactlyInAnyOrder(Use.DEPLOY, Use.CHANGE_DEPLOYMENT);
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        startTrial(ada, 250);
        portal.microsoft().controls().advanceClock(Duration.ofDays(31));
        ada.signIn(Contoso.ADMIN);
        for (var page : List.of(
                "/events",
                "/settings/environments",
                license(ada),
                license(ada).replace("/license", "/intune/reconnect"),
                license(ada).replace("/license", "/intune/delete"),
                "/settings/quotes")) {
            assertThat(ada.visit(page).statusCode()).as(page).isEqualTo(200);
        }
    }

    @Test
    void theQuestionHasOneAnswerWithAReason(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var environment = new EnvironmentId(UUID.fromString(ada.environment()));
        assertThat(may(portal, environment, Use.DEPLOY))
                .isEqualTo(new Permit.Denied(
                        "You need a license to deploy to this environment. Start a trial or activate a license key."));
        assertThat(may(portal, environment, Use.DISCONNECT)).isEqualTo(new Permit.Granted());
        startTrial(ada, 250);
        assertThat(may(portal, environment, Use.DEPLOY)).isEqualTo(new Permit.Granted());
    }

    @Test
    void aQuoteIsAskedForWithoutSigningIn(Portal portal) {
        var nobody = new Surfer(portal);
        nobody.get("/quote");
        assertThat(nobody.page().statusCode()).isEqualTo(200);
        assertThat(quote(nobody).body()).contains("Your request was sent").containsPattern("Q-[2-9A-Z]{8}");
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        assertThat(sales.visit("/").body()).contains("Adventure Works").contains("Quotes");
        assertThat(sales.visit("/staff/events").body()).contains("Quote Requested");
        var receipt = mail(portal, "We received your quote request Q-");
        assertThat(receipt.to()).contains("ann@example.com");
        var desk = mail(portal, "Adventure Works requests 250 devices");
        assertThat(desk.to()).contains("sales@patchbay.example");
        assertThat(desk.text()).contains("Soon, please", "/staff/quotes/");
    }

    @Test
    void quotesAreRateLimited(Portal portal) {
        var nobody = new Surfer(portal);
        for (int i = 0; i < 10; i++) {
            nobody.get("/quote");
            assertThat(quote(nobody).statusCode()).isEqualTo(200);
        }
        nobody.get("/quote");
        var refused = quote(nobody);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .as("what was typed is not lost")
                .contains("You can try again in", "ann@example.com", "Soon, please");
        assertThat(portal.database().rowCounts()).containsEntry("quote", 10L);
    }

    @Test
    void strangersDoNotUseUpTheQuotesOfSomebodySignedIn(Portal portal) {
        var nobody = new Surfer(portal);
        for (int i = 0; i < 11; i++) {
            nobody.get("/quote");
            quote(nobody);
        }
        assertThat(nobody.page().statusCode()).isEqualTo(429);
        assertThat(nobody.page().body()).contains("You can try again in");
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.get("/quote");
        assertThat(quote(ada).body()).contains("Your request was sent");
    }

    @Test
    void theQuoteFormSaysWhatIsWrong(Portal portal) {
        var nobody = new Surfer(portal);
        nobody.get("/quote");
        nobody.post("/quote", "company", "", "contact", "", "email", "nonsense", "devices", "0", "plan", "gold");
        assertThat(nobody.page().body())
                .contains("Enter your company name.")
                .contains("Enter your name.")
                .contains("Enter a valid email address.")
                .contains("Choose a plan.");
        assertThat(portal.database().rowCounts()).containsEntry("quote", 0L);
    }

    @Test
    void textThatTurnsWhatFollowsAroundIsRefused(Portal portal) {
        var nobody = new Surfer(portal);
        nobody.get("/quote");
        nobody.post(
                "/quote",
                "company",
                "Adventure Works",
                "contact",
                "Ann \u202etfosorciM",
                "email",
                "ann@example.com",
                "devices",
                "1",
                "plan",
                "plus",
                "message",
                "");
        assertThat(nobody.page().body()).contains("This value isn&#39;t valid.");
        assertThat(portal.database().rowCounts()).containsEntry("quote", 0L);
    }

    @Test
    void aQuoteIsPrefilledForOwnEnvironmentsOnly(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var environment = ada.environment();
        assertThat(ada.visit("/quote?environment=" + environment).body())
                .contains("value=\"640\"")
                .contains("value=\"Contoso\"");
        assertThat(ada.visit("/quote").body())
                .as("as one comes from the Quotes page")
                .contains("value=\"640\"");
        var bob = new Surfer(portal).foundCompany(FABRIKAM_ADMIN, "Fabrikam");
        assertThat(bob.visit("/quote?environment=" + environment).statusCode()).isEqualTo(404);
    }

    @Test
    void aQuoteAnsweredWithAKeyIsActivatedWithoutTheKey(Portal portal) {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        ada.get("/quote");
        quote(ada);
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        var id = portal.bean(QuoteAdministration.class)
                .withStatus(QuoteView.QuoteStatus.REQUESTED, null, 1)
                .getFirst()
                .id();
        var form = newKey(portal);
        form.put("company", companyOf(portal, "Contoso"));
        sales.get("/staff/quotes/" + id);
        sales.post("/staff/quotes/" + id + "/key", fields(form));
        assertThat(sales.page().body()).contains("License key issued").containsPattern(KEY);
        var mailed = mail(portal, "Your license is ready");
        assertThat(mailed.text()).contains("/settings/quotes/" + id).doesNotContainPattern(KEY);
        await().untilAsserted(() -> assertThat(countOf(portal, "notice where kind = 'QUOTE_ANSWERED'"))
                .isEqualTo(1));
        sales.post("/staff/quotes/" + id + "/key", fields(newKey(portal)));
        assertThat(sales.page().statusCode()).isEqualTo(409);

        assertThat(ada.visit("/settings/quotes").body()).contains("Answered").contains("Activate Now");
        var link = new Surfer(portal);
        link.signIn(Contoso.ADMIN);
        assertThat(link.visit("/settings/quotes/" + id).body()).contains("Activate the license of quote");
        ada.post("/settings/quotes/" + id + "/activation", "environment", ada.environment());
        ada.follow();
        assertThat(ada.page().body()).contains(ACTIVATED);
        assertThat(ada.visit("/events").body()).contains("Quote Answered").contains("Quote Requested");
        assertThat(ada.visit("/settings/quotes").body())
                .contains("The license key of this quote has been activated.")
                .doesNotContain("Activate Now");
    }

    @Test
    void aDeclinedQuoteSaysWhy(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.get("/quote");
        quote(ada);
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        var id = portal.bean(QuoteAdministration.class)
                .withStatus(QuoteView.QuoteStatus.REQUESTED, null, 1)
                .getFirst()
                .id();
        sales.get("/staff/quotes/" + id);
        sales.post("/staff/quotes/" + id + "/declination", "answer", "Not in your country yet");

        assertThat(ada.visit("/settings/quotes").body()).contains("Declined").contains("Not in your country yet");
        assertThat(mail(portal, "offer you a license").text()).contains("Not in your country yet");
    }

    @Test
    void aKeyIsIssuedOnceHoweverOftenTheFormIsSent(Portal portal) {
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        sales.get("/staff/licenses/new");
        var form = fields(newKey(portal));
        sales.post("/staff/licenses", form);
        assertThat(sales.page().body()).containsPattern(KEY);
        sales.get("/staff/licenses/new");
        sales.post("/staff/licenses", form);
        assertThat(sales.page().statusCode()).isEqualTo(409);
        assertThat(portal.database().rowCounts()).containsEntry("issued_key", 1L);
    }

    @Test
    void noKeyIsStoredOrLogged(Portal portal) throws SQLException {
        var ada = connected(portal, Contoso.ADMIN, "Contoso");
        var key = issue(portal);
        activate(ada, key);
        assertThat(ada.page().body()).doesNotContain(key).doesNotContain(key.replace("-", ""));
        var secret = key.replace("-", "").substring(0, 20);
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery("""
                        select issued_key::text from issued_key union all select license::text from license
                        union all select event::text from event
                        union all select encode(attribute_bytes, 'escape') from spring_session_attributes
                        """)) {
            while (rows.next()) {
                assertThat(rows.getString(1).replace("-", "")).doesNotContain(secret);
            }
        }
    }

    @Test
    void whereLicensingIsSwitchedOffNothingOfItIsShown(Portal portal) {
        var port = TestSocketUtils.findAvailableTcpPort();
        var home = "http://localhost:" + port;
        try (var open = portal.another(
                port,
                Map.of(
                        "patchbay.licensing.mode", "open",
                        "patchbay.licensing.key-secret", "",
                        "patchbay.portal.base-url", home))) {
            assertThat(open.getBean(Licenses.class).switchedOff()).isTrue();
            var ada = new Surfer(portal, home).foundCompany(Contoso.ADMIN, "Contoso");
            var page =
                    ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome().body();
            assertThat(page).contains("Intune Tenant Connected Successfully").doesNotContain("trial", "License");
            assertThat(ada.visit("/settings/environments").body()).doesNotContain("License", "Quote", "Expiration");
            assertThat(ada.visit("/catalog").body()).doesNotContain("license", "Quote");
            for (var path : List.of("/quote", "/settings/quotes", license(ada))) {
                assertThat(ada.visit(path).statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void issuingRefusesNonsense(Portal portal) {
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        for (var wrong : List.of(
                Map.<String, Object>of("plan", "gold"),
                Map.<String, Object>of("devices", 0),
                Map.<String, Object>of("firstDay", "2030-02-30"),
                Map.<String, Object>of("firstDay", "2031-01-01", "lastDay", "2030-01-01"),
                Map.<String, Object>of("company", UUID.randomUUID()),
                Map.<String, Object>of("company", "Contoso"))) {
            sales.get("/staff/licenses/new");
            var form = newKey(portal);
            form.putAll(wrong);
            sales.post("/staff/licenses", fields(form));
            assertThat(sales.page().statusCode()).as(wrong.toString()).isLessThan(500);
            assertThat(sales.page().body())
                    .as(wrong.toString())
                    .doesNotContainPattern(KEY)
                    .contains("Check the highlighted fields");
        }
        assertThat(portal.database().rowCounts()).containsEntry("issued_key", 0L);
    }

    @Test
    void theCompanyOfAKeyIsFoundByItsName(Portal portal) {
        new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        new Surfer(portal).foundCompany(FABRIKAM_ADMIN, "Contoso Berlin");
        var contoso = companyOf(portal, "Contoso");
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        assertThat(sales.visit("/staff/licenses/companies?company=berl").body())
                .contains("<option value=\"Contoso Berlin (")
                .doesNotContain(contoso);

        sales.get("/staff/licenses/new");
        var form = newKey(portal);
        form.put("company", "cont");
        sales.post("/staff/licenses", fields(form));
        assertThat(sales.page().body())
                .contains("More than one company matches", "Contoso Berlin (", contoso, "value=\"cont\"")
                .doesNotContainPattern(KEY);
        form.put("chosenCompany", contoso);
        sales.post("/staff/licenses", fields(form));
        assertThat(sales.page().body()).containsPattern(KEY);
        assertThat(portal.database().one("select bound_company_id::text from issued_key", String.class))
                .isEqualTo(contoso);

        for (var typed : List.of("contoso", "Contoso (" + contoso + ")")) {
            assertThat(issue(portal, Map.of("company", typed))).matches(KEY);
        }
        assertThat(countOf(portal, "issued_key where bound_company_id::text = '" + contoso + "'"))
                .isEqualTo(3);
    }

    private static Mailbox.Mail mail(Portal portal, String subject) {
        await().untilAsserted(() -> assertThat(portal.microsoft().mailbox().mails())
                .anyMatch(mail -> mail.subject().contains(subject)));
        return portal.microsoft().mailbox().mails().stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Permit may(Portal portal, EnvironmentId environment, Use use) {
        var company = new io.patchbay.platform.tenancy.CompanyId(UUID.fromString(companyOf(portal, "Contoso")));
        return io.patchbay.platform.tenancy.Current.as(
                company,
                new io.patchbay.platform.tenancy.Actor.Machine("Test"),
                () -> portal.bean(Licenses.class).may(environment, use));
    }

    private static Surfer connected(Portal portal, String admin, String company) {
        var surfer = new Surfer(portal).foundCompany(admin, company);
        surfer.connect(surfer.environment(), admin).awaitOutcome();
        return surfer;
    }

    private static String license(Surfer surfer) {
        return "/settings/environments/" + surfer.environment() + "/license";
    }

    private static java.net.http.HttpResponse<String> startTrial(Surfer surfer, int devices) {
        surfer.post(license(surfer) + "/trial", "devices", String.valueOf(devices), "plan", "plus");
        return surfer.follow();
    }

    private static java.net.http.HttpResponse<String> activate(Surfer surfer, String key) {
        surfer.post(license(surfer) + "/key", "key", key);
        return surfer.follow();
    }

    private static java.net.http.HttpResponse<String> quote(Surfer surfer) {
        surfer.post(
                "/quote",
                "company",
                "Adventure Works",
                "contact",
                "Ann",
                "email",
                "ann@example.com",
                "devices",
                "250",
                "plan",
                "premium",
                "message",
                "Soon, please");
        return surfer.follow();
    }

    private static Map<String, Object> newKey(Portal portal) {
        var today = LocalDate.ofInstant(portal.microsoft().clock().instant(), ZoneOffset.UTC);
        var form = new HashMap<String, Object>();
        form.put("id", UUID.randomUUID());
        form.put("plan", "plus");
        form.put("devices", 1_000);
        form.put("firstDay", today);
        form.put("lastDay", today.plusYears(1));
        return form;
    }

    private static String[] fields(Map<String, Object> form) {
        return form.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(
                        entry.getKey(), entry.getValue().toString()))
                .toArray(String[]::new);
    }

    private static String issue(Portal portal) {
        return issue(portal, Map.of());
    }

    private static String issue(Portal portal, Map<String, Object> wanted) {
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        sales.get("/staff/licenses/new");
        var form = newKey(portal);
        form.putAll(wanted);
        var key = KEY.matcher(sales.post("/staff/licenses", fields(form)).body());
        assertThat(key.find()).as(sales.page().body()).isTrue();
        return key.group();
    }

    private static Surfer revoke(Portal portal, String key) {
        var sales = new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com");
        var id = portal.bean(KeyAdministration.class).newest(null, 100).stream()
                .filter(issued -> key.endsWith(issued.ending()))
                .findFirst()
                .orElseThrow()
                .id();
        sales.get("/staff/licenses/" + id);
        sales.post("/staff/licenses/" + id + "/revocation");
        sales.follow();
        assertThat(sales.page().body()).contains("Revoked");
        return sales;
    }

    private static String companyOf(Portal portal, String name) {
        return portal.database().one("select company_id from company where name = '" + name + "'", String.class);
    }

    private static long countOf(Portal portal, String what) {
        return portal.database().count(what);
    }
}
