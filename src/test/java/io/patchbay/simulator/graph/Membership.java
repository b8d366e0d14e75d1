package io.patchbay.simulator.graph;

import io.patchbay.simulator.directory.Group;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in which group, nested ones included. */
final class Membership {
    private Membership() {}

    private static boolean isIn(List<Group> all, Person person, Group group) {
        return group.members().contains(person)
                || nested(all, group).stream().anyMatch(nested -> isIn(all, person, nested));
    }

    private static List<Group> nested(List<Group> all, Group group) {
        return all.stream().filter(other -> group.nested().contains(other.id())).toList();
    }

    static List<Group> groupsOf(Tenant tenant, Person person) {
        List<Group> all = tenant.groups().all();
        return all.stream().filter(group -> isIn(all, person, group)).toList();
    }

    /** Everything in the group at any depth, each once. */
    static List<Map<String, Object>> transitiveMembers(Tenant tenant, Group group) {
        Map<String, Map<String, Object>> members = new LinkedHashMap<>();
        collect(tenant.groups().all(), group, members);
        return new ArrayList<>(members.values());
    }

    private static void collect(List<Group> all, Group group, Map<String, Map<String, Object>> members) {
        group.members().forEach(person -> members.put(person.id().toString(), describe(person)));
        for (Group nested : nested(all, group)) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("@odata.type", "#microsoft.graph.group");
            entry.putAll(describe(nested));
            members.put(nested.id().toString(), entry);
            collect(all, nested, members);
        }
    }

    private static Map<String, Object> describe(Person person) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("@odata.type", "#microsoft.graph.user");
        user.put("id", person.id().toString());
        user.put("displayName", person.displayName());
        user.put("userPrincipalName", person.userPrincipalName());
        user.put("mail", person.signInName());
        return user;
    }

    static Map<String, Object> describe(Group group) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", group.id().toString());
        described.put("displayName", group.displayName());
        described.put("description", group.description());
        described.put("groupTypes", List.of());
        described.put("mailEnabled", false);
        described.put("securityEnabled", true);
        described.put("createdDateTime", "2024-06-01T10:00:00Z");
        return described;
    }
}
