package io.patchbay.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.company.Role;
import io.patchbay.platform.access.Capability;
import io.patchbay.platform.access.ForStaff;
import io.patchbay.platform.access.OpenToAll;
import io.patchbay.platform.access.Requires;
import io.patchbay.platform.access.SignedIn;
import io.patchbay.platform.access.StaffRole;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Endpoint;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import io.patchbay.testsupport.Surfer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Who may call what: every address, every role. */
@PortalTest
class RightsTests {

    /** Carries its own proof; one that was made up leads nowhere. */
    private static final String SIGNED_LINK = "/mail/{token}";

    @ParameterizedTest(name = "{0}, access management {1}")
    @CsvSource({"READ_ONLY_ADMIN, false", "INTUNE_APP_ADMIN, false", "FULL_ADMIN, false", "FULL_ADMIN, true"})
    void aRoleMayCallWhatItsCapabilitiesCoverAndNothingElse(Role role, boolean accessManagement, Portal portal) {
        var contoso = Contoso.connected(portal);
        contoso.founder().get("/help");
        portal.database()
                .execute("update member set role = '%s', access_management = %s".formatted(role, accessManagement));
        var capabilities = role.capabilities(accessManagement);

        for (var endpoint : Endpoint.all(portal)) {
            var requires = endpoint.handler().getMethodAnnotation(Requires.class);
            if (requires != null) {
                var answer = endpoint.call(contoso.founder(), endpoint.address(Map.of()));
                var refused = answer.statusCode() == 403 && answer.body().contains("Access denied");
                assertThat(refused)
                        .as("%s as %s, which answered %s", endpoint, role, answer.statusCode())
                        .isEqualTo(!capabilities.contains(requires.value()));
            }
        }
    }

    /** Contoso's Full Admin, staff without the role, and staff of another tenant: for them there is no such page. */
    @Test
    void pagesOfTheStaffDoNotExistForAnybodyElse(Portal portal) {
        var others = Map.of(
                StaffRole.SALES, new Surfer(portal).signIn("support@patchbay.onmicrosoft.com"),
                StaffRole.OPERATOR, new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com"),
                StaffRole.SUPPORT, new Surfer(portal).signIn("sales@patchbay.onmicrosoft.com"));
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        var nobody = new Surfer(portal).signIn("staff@patchbay.onmicrosoft.com");
        for (var endpoint : Endpoint.all(portal)) {
            var role = endpoint.handler().getMethodAnnotation(ForStaff.class);
            if (role != null) {
                for (var surfer : List.of(others.get(role.value()), ada, nobody)) {
                    assertThat(endpoint.call(surfer, endpoint.address(Map.of())).statusCode())
                            .as(endpoint.toString())
                            .isEqualTo(404);
                }
            }
        }
    }

    @Test
    void aChangeOfRoleTakesEffectWithTheNextRequest(Portal portal) {
        var ada = new Surfer(portal).foundCompany(Contoso.ADMIN, "Contoso");
        assertThat(ada.get("/settings/environments/new").statusCode()).isEqualTo(200);
        portal.database().execute("update member set role = 'READ_ONLY_ADMIN', access_management = false");
        assertThat(ada.get("/settings/environments/new").statusCode()).isEqualTo(403);
        portal.database().execute("delete from member");
        assertThat(ada.get("/settings/environments").statusCode()).isEqualTo(302);
    }

    @Test
    void whoIsNotSignedInIsSentToSignIn(Portal portal) {
        var nobody = new Surfer(portal);
        for (var endpoint : Endpoint.all(portal)) {
            var address = endpoint.address(Map.of());
            if (endpoint.method() == RequestMethod.POST) {
                assertThat(nobody.postRaw(address).statusCode())
                        .as(endpoint.toString())
                        .isEqualTo(SIGNED_LINK.equals(endpoint.pattern()) ? 404 : 403);
            } else if (!endpoint.handler().hasMethodAnnotation(OpenToAll.class)) {
                assertThat(nobody.get(address).statusCode())
                        .as(endpoint.toString())
                        .isEqualTo(302);
                assertThat(nobody.location()).as(endpoint.toString()).endsWith("/sign-in");
            }
        }
    }

    @Test
    void everyHandlerSaysWhoMayCallIt(Portal portal) {
        assertThat(Endpoint.all(portal))
                .filteredOn(endpoint -> !endpoint.handler().hasMethodAnnotation(Requires.class)
                        && !endpoint.handler().hasMethodAnnotation(SignedIn.class)
                        && !endpoint.handler().hasMethodAnnotation(ForStaff.class)
                        && !endpoint.handler().hasMethodAnnotation(OpenToAll.class))
                .isEmpty();
    }

    @Test
    void pagesOfTheStaffHaveAddressesOfTheirOwn(Portal portal) {
        assertThat(Endpoint.all(portal))
                .allSatisfy(endpoint -> assertThat(
                                CompanyFilter.FOR_STAFF.stream().anyMatch(endpoint.pattern()::startsWith))
                        .isEqualTo(endpoint.handler().hasMethodAnnotation(ForStaff.class)));
    }

    @Test
    void aHandlerThatSaysNothingIsClosedToEverybody() throws NoSuchMethodException {
        var forgotten = new HandlerMethod(new Forgotten(), Forgotten.class.getMethod("handle"));
        var anybody = new Actor.Member(new PersonId(UUID.randomUUID(), UUID.randomUUID()), "Ada", "ada@example", null);
        var scope = new Current.Scope(null, null, anybody, EnumSet.allOf(Capability.class), Set.of());

        assertThatThrownBy(() -> Current.in(
                        scope,
                        () -> new RightsInterceptor()
                                .preHandle(new MockHttpServletRequest(), new MockHttpServletResponse(), forgotten)))
                .isInstanceOf(RefusedException.class);
    }

    /** A handler somebody forgot to annotate. */
    public static class Forgotten {
        /** Nobody may call this. */
        public void handle() {}
    }
}
