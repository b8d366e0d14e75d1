package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.company.Role;
import io.patchbay.environment.RequiredPermission;
import io.patchbay.microsoft.MicrosoftCloud;
import io.patchbay.microsoft.identity.EntraEndpoints;
import io.patchbay.platform.access.Capability;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.DirectoryRole;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The front page stays short, and the tables of the documentation say what the code says: no row too few, none too many. */
@Tag("fast")
class DocumentationTests {

    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages");
    private static final Path FRONT_PAGE = Path.of("README.md");
    private static final Path SIMULATOR = Path.of("src/docs/development/simulated-microsoft.md");
    private static final Path ROLES = Path.of("src/docs/reference/roles.md");
    private static final Path APP_REGISTRATION = Path.of("src/docs/operations/app-registration.md");
    private static final int FRONT_PAGE_BYTES = 7 * 1024;

    /** Several test classes can be started; the goal gives up unless it is told which. */
    @Test
    void theCommandOfTheFrontPageStartsTheDefaultRun() throws IOException {
        assertThat(Files.readString(FRONT_PAGE)).contains("./mvnw spring-boot:test-run");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<spring-boot.run.main-class>%s</spring-boot.run.main-class>"
                        .formatted(TestPatchbayApplication.class.getName()));
    }

    @Test
    void theFrontPageIsShort() throws IOException {
        assertThat(Files.size(FRONT_PAGE))
                .as("bytes of README.md; what does not fit belongs in src/docs")
                .isLessThanOrEqualTo(FRONT_PAGE_BYTES);
    }

    @Test
    void accountsAreThoseOfTheSimulatedMicrosoft() throws IOException {
        var expected = new Directory()
                .tenants().stream()
                        .flatMap(tenant -> tenant.accounts().stream().map(person -> account(tenant, person)));
        assertThat(rows(FRONT_PAGE, "accounts")).containsExactlyElementsOf(expected.toList());
        assertThat(Files.readString(FRONT_PAGE)).contains("`" + SimulatedMicrosoft.PASSWORD + "`");
    }

    @Test
    void tenantsAreThoseOfTheSimulatedMicrosoft() throws IOException {
        var expected = new Directory().tenants().stream().map(DocumentationTests::tenant);
        assertThat(rows(SIMULATOR, "tenants")).containsExactlyElementsOf(expected.toList());
    }

    @Test
    void rolesMayWhatTheyMayInTheCode() throws IOException {
        var expected = Arrays.stream(Capability.values()).map(DocumentationTests::capability);
        assertThat(rows(ROLES, "roles")).containsExactlyElementsOf(expected.toList());
    }

    @Test
    void permissionsAreThoseThatAreRequired() throws IOException {
        var expected = Arrays.stream(RequiredPermission.values()).map(DocumentationTests::permission);
        assertThat(rows(APP_REGISTRATION, "permissions")).containsExactlyElementsOf(expected.toList());
    }

    @Test
    void cloudsAreThoseOfMicrosoft() throws IOException {
        var expected = Arrays.stream(MicrosoftCloud.values())
                .map(cloud -> row(
                        "`%s`".formatted(cloud.key()),
                        "`%s`".formatted(cloud.authority().getHost()),
                        "`%s`".formatted(cloud.graph().getHost()),
                        "<%s>".formatted(cloud.entraAdminCenter())));
        assertThat(rows(APP_REGISTRATION, "clouds")).containsExactlyElementsOf(expected.toList());
    }

    @Test
    void redirectUrisAreThoseToRegister() throws IOException {
        var expected = Stream.of(
                        EntraEndpoints.PORTAL_SIGN_IN,
                        EntraEndpoints.STEP_UP,
                        EntraEndpoints.ADMIN_CONSENT,
                        EntraEndpoints.SIGNED_OUT)
                .map("`https://patchbay.example.com%s`"::formatted);
        assertThat(rows(APP_REGISTRATION, "redirect-uris").stream().map(row -> row.split(" \\| ")[0].replace("| ", "")))
                .containsExactlyElementsOf(expected.toList());
    }

    private static String tenant(Tenant tenant) {
        return row(
                tenant.displayName(),
                "`%s`".formatted(tenant.id()),
                tenant.state().intuneLicense() ? "yes" : "no",
                String.valueOf(tenant.deviceCount()),
                String.valueOf(tenant.groups().all().size()));
    }

    private static String account(Tenant tenant, Person person) {
        var roles = Stream.concat(
                        person.roles().stream().map(DirectoryRole::label),
                        person.appRoles().stream().map("app role %s"::formatted))
                .sorted()
                .collect(Collectors.joining(", "));
        var guest = person.isGuest() ? "; a guest" : "";
        return row(
                tenant.displayName(),
                "`%s`".formatted(person.signInName()),
                (roles.isEmpty() ? "none" : roles) + guest);
    }

    private static String capability(Capability capability) {
        return row(
                "`%s`".formatted(capability),
                may(Role.READ_ONLY_ADMIN, false, capability),
                may(Role.INTUNE_APP_ADMIN, false, capability),
                may(Role.FULL_ADMIN, false, capability),
                may(Role.FULL_ADMIN, true, capability));
    }

    private static String may(Role role, boolean accessManagement, Capability capability) {
        return role.capabilities(accessManagement).contains(capability) ? "yes" : "-";
    }

    private static String permission(RequiredPermission permission) {
        var key = "permission." + permission.name();
        return row(
                "`%s`".formatted(permission.value()),
                "`%s`".formatted(permission.appRoleId()),
                text(key + ".purpose"),
                text(key + ".impact"));
    }

    private static String text(String key) {
        return new MessageFormat(MESSAGES.getString(key), Locale.US).format(null);
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** The rows, without the heading, of the page's table that follows a comment with its name. */
    private static List<String> rows(Path page, String table) throws IOException {
        return Files.readString(page)
                .lines()
                .map(String::strip)
                .dropWhile(line -> !line.equals("<!-- table: %s -->".formatted(table)))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }
}
