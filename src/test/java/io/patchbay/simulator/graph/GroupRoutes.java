package io.patchbay.simulator.graph;

import io.patchbay.simulator.SimulatorComponent;
import io.patchbay.simulator.directory.Group;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Groups, their members, and whose groups somebody is in. */
@SimulatorComponent
final class GroupRoutes implements Routes {
    private static final int MOST_GROUPS_CHECKED = 20;
    private static final String[] MEMBERS = {"GroupMember.Read.All", "Group.Read.All", "Directory.Read.All"};
    private static final ODataPage GROUPS = new ODataPage("groups", 100, 999, "$search", "$filter", "$orderby");

    @Override
    public List<Route> routes() {
        Access members = Access.directory(MEMBERS);
        return List.of(
                Route.get("/groups", members, GroupRoutes::groups),
                Route.get("/groups/$count", members, GroupRoutes::count),
                Route.get("/groups/{id}", members, GroupRoutes::group),
                Route.get("/groups/{id}/transitiveMembers", members, GroupRoutes::transitiveMembers),
                Route.get(
                        "/groups/{id}/transitiveMembers/microsoft.graph.user",
                        members.and("User.Read.All", "User.ReadBasic.All", "Directory.Read.All"),
                        GroupRoutes::transitivePeople),
                Route.get("/groups/{id}/transitiveMembers/$count", members, GroupRoutes::countMembers),
                Route.post(
                        "/users/{id}/checkMemberGroups",
                        Access.directory("User.Read.All", "Directory.Read.All").and(MEMBERS),
                        GroupRoutes::checkMemberGroups),
                Route.get(
                        "/users/{id}/transitiveMemberOf/microsoft.graph.group",
                        Access.directory("User.Read.All", "Directory.Read.All"),
                        GroupRoutes::groupsOf));
    }

    private static GraphReply groups(GraphCall call) {
        List<Group> found = GroupQuery.apply(call, call.tenant().groups().all());
        return GROUPS.of(call, found.stream().map(Membership::describe).toList());
    }

    private static GraphReply count(GraphCall call) {
        requireConsistency(call);
        return text(GroupQuery.apply(call, call.tenant().groups().all()).size());
    }

    private static GraphReply group(GraphCall call) {
        Map<String, Object> group = Membership.describe(find(call));
        return GraphReply.ok(
                ODataPage.select(call.option("$select"), List.of(group)).getFirst());
    }

    private static GraphReply transitiveMembers(GraphCall call) {
        List<Map<String, Object>> members = Membership.transitiveMembers(call.tenant(), find(call));
        return new ODataPage("directoryObjects", 100, 999).of(call, selectable(call, members));
    }

    /** With an OData cast, which is an advanced query. */
    private static GraphReply transitivePeople(GraphCall call) {
        if (!call.isEventuallyConsistent() || !"true".equals(call.option("$count"))) {
            throw GraphException.badRequest(
                    "OData cast is only supported with $count=true and the header 'ConsistencyLevel: eventual'.");
        }
        List<Map<String, Object>> people = Membership.transitiveMembers(call.tenant(), find(call)).stream()
                .filter(member -> "#microsoft.graph.user".equals(member.get("@odata.type")))
                .toList();
        return new ODataPage("users", 100, 999).of(call, people);
    }

    /** Members are users and groups; a property that only one kind has is null on the other. */
    private static List<Map<String, Object>> selectable(GraphCall call, List<Map<String, Object>> members) {
        String select = call.option("$select");
        if (select == null || !select.contains("userPrincipalName") && !select.contains("mail")) {
            return members;
        }
        members.forEach(member -> {
            member.putIfAbsent("userPrincipalName", null);
            member.putIfAbsent("mail", null);
        });
        return members;
    }

    private static GraphReply countMembers(GraphCall call) {
        requireConsistency(call);
        return text(Membership.transitiveMembers(call.tenant(), find(call)).size());
    }

    private static void requireConsistency(GraphCall call) {
        if (!call.isEventuallyConsistent()) {
            throw GraphException.badRequest(
                    "$count is not currently supported without the header 'ConsistencyLevel: eventual'.");
        }
    }

    private static GraphReply text(int count) {
        return GraphReply.ok(String.valueOf(count));
    }

    private static GraphReply checkMemberGroups(GraphCall call) {
        JsonNode wanted = call.body().path("groupIds");
        if (!wanted.isArray() || wanted.isEmpty()) {
            throw GraphException.badRequest("The parameter 'groupIds' is missing.");
        }
        if (wanted.size() > MOST_GROUPS_CHECKED) {
            throw new GraphException(
                    400,
                    "Request_BadRequest",
                    "At most " + MOST_GROUPS_CHECKED + " groups can be checked in one request.");
        }
        List<String> member = Membership.groupsOf(call.tenant(), person(call)).stream()
                .map(group -> group.id().toString())
                .toList();
        List<String> found = new ArrayList<>();
        for (JsonNode id : wanted) {
            String text = id.asString().toLowerCase(Locale.ROOT);
            if (member.contains(text)) {
                found.add(text);
            }
        }
        return GraphReply.ok(
                Map.of("@odata.context", call.base() + "/$metadata#Collection(Edm.String)", "value", found));
    }

    private static GraphReply groupsOf(GraphCall call) {
        return GROUPS.of(
                call,
                Membership.groupsOf(call.tenant(), person(call)).stream()
                        .map(Membership::describe)
                        .toList());
    }

    private static Group find(GraphCall call) {
        return call.tenant().groups().all().stream()
                .filter(group -> group.id().toString().equalsIgnoreCase(call.segment("id")))
                .findFirst()
                .orElseThrow(() -> GraphException.notFound(call.segment("id")));
    }

    private static Person person(GraphCall call) {
        Tenant tenant = call.tenant();
        String id = call.segment("id");
        return tenant.people().stream()
                .filter(person -> person.id().toString().equalsIgnoreCase(id)
                        || person.userPrincipalName().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> GraphException.notFound(id));
    }
}
