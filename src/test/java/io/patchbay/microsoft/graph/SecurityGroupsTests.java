package io.patchbay.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.microsoft.identity.AppTokens;
import io.patchbay.simulator.SimulatedMicrosoft;
import io.patchbay.testsupport.Contoso;
import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups of a tenant as Microsoft Graph tells of them. */
@PortalTest
class SecurityGroupsTests {

    private static final UUID ADA = UUID.nameUUIDFromBytes(
            (Contoso.TENANT + "/" + Contoso.ADMIN).getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private SecurityGroups groups;
    private SimulatedMicrosoft microsoft;

    @BeforeEach
    void consent(Portal portal) {
        groups = portal.bean(SecurityGroups.class);
        microsoft = portal.microsoft();
        microsoft.controls().grantConsent(Contoso.TENANT);
    }

    @Test
    void areFoundByTheBeginningOfAWord() {
        assertThat(found("sal")).containsExactly("All Sales", "Sales Americas", "Sales Europe");
        assertThat(found("")).hasSize(12).isSorted();
    }

    /** As on an instance whose token is from before the consent that another instance saw. */
    @Test
    void areFoundWithAPermissionThatIsNewerThanTheToken(Portal portal) {
        microsoft.controls().removePermission(Contoso.TENANT, "GroupMember.Read.All");
        portal.bean(AppTokens.class).forget(Contoso.TENANT);
        assertThat(groups.search(Contoso.TENANT, "sal")).isInstanceOf(GraphOutcome.Forbidden.class);
        microsoft.controls().restorePermission(Contoso.TENANT, "GroupMember.Read.All");
        microsoft.controls().advanceClock(Duration.ofMinutes(2));
        assertThat(found("sal")).containsExactly("All Sales", "Sales Americas", "Sales Europe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "a\" OR \"displayName:b", "100%", "é ü", "a&b#c?d+e", "{x}", "'"})
    void areSoughtByAnyTextWithoutHarm(String text) {
        assertThat(groups.search(Contoso.TENANT, text)).isInstanceOf(GraphOutcome.Answered.class);
    }

    @Test
    void areToldFromThoseThatAreGone() {
        var it = microsoft.controls().group(Contoso.TENANT, "IT Department");
        var sales = microsoft.controls().group(Contoso.TENANT, "All Sales");
        microsoft.controls().deleteGroup(Contoso.TENANT, sales);
        assertThat(value(groups.existing(Contoso.TENANT, List.of(it, sales))))
                .extracting(SecurityGroup::id)
                .containsExactly(it);
    }

    @Test
    void holdTheMembersOfNestedGroups() {
        var all = microsoft.controls().group(Contoso.TENANT, "All IT Staff");
        var sales = microsoft.controls().group(Contoso.TENANT, "All Sales");
        assertThat(value(groups.of(Contoso.TENANT, ADA, List.of(all, sales)))).containsExactly(all);
        var people = value(groups.people(Contoso.TENANT, all));
        assertThat(people.first()).extracting(SecurityGroupMember::displayName).contains("Ada Marlowe");
        assertThat(people.count()).isEqualTo(people.first().size()).isPositive();
    }

    @Test
    void areKnownOfSomebodyInThreeHundred() {
        var ids = IntStream.range(0, 300)
                .mapToObj(i -> microsoft.controls().createGroup(Contoso.TENANT, "Many " + i, Contoso.ADMIN))
                .toList();
        assertThat(value(groups.of(Contoso.TENANT, ADA, ids.subList(290, 300))))
                .containsExactlyInAnyOrderElementsOf(ids.subList(290, 300));
    }

    @Test
    void holdNobodyWhoIsNotInTheTenantAnyMore() {
        var all = microsoft.controls().group(Contoso.TENANT, "All IT Staff");
        assertThat(value(groups.of(Contoso.TENANT, UUID.randomUUID(), List.of(all))))
                .isEmpty();
    }

    @Test
    void areNotToldWithoutThePermission() {
        microsoft.controls().removePermission(Contoso.TENANT, "GroupMember.Read.All");
        assertThat(groups.search(Contoso.TENANT, "")).isInstanceOf(GraphOutcome.Forbidden.class);
    }

    private List<String> found(String name) {
        return value(groups.search(Contoso.TENANT, name)).stream()
                .map(SecurityGroup::displayName)
                .toList();
    }

    private static <T> T value(GraphOutcome<T> outcome) {
        assertThat(outcome).isInstanceOf(GraphOutcome.Answered.class);
        return ((GraphOutcome.Answered<T>) outcome).value();
    }
}
