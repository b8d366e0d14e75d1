package io.patchbay.microsoft;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The clouds that Microsoft keeps apart. An app registration, its tenants and their tokens are of one of them; authority,
 * Graph and token scope change together.
 *
 * @see <a href="https://learn.microsoft.com/graph/deployments">Microsoft Graph national cloud deployments</a>
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud">Entra in national clouds</a>
 */
public enum MicrosoftCloud {
    /** The worldwide cloud, with GCC. */
    PUBLIC("login.microsoftonline.com", "graph.microsoft.com", "entra.microsoft.com", "intune.microsoft.com", "Global"),
    /** US Government L4. */
    GCC_HIGH("login.microsoftonline.us", "graph.microsoft.us", "entra.microsoft.us", "intune.microsoft.us", "USGov"),
    /** US Government L5, the Department of Defense. */
    DOD("login.microsoftonline.us", "dod-graph.microsoft.us", "entra.microsoft.us", "intune.microsoft.us", "USGovDoD"),
    /** Operated by 21Vianet. */
    CHINA(
            "login.partner.microsoftonline.cn",
            "microsoftgraph.chinacloudapi.cn",
            "entra.microsoftonline.cn",
            "intune.microsoftonline.cn",
            "China");

    private final String authority;
    private final String graph;
    private final String entraAdminCenter;
    private final String intuneAdminCenter;
    private final String powerShellEnvironment;

    MicrosoftCloud(
            String authority,
            String graph,
            String entraAdminCenter,
            String intuneAdminCenter,
            String powerShellEnvironment) {
        this.authority = authority;
        this.graph = graph;
        this.entraAdminCenter = entraAdminCenter;
        this.intuneAdminCenter = intuneAdminCenter;
        this.powerShellEnvironment = powerShellEnvironment;
    }

    /** Entra ID: sign-in and tokens. */
    public URI authority() {
        return URI.create("https://" + authority);
    }

    /** Microsoft Graph v1.0. */
    public URI graph() {
        return URI.create("https://" + graph + "/v1.0");
    }

    /** The scope of app-only tokens for Graph, which is the cloud's even where Graph is reached at another address. */
    public String graphScope() {
        return "https://" + graph + "/.default";
    }

    /** Where administrators look after Entra ID. */
    public URI entraAdminCenter() {
        return URI.create("https://" + entraAdminCenter);
    }

    /** Where administrators look after Intune. */
    public URI intuneAdminCenter() {
        return URI.create("https://" + intuneAdminCenter);
    }

    /**
     * Its name in the PowerShell module of Microsoft Graph.
     *
     * @see <a href="https://learn.microsoft.com/powershell/module/microsoft.graph.authentication/connect-mggraph">Connect-MgGraph</a>
     */
    public String powerShellEnvironment() {
        return powerShellEnvironment;
    }

    /** By which the configuration knows it, such as {@code gcc-high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The cloud, another than this, whose address that is; empty where it is no cloud's, or this one's as well. */
    Optional<MicrosoftCloud> otherAt(URI address) {
        return owns(address)
                ? Optional.empty()
                : Arrays.stream(values()).filter(cloud -> cloud.owns(address)).findFirst();
    }

    private boolean owns(URI address) {
        return authority.equalsIgnoreCase(address.getHost()) || graph.equalsIgnoreCase(address.getHost());
    }
}
