package io.patchbay.microsoft.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The calls of Microsoft Graph v1.0 that Patchbay makes. */
@HttpExchange(accept = "application/json")
interface GraphApi {

    record Page<T>(List<T> value) {}

    @GetExchange("/organization?$select=id,displayName,verifiedDomains")
    Page<Organization> organizations(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    record DeviceOverview(@Nullable Integer enrolledDeviceCount) {}

    @GetExchange("/deviceManagement/managedDeviceOverview")
    DeviceOverview managedDeviceOverview(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);

    @GetExchange("/deviceManagement?$select=id,subscriptionState")
    Map<String, Object> deviceManagement(@RequestHeader(HttpHeaders.AUTHORIZATION) String bearer);
}
