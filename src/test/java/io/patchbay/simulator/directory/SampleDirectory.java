package io.patchbay.simulator.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** People without an account to sign in with, and the security groups they are in. */
final class SampleDirectory {
    private static final List<String> FIRST_NAMES = List.of("Alma", "Boris", "Carla", "Dario", "Edda", "Farid", "Gwen");
    private static final List<String> LAST_NAMES = List.of("Haller", "Ivers", "Jansen", "Kowal", "Lund", "Mori");

    private SampleDirectory() {}

    /** Everybody's every combination of names: 42 people. */
    static List<Person> colleagues(UUID tenant, String domain) {
        List<Person> people = new ArrayList<>();
        for (String first : FIRST_NAMES) {
            for (String last : LAST_NAMES) {
                String name = (first + "." + last).toLowerCase(Locale.ROOT) + domain;
                people.add(Person.member(tenant, name, first + " " + last, Set.of(), Set.of()));
            }
        }
        return people;
    }

    /** Twelve groups, three of them holding others. */
    static List<Group> contosoGroups(UUID tenant, List<Person> people) {
        Group it = group(tenant, "IT Department", "Everybody in IT", people.subList(0, 4), List.of());
        Group helpdesk = group(tenant, "IT Helpdesk", "First line of support", people.subList(6, 14), List.of());
        Group packagers =
                group(tenant, "Application Packagers", "Who packages software", people.subList(2, 5), List.of());
        Group finance = group(tenant, "Finance", "Accounts and payroll", people.subList(14, 22), List.of());
        Group sales = group(tenant, "Sales Europe", "Sales staff in Europe", people.subList(22, 32), List.of());
        Group salesAmericas =
                group(tenant, "Sales Americas", "Sales staff overseas", people.subList(32, 40), List.of());
        Group design = group(tenant, "Design Studio", "Designers and writers", people.subList(40, 46), List.of());
        Group pilot = group(tenant, "Pilot Ring", "First to get updates", people.subList(4, 9), List.of());
        Group broad = group(tenant, "Broad Ring", "Everybody else", people.subList(9, 48), List.of());
        return List.of(
                it,
                helpdesk,
                packagers,
                finance,
                sales,
                salesAmericas,
                design,
                pilot,
                broad,
                group(tenant, "All IT Staff", "IT and its helpdesk", List.of(), List.of(it, helpdesk, packagers)),
                group(tenant, "All Sales", "Sales everywhere", List.of(), List.of(sales, salesAmericas)),
                group(tenant, "Update Rings", "Pilot before broad", List.of(), List.of(pilot, broad)));
    }

    static List<Group> fabrikamGroups(UUID tenant, List<Person> people) {
        return List.of(
                group(tenant, "Administrators", "Who runs IT", people.subList(0, 1), List.of()),
                group(tenant, "All Fabrikam", "Everybody", people, List.of()));
    }

    private static Group group(UUID tenant, String name, String description, List<Person> members, List<Group> nested) {
        return new Group(
                Person.objectId(tenant, "group/" + name),
                name,
                description,
                List.copyOf(members),
                nested.stream().map(Group::id).toList());
    }
}
