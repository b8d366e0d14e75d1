package io.patchbay.simulator.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A tenant of the simulated Microsoft: what never changes about it, and its {@link TenantState}. */
public final class Tenant {
    private final UUID id;
    private final String displayName;
    private final List<String> domains;
    private final List<Person> people;
    private final List<Person> accounts;
    private final List<Person> newcomers = new CopyOnWriteArrayList<>();
    private final Groups groups;
    private final int deviceCount;
    private final TenantState state;

    Tenant(Population population, boolean licensed) {
        this.id = population.id();
        this.displayName = population.displayName();
        this.domains = population.domains();
        this.accounts = population.accounts();
        this.people = population.people();
        this.groups = new Groups(population.groups());
        this.deviceCount = population.deviceCount();
        this.state = new TenantState(licensed);
    }

    public UUID id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    /** Verified domains; the initial one first, the default one last. */
    public List<String> domains() {
        return domains;
    }

    /** Those who can sign in. */
    public List<Person> accounts() {
        return Stream.concat(accounts.stream(), newcomers.stream()).toList();
    }

    /** Gives somebody without any role an account until the next reset. */
    public Person newAccount(String name) {
        var person = Person.member(id, name + "@" + domains.getFirst(), name, Set.of(), Set.of());
        newcomers.add(person);
        return person;
    }

    /** All of the directory. */
    public List<Person> people() {
        return people;
    }

    public Groups groups() {
        return groups;
    }

    void reset() {
        newcomers.clear();
        groups.reset();
        state.reset();
    }

    public int deviceCount() {
        return deviceCount;
    }

    public TenantState state() {
        return state;
    }

    boolean answersTo(String idOrDomain) {
        String name = idOrDomain.toLowerCase(Locale.ROOT);
        return id.toString().equals(name) || domains.contains(name);
    }

    public Optional<Person> account(UUID person) {
        return accounts().stream().filter(each -> each.id().equals(person)).findFirst();
    }
}
