package io.patchbay.banner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Pictures;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Banners that administrators write: who sees them, from when until when, who put which away, and how they end. */
@PortalTest
class BannerTests {

    private static final String LIST = "/settings/banners";
    private static final Pattern EDIT = Pattern.compile("/settings/banners/([0-9a-f-]{36})/edit");
    private static final Pattern VERSION = Pattern.compile("name=\"version\"\\s+value=\"(\\d+)\"");
    private static final Pattern IMAGE = Pattern.compile("src=\"(/banners/images/[0-9a-f-]{36})\"");

    @Test
    void everybodyOfTheCompanySeesItAndNobodyElse(Portal portal) {
        var ada = connected(portal);
        var colleague = colleague(portal, ada);
        var stranger = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        write(ada, "title", "Maintenance", "text", "On **Sunday**.", "publish", "true");

        for (var page : List.of("/catalog", "/events", LIST)) {
            assertThat(shown(colleague, page)).contains("Maintenance").contains("<strong>Sunday</strong>");
        }
        assertThat(shown(stranger, "/catalog")).doesNotContain("Maintenance");
        assertThat(stranger.visit(LIST).body()).doesNotContain("Maintenance").contains("Connect Intune first");
    }

    @Test
    void itIsInTheNavigationOnlyWhileSomethingIsConnected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.visit("/catalog").body()).doesNotContain("href=\"/settings/banners\"");
        assertThat(write(ada, "title", "Early", "publish", "true")).contains("t connected to an Intune tenant");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        assertThat(ada.visit("/catalog").body()).contains("href=\"/settings/banners\"");
    }

    @Test
    void eachPersonPutsItAwayForThemselvesUntilItChanges(Portal portal) {
        var ada = connected(portal);
        var colleague = colleague(portal, ada);
        write(ada, "title", "Maintenance", "dismissible", "true", "publish", "true");

        dismiss(colleague, "Maintenance");
        assertThat(shown(colleague, "/catalog")).doesNotContain("Maintenance");
        assertThat(shown(ada, "/catalog")).contains("Maintenance");
        assertThat(shown(new Surfer(portal).signIn("user@contoso.onmicrosoft.com"), "/catalog"))
                .as("remembered in another session")
                .doesNotContain("Maintenance");

        change(ada, "title", "Maintenance moved", "dismissible", "true", "publish", "true");
        assertThat(shown(colleague, "/catalog")).contains("Maintenance moved");
    }

    @Test
    void whatHasToStayCannotBePutAway(Portal portal) {
        var ada = connected(portal);
        write(ada, "title", "Read this", "publish", "true");
        assertThat(shown(ada, "/catalog")).contains("Read this").doesNotContain("Dismiss: Read this");
        var key = key(ada, "Read this");
        ada.post("/banners/dismissals", "key", key, "back", "/catalog");
        assertThat(shown(ada, "/catalog")).contains("Read this");

        portal.microsoft().controls().revokeConsent(Contoso.TENANT);
        ada.visit("/settings/environments/" + ada.environment() + "/intune");
        ada.post("/settings/environments/" + ada.environment() + "/intune/check");
        await().until(() -> shown(ada, "/catalog").contains("is lost"));
        ada.post("/banners/dismissals", "key", key(ada, "is lost"), "back", "/catalog");
        assertThat(shown(ada, "/catalog")).contains("is lost");
        assertThat(portal.database().rowCounts()).containsEntry("banner_dismissal", 0L);
    }

    @Test
    void aWarningOfThePortalComesBackWhenItsCauseChanges(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        dismiss(ada, "only one user with Access Management");
        assertThat(shown(ada, "/catalog")).doesNotContain("only one user");
        portal.microsoft().controls().advanceClock(Duration.ofDays(32));
        var again = new Surfer(portal).signIn(Contoso.ADMIN);
        assertThat(shown(again, "/catalog")).contains("only one user");
    }

    @Test
    void theCountdownOfATrialComesBackAsItsEndComesNearer(Portal portal) {
        var ada = connected(portal);
        ada.get("/settings/environments/" + ada.environment() + "/license");
        ada.post("/settings/environments/" + ada.environment() + "/license/trial", "devices", "10", "plan", "plus");
        dismiss(ada, "Your trial license expires in 30 days");
        assertThat(shown(ada, "/catalog")).doesNotContain("trial license");
        portal.microsoft().controls().advanceClock(Duration.ofDays(25));
        assertThat(shown(new Surfer(portal).signIn(Contoso.ADMIN), "/catalog"))
                .contains("Your trial license expires in 5 days");
        portal.microsoft().controls().advanceClock(Duration.ofDays(6));
        var expired = new Surfer(portal).signIn(Contoso.ADMIN);
        assertThat(shown(expired, "/catalog"))
                .contains("has expired")
                .doesNotContain("Dismiss: Your trial has expired", "Dismiss: Your license has expired");
    }

    @Test
    void aDraftIsShownToNobodyAndAScheduleIsKept(Portal portal) {
        var ada = connected(portal);
        write(ada, "title", "Only a draft");
        assertThat(shown(ada, "/catalog")).doesNotContain("Only a draft");
        assertThat(ada.visit(LIST).body()).contains("Only a draft").contains("Draft");

        var now = LocalDateTime.ofInstant(portal.bean(java.time.Clock.class).instant(), java.time.ZoneOffset.UTC)
                .withSecond(0)
                .withNano(0);
        change(
                ada,
                "title",
                "Planned",
                "starts",
                now.plusHours(2).toString(),
                "ends",
                now.plusHours(4).toString(),
                "publish",
                "true");
        assertThat(ada.visit(LIST).body()).contains("Scheduled");
        assertThat(shown(ada, "/catalog")).doesNotContain("Planned");
        portal.microsoft().controls().advanceClock(Duration.ofHours(3));
        assertThat(shown(ada, "/catalog")).contains("Planned");
        assertThat(ada.visit(LIST).body()).contains("Active");
        portal.microsoft().controls().advanceClock(Duration.ofHours(2));
        assertThat(shown(ada, "/catalog")).doesNotContain("Planned");
        assertThat(ada.visit(LIST).body()).contains("History").contains("Ended");
    }

    @Test
    void startAndEndAreMeantInTheReadersZone(Portal portal) {
        var ada = connected(portal);
        write(
                ada,
                "title",
                "Zoned",
                "starts",
                "2099-07-01T08:00",
                "ends",
                "2099-12-01T08:00",
                "zone",
                "Europe/Berlin",
                "publish",
                "true");
        assertThat(ada.visit(LIST).body())
                .contains("datetime=\"2099-07-01T06:00:00Z\"", "datetime=\"2099-12-01T07:00:00Z\"");
    }

    @Test
    void everyChangeIsAnEvent(Portal portal) {
        var ada = connected(portal);
        write(ada, "title", "First", "publish", "true");
        change(ada, "title", "Second", "publish", "true");
        ada.get(LIST);
        ada.post(LIST + "/" + id(ada) + "/end");
        assertThat(ada.follow().body()).contains("Success - Second ended");
        ada.post(LIST + "/" + id(ada) + "/copy");
        assertThat(ada.follow().body()).contains("Success - Draft created").contains("value=\"Second\"");
        ada.get(LIST);
        ada.post(LIST + "/" + id(ada) + "/delete");
        ada.follow();
        assertThat(ada.visit("/events").body())
                .contains(
                        "Banner &quot;First&quot; Created",
                        "Banner &quot;Second&quot; Updated",
                        "Banner &quot;Second&quot; Ended",
                        "Banner &quot;Second&quot; Deleted");
    }

    @Test
    void ofTwoWhoChangeItAtOnceTheSecondIsTold(Portal portal) {
        var ada = connected(portal);
        write(ada, "title", "First", "publish", "true");
        var edit = LIST + "/" + id(ada);
        change(ada, "title", "Second", "publish", "true");
        assertThat(ada.post(edit, form(ada, "title", "Third", "version", "0")).statusCode())
                .isEqualTo(409);
        assertThat(ada.page().body()).contains("Another person changed or ended this banner");
        assertThat(ada.visit(LIST).body()).contains("Second").doesNotContain("Third");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title= |Enter a title.",
                "link=http://example.com|Enter an address that starts with https://",
                "link=javascript:alert(1)|Enter an address that starts with https://",
                "link=https://user:pw@example.com|Enter an address that starts with https://",
                "link=https://example.com|Enter the link text.",
                "linkLabel=Read|Enter a link address",
                "starts=tomorrow|Enter a date and time",
                "ends=2000-01-01T00:00|Choose an end after the start",
                "ends=0001-01-01T00:00|Choose a date between",
                "zone=Mars/Olympus|This time zone isn&#39;t recognized",
                "severity=LOUD|Choose a severity.",
                "environment=x|Choose an environment."
            })
    void aWrongEntryIsNamedAndNothingIsStored(String entry, Portal portal) {
        var ada = connected(portal);
        var field = entry.substring(0, entry.indexOf('='));
        var value = entry.substring(entry.indexOf('=') + 1, entry.indexOf('|'));
        var answer = field.equals("title")
                ? write(ada, "title", value, "publish", "true")
                : write(ada, "title", "Fine", "publish", "true", field, value);
        assertThat(answer).contains(entry.substring(entry.indexOf('|') + 1));
        assertThat(portal.database().rowCounts()).containsEntry("banner", 0L);
    }

    @Test
    void whatSomebodyTypesIsNeverMarkup(Portal portal) {
        var ada = connected(portal);
        var attack = "<script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
        write(ada, "title", attack, "text", attack, "link", "https://example.com/'<x", "publish", "true");
        write(
                ada,
                "title",
                attack,
                "text",
                attack,
                "link",
                "https://example.com/",
                "linkLabel",
                "<b>x",
                "publish",
                "true");
        for (var page : List.of("/catalog", LIST, LIST + "/" + id(ada) + "/edit", LIST + "/" + id(ada) + "/delete")) {
            assertThat(ada.visit(page).body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "<b>x", "href=\"javascript");
        }
        ada.get(LIST + "/new");
        assertThat(ada.post(LIST + "/preview", "title", attack, "text", attack).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<img", "href=\"javascript");
    }

    @Test
    void aPictureIsServedAsNothingButAPictureAndOnlyToItsCompany(Portal portal) {
        var ada = connected(portal);
        ada.get(LIST + "/new");
        ada.upload(
                LIST,
                Pictures.followedBy(Pictures.png(800, 200), "<script>alert(1)</script>"),
                form(ada, "title", "With picture", "publish", "true"));
        var image = found(IMAGE, ada.visit("/catalog").body());
        var answer = ada.get(image);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("image/png"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry(
                        "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'; sandbox"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"));
        assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("private", "max-age=2592000");
        assertThat(answer.body()).startsWith("\ufffdPNG").doesNotContain("alert(1)");

        var stranger = new Surfer(portal).foundCompany("admin@fabrikam.onmicrosoft.com", "Fabrikam");
        assertThat(stranger.get(image).statusCode()).isEqualTo(404);
        assertThat(new Surfer(portal).get(image).statusCode()).isEqualTo(302);
        assertThat(new Surfer(portal)
                        .signIn("admin@northwind.onmicrosoft.com")
                        .get(image)
                        .statusCode())
                .as("somebody without a company")
                .isEqualTo(404);

        change(ada, "title", "Without picture", "removeImage", "true", "publish", "true");
        assertThat(ada.get(image).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnusablePictureIsRefusedBesideItsField(Portal portal) {
        var ada = connected(portal);
        for (var wrong : Stream.of(
                        List.of(Pictures.bomb(50_000, 50_000), "more than 16 million pixels"),
                        List.of(
                                "<svg onload='alert(1)'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                "t a PNG or JPEG"),
                        List.of(Arrays.copyOf(Pictures.png(9, 9), 2_000_000), "larger than 1 MB"),
                        List.of(Arrays.copyOf(Pictures.png(9, 9), 50), "is damaged"))
                .toList()) {
            ada.get(LIST + "/new");
            assertThat(ada.upload(LIST, (byte[]) wrong.getFirst(), form(ada, "title", "Kept", "publish", "true"))
                            .body())
                    .contains((String) wrong.getLast())
                    .contains("value=\"Kept\"");
        }
        ada.get(LIST + "/new");
        var huge = ada.upload(LIST, Arrays.copyOf(Pictures.png(9, 9), 18_000_000), form(ada, "title", "x"));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("Upload too large");
        assertThat(portal.database().rowCounts()).containsEntry("banner", 0L).containsEntry("banner_image", 0L);
    }

    @Test
    void thereIsAnEndToHowManyThereCanBe(Portal portal) {
        var ada = connected(portal);
        for (int i = 0; i < 20; i++) {
            assertThat(write(ada, "title", "Number " + i)).contains("Success - Draft saved");
        }
        assertThat(write(ada, "title", "One too many")).contains("reached the limit of");
    }

    @Test
    void disconnectingNamesAndRemovesThem(Portal portal) {
        var ada = connected(portal);
        var colleague = colleague(portal, ada);
        ada.get(LIST + "/new");
        ada.upload(
                LIST, Pictures.png(40, 40), form(ada, "title", "Live one", "dismissible", "true", "publish", "true"));
        write(ada, "title", "A draft");
        dismiss(colleague, "Live one");
        var page = "/settings/environments/" + ada.environment() + "/intune";
        assertThat(ada.get(page + "/delete").body())
                .contains("What will be lost: 3 items", "Banners: 2", "Live one", "A draft");
        ada.post(page + "/delete");
        var progress = ada.location();
        await().pollInterval(Duration.ofMillis(30))
                .until(() -> !ada.visit(progress).body().contains("Disconnecting…"));
        assertThat(portal.database().rowCounts())
                .containsEntry("banner", 0L)
                .containsEntry("banner_image", 0L)
                .containsEntry("banner_dismissal", 0L);
        assertThat(ada.visit("/catalog").body()).doesNotContain("Live one", "href=\"/settings/banners\"");

        assertThat(write(ada, "title", "Opened before", "text", "Typed with care", "publish", "true"))
                .as("a form that was open meanwhile")
                .contains("t connected to an Intune tenant", "href=\"/settings/environments\"", ">Connect</a>")
                .contains("What you entered", "Opened before", "Typed with care");
        for (var opened : List.of("/deployments", "/settings/users/groups", LIST, "/settings/notifications")) {
            assertThat(ada.visit(opened).body())
                    .as(opened)
                    .contains("Connect Intune first")
                    .containsPattern("href=\"/settings/environments\"[^>]*>Connect</a>");
        }
    }

    @Test
    void aFormThatCameTooLateKeepsWhatWasTyped(Portal portal) {
        var ada = connected(portal);
        write(ada, "title", "Maintenance", "publish", "true");
        var edit = LIST + "/" + id(ada);
        var typed = form(ada, "title", "Longer maintenance", "text", "Typed with care", "version", "0");
        ada.get(edit + "/delete");
        ada.post(edit + "/delete");
        ada.get(LIST + "/new");
        ada.post(edit, typed);
        assertThat(ada.page().statusCode()).isEqualTo(404);
        assertThat(ada.page().body())
                .contains("This no longer exists", "What you entered", "Typed with care")
                .containsPattern("href=\"/settings/banners\"[^>]*>Banners</a>");

        ada.get(LIST + "/new");
        portal.database().execute("update member set role = 'READ_ONLY_ADMIN', access_management = false");
        ada.post(LIST, typed);
        assertThat(ada.page().statusCode()).isEqualTo(403);
        assertThat(ada.page().body()).contains("Access denied", "What you entered", "Typed with care");
    }

    @Test
    void whoOnlyReadsSeesThemAndNoButtons(Portal portal) {
        var ada = connected(portal);
        write(ada, "title", "Maintenance", "publish", "true");
        assertThat(colleague(portal, ada).visit(LIST).body())
                .contains("Maintenance", "Active")
                .doesNotContain("New banner", ">Edit<", ">Delete<");
    }

    private static Surfer connected(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        ada.connect(ada.environment(), Contoso.ADMIN).awaitOutcome();
        return ada;
    }

    /** Somebody with the role Read-Only Admin. */
    private static Surfer colleague(Portal portal, Surfer ada) {
        var user = new Surfer(portal).signIn("user@contoso.onmicrosoft.com");
        var company = found(
                Pattern.compile("/companies/([0-9a-f-]{36})/access-requests"),
                user.page().body());
        user.post("/companies/" + company + "/access-requests", "reason", "x");
        var pending = ada.visit("/settings/users/pending").body();
        ada.post(
                "/settings/users/pending/" + found(Pattern.compile("/pending/([0-9a-f-]{36})/approval"), pending)
                        + "/approval",
                "role",
                "READ_ONLY_ADMIN");
        user.visit("/companies");
        user.post("/companies/" + company + "/selection");
        user.visit("/catalog");
        return user;
    }

    private static String write(Surfer ada, String... fields) {
        var form = form(ada, fields);
        ada.get(LIST + "/new");
        ada.post(LIST, form);
        return ada.follow().body();
    }

    /** Changes the banner that the list has first. */
    private static void change(Surfer ada, String... fields) {
        var edit = LIST + "/" + id(ada);
        var version = found(VERSION, ada.visit(edit + "/edit").body());
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", version));
        ada.post(edit, form(ada, all.toArray(String[]::new)));
        assertThat(ada.follow().body()).contains("Success - ");
    }

    private static String[] form(Surfer ada, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        if (!all.contains("environment")) {
            all.addAll(List.of("environment", ada.environment()));
        }
        if (!all.contains("severity")) {
            all.addAll(List.of("severity", "INFO"));
        }
        return all.toArray(String[]::new);
    }

    private static String id(Surfer ada) {
        return found(EDIT, ada.visit(LIST).body());
    }

    private static void dismiss(Surfer surfer, String text) {
        surfer.post("/banners/dismissals", "key", key(surfer, text), "back", "/catalog");
        assertThat(surfer.location()).endsWith("/catalog");
    }

    private static String key(Surfer surfer, String text) {
        return Arrays.stream(surfer.visit("/catalog").body().split("class=\"pb-banner\""))
                .skip(1)
                .filter(banner -> banner.contains(text))
                .map(banner -> found(Pattern.compile("data-key=\"([^\"]+)\""), banner))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No banner says " + text));
    }

    /** The banners at the top of a page. */
    private static String shown(Surfer surfer, String page) {
        var body = surfer.visit(page).body();
        var start = body.indexOf("<section class=\"pb-banners\"");
        return start < 0 ? "" : body.substring(start, body.indexOf("</section>", start));
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("No " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
