package io.patchbay.simulator.control;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.DirectoryRole;
import io.patchbay.simulator.directory.Faults;
import io.patchbay.simulator.directory.GraphCallRecord;
import io.patchbay.simulator.directory.Group;
import io.patchbay.simulator.directory.MovableClock;
import io.patchbay.simulator.directory.Permission;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Registration;
import io.patchbay.simulator.directory.ServicePrincipal;
import io.patchbay.simulator.directory.Tenant;
import io.patchbay.simulator.directory.TenantState;
import io.patchbay.simulator.intune.Approval;
import io.patchbay.simulator.intune.IntuneApplications;
import io.patchbay.simulator.intune.SimulatedApp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the control page shows. */
@SimulatorComponent
final class ControlState {
    private final Directory directory;
    private final Registration registration;
    private final Faults faults;
    private final MovableClock clock;
    private final Addresses addresses;
    private final IntuneApplications applications;

    ControlState(
            Directory directory,
            Registration registration,
            Faults faults,
            MovableClock clock,
            Addresses addresses,
            IntuneApplications applications) {
        this.applications = applications;
        this.directory = directory;
        this.registration = registration;
        this.faults = faults;
        this.clock = clock;
        this.addresses = addresses;
    }

    /** Everything, for JSON. */
    record Whole(Run run, List<TenantView> tenants) {}

    record Run(
            String time,
            String offset,
            String outage,
            String secret,
            boolean emitsWids,
            List<String> redirectUris,
            int tokenRequests,
            String issuers) {}

    record ApprovalView(String id, String what, String justification, String status) {}

    record PermissionView(String name, boolean granted) {}

    record AccountView(String username, String name, String roles) {}

    record GroupView(String id, String name, List<AccountView> accounts, List<String> nested, int others) {}

    record TenantView(
            String id,
            String name,
            String domain,
            List<AccountView> accounts,
            String application,
            boolean present,
            boolean enabled,
            boolean consentedForAll,
            List<PermissionView> permissions,
            boolean userConsentAllowed,
            boolean conditionalAccessBlock,
            boolean intuneLicense,
            int consentDelay,
            int throttledResponses,
            int devices,
            List<GroupView> groups,
            List<SimulatedApp> applications,
            boolean approvalRequired,
            List<ApprovalView> approvals,
            int tokenRequests,
            List<String> graphCalls) {}

    Run run() {
        return new Run(
                clock.instant().toString(),
                clock.offset().toString(),
                faults.outage().name(),
                faults.secret().name(),
                registration.emitsWids(),
                registration.redirectUris(),
                faults.tokenRequests(),
                addresses.backChannel() + "/{tenantid}/v2.0");
    }

    List<TenantView> tenants() {
        return directory.tenants().stream().map(this::view).toList();
    }

    private TenantView view(Tenant tenant) {
        TenantState state = tenant.state();
        Optional<ServicePrincipal> principal = state.servicePrincipal();
        boolean enabled = principal.map(ServicePrincipal::enabled).orElse(false);
        Set<Permission> granted = principal.map(ServicePrincipal::granted).orElse(Set.of());
        return new TenantView(
                tenant.id().toString(),
                tenant.displayName(),
                tenant.domains().getFirst(),
                tenant.accounts().stream().map(this::account).toList(),
                principal.isEmpty() ? "Not in this tenant" : enabled ? "Enabled" : "Disabled",
                principal.isPresent(),
                enabled,
                state.consentedForAll(),
                Arrays.stream(Permission.values())
                        .map(each -> new PermissionView(each.value(), granted.contains(each)))
                        .toList(),
                state.userConsentAllowed(),
                state.conditionalAccessBlock(),
                state.intuneLicense(),
                state.consentDelay(),
                state.throttle().responses(),
                tenant.deviceCount(),
                tenant.groups().all().stream().map(group -> view(tenant, group)).toList(),
                applications.apps(tenant.id()),
                applications.approvals().isRequired(tenant.id()),
                applications.approvals().all(tenant.id()).stream()
                        .map(this::view)
                        .toList(),
                state.tokenRequests(),
                lastCalls(state));
    }

    private ApprovalView view(Approval request) {
        return new ApprovalView(
                request.id,
                request.method + " " + request.path,
                request.justification,
                request.status(clock.instant()).value());
    }

    private GroupView view(Tenant tenant, Group group) {
        List<AccountView> accounts = group.members().stream()
                .filter(tenant.accounts()::contains)
                .map(this::account)
                .toList();
        return new GroupView(
                group.id().toString(),
                group.displayName(),
                accounts,
                tenant.groups().all().stream()
                        .filter(other -> group.nested().contains(other.id()))
                        .map(Group::displayName)
                        .toList(),
                group.members().size() - accounts.size());
    }

    private AccountView account(Person person) {
        List<String> roles = new ArrayList<>(
                person.roles().stream().map(DirectoryRole::label).sorted().toList());
        directory.appRoles(person).forEach(role -> roles.add("App role " + role));
        if (person.isGuest()) {
            roles.add("Guest");
        }
        return new AccountView(
                person.signInName(), person.displayName(), roles.isEmpty() ? "-" : String.join(", ", roles));
    }

    private static List<String> lastCalls(TenantState state) {
        List<GraphCallRecord> calls = state.graphCalls();
        return calls.subList(Math.max(0, calls.size() - 10), calls.size()).stream()
                .map(call -> call.status() + " " + call.method() + " " + call.path())
                .toList();
    }
}
