package io.patchbay.environment.disconnect;

import io.patchbay.microsoft.MicrosoftCloud;
import java.util.List;
import java.util.UUID;

/**
 * A way to remove Patchbay's enterprise application from a tenant, which revokes the consent.
 *
 * @param key names the way: {@code disconnected.consent.by.<key>}
 * @see <a href="https://learn.microsoft.com/graph/api/serviceprincipal-delete">Delete servicePrincipal</a>
 * @see <a href="https://learn.microsoft.com/powershell/module/microsoft.graph.applications/remove-mgserviceprincipalbyappid">
 *     Remove-MgServicePrincipalByAppId</a>
 */
public record RevocationCommand(String key, String text) {

    static List<RevocationCommand> of(MicrosoftCloud cloud, UUID tenant, String client) {
        return List.of(
                new RevocationCommand("powerShell", """
                        Connect-MgGraph -TenantId %s -Environment %s -Scopes Application.ReadWrite.All
                        Remove-MgServicePrincipalByAppId -AppId %s""".formatted(tenant, cloud.powerShellEnvironment(), client)),
                new RevocationCommand(
                        "graph", "DELETE %s/servicePrincipals(appId='%s')".formatted(cloud.graph(), client)));
    }
}
