package io.patchbay.microsoft.intune;

import io.patchbay.microsoft.intune.IntuneApi.IntunePage;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Tags and filters, of the beta version of Microsoft Graph. */
@HttpExchange(url = "/deviceManagement", accept = "application/json")
interface DeviceManagementApi {

    record Named(String id, String displayName) {}

    @GetExchange("/roleScopeTags?$select=id,displayName")
    IntunePage<Named> scopeTags(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/assignmentFilters?$select=id,displayName")
    IntunePage<Named> filters(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);
}
