package io.patchbay.microsoft.graph;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The calls of Microsoft Graph v1.0 that Patchbay makes. */
@HttpExchange(accept = "application/json")
interface GraphApi {

    String EVENTUAL = "ConsistencyLevel=eventual";
    String SECURITY_GROUPS = "$filter=securityEnabled eq true&$select=id,displayName,description&$top=25";

    record GraphPage<T>(
            List<T> value,
            @JsonProperty("@odata.count") @Nullable Integer count) {}

    @GetExchange("/organization?$select=id,displayName,verifiedDomains")
    GraphPage<Organization> organizations(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    record DeviceOverview(@Nullable Integer enrolledDeviceCount) {}

    @GetExchange("/deviceManagement/managedDeviceOverview")
    DeviceOverview managedDeviceOverview(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/deviceManagement?$select=id,subscriptionState")
    Map<String, Object> deviceManagement(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    /** An advanced query: it wants the header {@code ConsistencyLevel: eventual} and {@code $count=true}. */
    @HttpExchange(
            method = "GET",
            url = "/groups?$search={search}&" + SECURITY_GROUPS + "&$count=true&$orderby=displayName",
            headers = EVENTUAL)
    GraphPage<SecurityGroup> groupsFound(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("search") String search);

    @HttpExchange(
            method = "GET",
            url = "/groups?" + SECURITY_GROUPS + "&$count=true&$orderby=displayName",
            headers = EVENTUAL)
    GraphPage<SecurityGroup> groupsByName(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/groups?$filter={filter}&$select=id,displayName,description")
    GraphPage<SecurityGroup> groupsWhere(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("filter") String filter);

    /** With an OData cast, which makes it an advanced query. */
    @HttpExchange(
            method = "GET",
            url = "/groups/{group}/transitiveMembers/microsoft.graph.user?$count=true&$top=100"
                    + "&$select=id,displayName,userPrincipalName",
            headers = EVENTUAL)
    GraphPage<SecurityGroupMember> people(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("group") UUID group);

    /** At most 20 groups; the answer names those of them that the person is in, nested ones included. */
    record GroupIds(List<UUID> groupIds) {}

    @PostExchange("/users/{person}/checkMemberGroups")
    GraphPage<UUID> checkMemberGroups(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer,
            @PathVariable("person") UUID person,
            @RequestBody GroupIds groups);
}
