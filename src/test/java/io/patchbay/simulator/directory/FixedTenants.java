package io.patchbay.simulator.directory;

import static io.patchbay.simulator.directory.DirectoryRole.APPLICATION_ADMINISTRATOR;
import static io.patchbay.simulator.directory.DirectoryRole.CLOUD_APPLICATION_ADMINISTRATOR;
import static io.patchbay.simulator.directory.DirectoryRole.GLOBAL_ADMINISTRATOR;
import static io.patchbay.simulator.directory.DirectoryRole.INTUNE_ADMINISTRATOR;
import static io.patchbay.simulator.directory.DirectoryRole.PRIVILEGED_ROLE_ADMINISTRATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The tenants and accounts that the README promises. */
final class FixedTenants {
    private static final UUID CONTOSO = UUID.fromString("8f0e7a52-6f5b-4c39-9d2e-0a1b2c3d4e5f");
    private static final UUID FABRIKAM = UUID.fromString("1c6f3b9e-2d4a-4e8b-b7c5-9f8e7d6c5b4a");
    private static final UUID NORTHWIND = UUID.fromString("e5d4c3b2-a190-4f8e-8d7c-6b5a49382716");
    private static final UUID PATCHBAY = UUID.fromString("d3b07384-d9a0-4c9b-8f3e-2b1a0c9d8e7f");

    /** Two of Fabrikam whom Contoso has invited. */
    private static final Person GUEST = member(FABRIKAM, "guest@fabrikam.onmicrosoft.com", "Greta Fallon", Set.of());

    private static final Person GUEST_ADMINISTRATOR =
            member(FABRIKAM, "guestadmin@fabrikam.onmicrosoft.com", "Gustav Ostrow", Set.of());

    private FixedTenants() {}

    static List<Tenant> all() {
        return List.of(
                new Tenant(contoso(), true),
                new Tenant(fabrikam(), true),
                new Tenant(northwind(), false),
                new Tenant(patchbay(), true));
    }

    private static Population contoso() {
        String domain = "@contoso.onmicrosoft.com";
        List<Person> accounts = new ArrayList<>(List.of(
                member(CONTOSO, "admin" + domain, "Ada Marlowe", Set.of(GLOBAL_ADMINISTRATOR)),
                member(
                        CONTOSO,
                        "privileged" + domain,
                        "Piet Vandermeer",
                        Set.of(PRIVILEGED_ROLE_ADMINISTRATOR, CLOUD_APPLICATION_ADMINISTRATOR)),
                member(CONTOSO, "intune" + domain, "Ines Okafor", Set.of(INTUNE_ADMINISTRATOR)),
                member(CONTOSO, "appadmin" + domain, "Anton Reyes", Set.of(APPLICATION_ADMINISTRATOR)),
                member(CONTOSO, "user" + domain, "Ulla Lindgren", Set.of()),
                Person.guest(CONTOSO, domain, GUEST, Set.of())));
        List<Person> people = new ArrayList<>(accounts);
        people.addAll(SampleDirectory.colleagues(CONTOSO, domain));
        Person administrator = Person.guest(CONTOSO, domain, GUEST_ADMINISTRATOR, Set.of(GLOBAL_ADMINISTRATOR));
        accounts.add(administrator);
        people.add(administrator);
        return new Population(
                CONTOSO,
                "Contoso",
                List.of("contoso.onmicrosoft.com", "contoso.com"),
                List.copyOf(accounts),
                List.copyOf(people),
                SampleDirectory.contosoGroups(CONTOSO, people),
                640);
    }

    private static Population fabrikam() {
        String domain = "@fabrikam.onmicrosoft.com";
        List<Person> accounts = List.of(
                member(FABRIKAM, "admin" + domain, "Felix Arden", Set.of(GLOBAL_ADMINISTRATOR)),
                member(FABRIKAM, "user" + domain, "Una Castellan", Set.of()),
                GUEST,
                GUEST_ADMINISTRATOR);
        return new Population(
                FABRIKAM,
                "Fabrikam",
                List.of("fabrikam.onmicrosoft.com"),
                accounts,
                accounts,
                SampleDirectory.fabrikamGroups(FABRIKAM, accounts),
                75);
    }

    private static Population northwind() {
        List<Person> accounts = List.of(
                member(NORTHWIND, "admin@northwind.onmicrosoft.com", "Nora Whitcombe", Set.of(GLOBAL_ADMINISTRATOR)));
        return new Population(
                NORTHWIND, "Northwind", List.of("northwind.onmicrosoft.com"), accounts, accounts, List.of(), 0);
    }

    private static Population patchbay() {
        String domain = "@patchbay.onmicrosoft.com";
        List<Person> accounts = List.of(
                Person.member(PATCHBAY, "support" + domain, "Sami Teller", Set.of(), Set.of("Support")),
                Person.member(PATCHBAY, "sales" + domain, "Selma Brandt", Set.of(), Set.of("Sales")),
                Person.member(PATCHBAY, "operator" + domain, "Olga Hansen", Set.of(), Set.of("Operator")),
                Person.member(PATCHBAY, "staff" + domain, "Stefan Moreau", Set.of(), Set.of()));
        return new Population(
                PATCHBAY, "Patchbay", List.of("patchbay.onmicrosoft.com"), accounts, accounts, List.of(), 0);
    }

    private static Person member(UUID tenant, String name, String displayName, Set<DirectoryRole> roles) {
        return Person.member(tenant, name, displayName, roles, Set.of());
    }
}
