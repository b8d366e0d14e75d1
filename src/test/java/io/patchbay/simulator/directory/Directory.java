package io.patchbay.simulator.directory;

import io.patchbay.simulator.SimulatorComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** All tenants. */
@SimulatorComponent
public final class Directory {
    private final List<Tenant> tenants = FixedTenants.all();
    private final Map<UUID, Set<String>> appRoles = new ConcurrentHashMap<>();

    public List<Tenant> tenants() {
        return tenants;
    }

    public Optional<Tenant> tenant(String idOrDomain) {
        return tenants.stream().filter(tenant -> tenant.answersTo(idOrDomain)).findFirst();
    }

    /** The tenant of that id; an {@link IllegalArgumentException} when there is none. */
    public Tenant tenant(UUID id) {
        return tenant(id.toString()).orElseThrow(() -> new IllegalArgumentException("No tenant " + id));
    }

    public Optional<Person> account(String userPrincipalName) {
        String name = userPrincipalName.strip().toLowerCase(Locale.ROOT);
        return tenants.stream()
                .flatMap(tenant -> tenant.accounts().stream())
                .filter(person ->
                        !person.isGuest() && person.userPrincipalName().equals(name))
                .findFirst();
    }

    /** Whom a signed-in account is in a tenant: itself at home, a guest where it is one; empty where it is neither. */
    public Optional<Person> in(Tenant tenant, Person account) {
        return tenant.accounts().stream()
                .filter(person -> person.account().equals(account.account()))
                .findFirst();
    }

    public Optional<Person> account(UUID id) {
        return tenants.stream().flatMap(tenant -> tenant.account(id).stream()).findFirst();
    }

    /** The roles on the registered application that are assigned to somebody now. */
    public Set<String> appRoles(Person person) {
        return appRoles.getOrDefault(person.id(), person.appRoles());
    }

    /** Assigns other roles on the registered application to somebody; tokens from now on say so. */
    public void appRoles(Person person, Set<String> roles) {
        appRoles.put(person.id(), Set.copyOf(roles));
    }

    public void reset() {
        appRoles.clear();
        tenants.forEach(Tenant::reset);
    }
}
