package io.patchbay.simulator;

import static io.patchbay.simulator.Peer.CONTOSO;
import static io.patchbay.simulator.Peer.NORTHWIND;
import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.simulator.Peer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Graph, as a client with an app-only token meets it. */
class GraphTests {
    private Controls controls;

    @BeforeEach
    void consented() {
        controls = Peer.fresh();
        controls.grantConsent(CONTOSO);
        controls.grantConsent(NORTHWIND);
    }

    private static String token(Object tenant) {
        return "Bearer " + Peer.applicationToken(tenant).text("access_token");
    }

    private static Reply get(String path) {
        return get(path, token(CONTOSO));
    }

    private static Reply get(String path, String bearer) {
        return Peer.get(address(path), "Authorization", bearer);
    }

    private static String address(String path) {
        return path.startsWith("http") ? path : path.startsWith("/beta/") ? "/graph" + path : "/graph/v1.0" + path;
    }

    private static String code(Reply reply) {
        return reply.status() + " " + reply.body().at("/error/code").asString();
    }

    @Test
    void describesTheOrganization() {
        Reply reply = get("/organization");
        assertThat(reply.status()).isEqualTo(200);
        JsonNode organization = reply.body().at("/value/0");
        assertThat(organization.path("id").asString()).isEqualTo(CONTOSO.toString());
        assertThat(organization.path("displayName").asString()).isEqualTo("Contoso");
        assertThat(organization.at("/verifiedDomains/1/isDefault").asBoolean()).isTrue();
        assertThat(reply.response().headers().firstValue("request-id")).isPresent();
        assertThat(reply.response().headers().firstValue("client-request-id")).isPresent();
        assertThat(get("/domains").body().path("value").size()).isEqualTo(2);
        assertThat(controls.recordedGraphCalls(CONTOSO))
                .extracting(call -> call.status() + " " + call.method() + " " + call.path())
                .containsExactly("200 GET /organization", "200 GET /domains");
    }

    @Test
    void believesOnlyValidTokens() {
        assertThat(code(Peer.get("/graph/v1.0/organization"))).isEqualTo("401 InvalidAuthenticationToken");
        assertThat(code(get("/organization", "Bearer nonsense"))).isEqualTo("401 InvalidAuthenticationToken");
        String bearer = token(CONTOSO);
        String forged = bearer.substring(0, bearer.length() - 8) + "AAAAAAAA";
        assertThat(code(get("/organization", forged))).isEqualTo("401 InvalidAuthenticationToken");
        controls.revokeConsent(CONTOSO);
        assertThat(code(get("/organization", bearer))).isEqualTo("401 Authorization_IdentityNotFound");
        controls.grantConsent(CONTOSO);
        String old = token(CONTOSO);
        controls.advanceClock(Duration.ofHours(1));
        assertThat(code(get("/organization", old))).isEqualTo("401 InvalidAuthenticationToken");
    }

    @Test
    void checksPermissionsInTwoWays() {
        String living = token(CONTOSO);
        controls.removePermission(CONTOSO, "Domain.Read.All");
        controls.removePermission(CONTOSO, "DeviceManagementManagedDevices.Read.All");
        assertThat(get("/domains", living).status()).isEqualTo(200);
        assertThat(code(get("/domains"))).isEqualTo("403 Authorization_RequestDenied");
        Reply intune = get("/deviceManagement/managedDeviceOverview");
        assertThat(code(intune)).isEqualTo("403 Forbidden");
        assertThat(intune.body().at("/error/message").asString())
                .startsWith("{\"_version\":3,")
                .contains("DeviceManagementManagedDevices.Read.All");
        assertThat(code(get("/subscribedSkus"))).isEqualTo("403 Authorization_RequestDenied");
        assertThat(code(get("/servicePrincipals"))).isEqualTo("403 Authorization_RequestDenied");
        assertThat(code(get("/servicePrincipals(appId='x')"))).isEqualTo("403 Authorization_RequestDenied");
    }

    @Test
    void saysThatThereIsNoIntune() {
        Reply reply = get("/deviceManagement", token(NORTHWIND));
        assertThat(code(reply)).isEqualTo("400 BadRequest");
        assertThat(reply.body().at("/error/message").asString()).isEqualTo("Request not applicable to target tenant.");
        assertThat(get("/organization", token(NORTHWIND)).status()).isEqualTo(200);
        assertThat(get("/deviceManagement").body().path("subscriptionState").asString())
                .isEqualTo("active");
        assertThat(get("/beta/deviceAppManagement/mobileApps")
                        .body()
                        .path("value")
                        .size())
                .isZero();
    }

    @Test
    void takesNoPropertyThatATypeDoesNotHave() {
        Reply reply = Peer.post(
                "/graph/beta/deviceAppManagement/mobileApps",
                "{\"@odata.type\":\"#microsoft.graph.win32LobApp\",\"displayName\":\"A\",\"color\":\"red\"}",
                "Authorization",
                token(CONTOSO));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/error/message").asString())
                .contains("The property 'color' does not exist on type 'microsoft.graph.win32LobApp'");
    }

    @Test
    void pagesByItsOwnLinks() {
        String bearer = token(CONTOSO);
        List<String> seen = new ArrayList<>();
        String next = "/deviceManagement/managedDevices?$top=250&$select=id,operatingSystem";
        while (!next.isEmpty()) {
            Reply page = get(next, bearer);
            page.body()
                    .path("value")
                    .forEach(device -> seen.add(device.path("id").asString()));
            next = page.body().path("@odata.nextLink").asString("");
            assertThat(next)
                    .satisfiesAnyOf(
                            link -> assertThat(link).isEmpty(),
                            link -> assertThat(link)
                                    .startsWith(Peer.MICROSOFT.graphAddress() + "/deviceManagement/managedDevices?"));
        }
        assertThat(seen).hasSize(640).doesNotHaveDuplicates();
        JsonNode overview = get("/deviceManagement/managedDeviceOverview").body();
        assertThat(overview.path("enrolledDeviceCount").asInt()).isEqualTo(640);
        assertThat(overview.at("/deviceOperatingSystemSummary/windowsCount").asInt())
                .isEqualTo(512);
        assertThat(code(get("/groups?$top=5000"))).isEqualTo("400 BadRequest");
        assertThat(code(get("/groups?$skiptoken=bogus"))).isEqualTo("400 BadRequest");
        assertThat(code(get("/groups?$select=nonsense"))).isEqualTo("400 BadRequest");
        assertThat(code(get("/nonsense"))).isEqualTo("400 BadRequest");
    }

    @Test
    void searchesGroupsWithTheRightHeader() {
        String search = "/groups?$search=%22displayName:sales%22&$filter=securityEnabled%20eq%20true&$count=true";
        assertThat(code(get(search))).isEqualTo("400 Request_UnsupportedQuery");
        Reply found = Peer.get("/graph/v1.0" + search, "Authorization", token(CONTOSO), "ConsistencyLevel", "eventual");
        assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
        assertThat(found.body().path("@odata.count").asInt()).isEqualTo(3);
        assertThat(get("/groups").body().path("value").size()).isEqualTo(12);
    }

    @Test
    void countsAndChecksMembersThroughNestedGroups() {
        Reply all = get("/groups?$filter=displayName%20eq%20'All%20IT%20Staff'");
        String group = all.body().at("/value/0/id").asString();
        assertThat(code(get("/groups/" + group + "/transitiveMembers/$count"))).isEqualTo("400 BadRequest");
        Reply count = Peer.get(
                "/graph/v1.0/groups/" + group + "/transitiveMembers/$count",
                "Authorization",
                token(CONTOSO),
                "ConsistencyLevel",
                "eventual");
        Reply members = get("/groups/" + group + "/transitiveMembers");
        assertThat(count.response().body())
                .isEqualTo(String.valueOf(members.body().path("value").size()));
        Reply checked = Peer.post(
                "/graph/v1.0/users/admin@contoso.onmicrosoft.com/checkMemberGroups",
                "{\"groupIds\":[\"" + group + "\"]}",
                "Authorization",
                token(CONTOSO));
        assertThat(checked.body().at("/value/0").asString()).isEqualTo(group);
        assertThat(get("/users/admin@contoso.onmicrosoft.com/transitiveMemberOf/microsoft.graph.group?$select=id")
                        .body()
                        .path("value")
                        .size())
                .isEqualTo(2);
        assertThat(code(get("/groups/00000000-0000-0000-0000-000000000000"))).isEqualTo("404 Request_ResourceNotFound");
    }

    @Test
    void answersBatches() {
        Reply reply = Peer.post("/graph/v1.0/$batch", """
                {"requests":[{"id":"1","method":"GET","url":"/organization?$select=id"},
                {"id":"2","method":"GET","url":"/subscribedSkus"},
                {"id":"3","method":"GET","url":"/domains","dependsOn":["2"]}]}""", "Authorization", token(CONTOSO));
        assertThat(reply.body().path("responses"))
                .extracting(each -> each.path("status").asInt())
                .containsExactly(200, 403, 424);
        assertThat(reply.body().at("/responses/0/body/value/0/id").asString()).isEqualTo(CONTOSO.toString());
    }

    @Test
    void throttlesAndFailsWhenAskedTo() {
        controls.throttle(CONTOSO, 1, Duration.ofSeconds(7));
        Reply reply = get("/organization");
        assertThat(code(reply)).isEqualTo("429 TooManyRequests");
        assertThat(reply.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(get("/organization").status()).isEqualTo(200);
        String bearer = token(CONTOSO);
        controls.outage(Outage.SERVER_ERROR);
        assertThat(get("/organization", bearer).status()).isEqualTo(503);
        assertThat(Peer.applicationToken(CONTOSO).text("error")).isEqualTo("temporarily_unavailable");
        controls.outage(Outage.NONE);
        assertThat(get("/organization", bearer).status()).isEqualTo(200);
    }
}
