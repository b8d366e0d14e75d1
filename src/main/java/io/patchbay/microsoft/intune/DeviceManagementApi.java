package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.graph.GraphAnswers;
import io.patchbay.microsoft.identity.DirectoryText;
import io.patchbay.microsoft.intune.IntuneApi.IntunePage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Tags, filters and requests for approval, of the beta version of Microsoft Graph. */
@HttpExchange(url = "/deviceManagement", accept = "application/json")
interface DeviceManagementApi {

    record Named(String id, String displayName) {

        public Named {
            displayName = DirectoryText.plain(displayName);
        }
    }

    @GetExchange("/roleScopeTags?$select=id,displayName")
    IntunePage<Named> scopeTags(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/assignmentFilters?$select=id,displayName")
    IntunePage<Named> filters(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    record Request(
            String id,
            @Nullable String status,

            @JsonDeserialize(using = GraphAnswers.Verbatim.class) @Nullable
            String requestJustification) {}

    @GetExchange("/operationApprovalRequests/{request}")
    Request approvalRequest(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String bearer, @PathVariable("request") String request);

    @GetExchange("/operationApprovalRequests?$filter=status eq 'approved'")
    IntunePage<Request> approvedRequests(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);
}
