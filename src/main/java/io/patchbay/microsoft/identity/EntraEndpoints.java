package io.patchbay.microsoft.identity;

import io.patchbay.microsoft.MicrosoftProperties;
import io.patchbay.platform.PortalProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses of the Microsoft identity platform, v2.0, and those of Patchbay that are registered there. */
@Component
public class EntraEndpoints {

    /** Path of Spring Security's sign-in callback. */
    public static final String PORTAL_SIGN_IN = "/login/oauth2/code/entra";

    /** Path to which the step-up sign-in of a connection attempt comes back. */
    public static final String STEP_UP = "/connect/intune/signed-in";

    /** Path to which admin consent comes back. */
    public static final String ADMIN_CONSENT = "/connect/intune/consented";

    /** Path to which sign-out at Microsoft comes back. */
    public static final String SIGNED_OUT = "/signed-out";

    private static final String ENTERPRISE_APPLICATION =
            "%s/%s/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/appId/%s";

    private final MicrosoftProperties microsoft;
    private final PortalProperties portal;

    EntraEndpoints(MicrosoftProperties microsoft, PortalProperties portal) {
        this.microsoft = microsoft;
        this.portal = portal;
    }

    /** Every URI that has to be registered as a redirect URI of the app registration. */
    public List<URI> redirectUris() {
        return List.of(
                portal.resolve(PORTAL_SIGN_IN),
                portal.resolve(STEP_UP),
                portal.resolve(ADMIN_CONSENT),
                portal.resolve(SIGNED_OUT));
    }

    /**
     * The v2.0 admin consent page of one tenant, asking for all application permissions of the app registration.
     *
     * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-admin-consent">Admin consent</a>
     */
    public URI adminConsent(UUID tenant, String state) {
        return UriComponentsBuilder.fromUri(microsoft.browserAuthority())
                .path("/{tenant}/v2.0/adminconsent")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{redirect}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(
                        tenant,
                        microsoft.clientId(),
                        portal.resolve(ADMIN_CONSENT),
                        microsoft.cloud().graphScope(),
                        state)
                .toUri();
    }

    /** Where an administrator of the tenant finds Patchbay's enterprise application. */
    public URI enterpriseApplication(UUID tenant) {
        return URI.create(
                ENTERPRISE_APPLICATION.formatted(microsoft.cloud().entraAdminCenter(), tenant, microsoft.clientId()));
    }

    /** Where an administrator of the tenant looks after its Intune. */
    public URI intuneAdminCenter(UUID tenant) {
        return URI.create("%s/%s/#home".formatted(microsoft.cloud().intuneAdminCenter(), tenant));
    }

    /** Where administrators find an application in Intune. */
    public URI intuneApp(String app) {
        return URI.create(microsoft.cloud().intuneAdminCenter()
                + "/#view/Microsoft_Intune_Apps/SettingsMenu/~/0/appId/"
                + UriUtils.encodePathSegment(app, StandardCharsets.UTF_8));
    }

    /** Where administrators approve what another one asked for (Multi Admin Approval). */
    public URI multiAdminApproval() {
        return URI.create(microsoft.cloud().intuneAdminCenter()
                + "/#view/Microsoft_Intune_DeviceSettings/TenantAdminMenu/~/multiAdminApproval");
    }

    /** Signs the browser out at Microsoft and brings it back to the portal. */
    public URI signOut(String logoutHint) {
        var builder = UriComponentsBuilder.fromUri(microsoft.browserAuthority())
                .path("/organizations/oauth2/v2.0/logout")
                .queryParam("post_logout_redirect_uri", "{redirect}");
        if (!logoutHint.isEmpty()) {
            builder.queryParam("logout_hint", "{hint}");
        }
        var values = logoutHint.isEmpty()
                ? new Object[] {portal.resolve(SIGNED_OUT)}
                : new Object[] {portal.resolve(SIGNED_OUT), logoutHint};
        return builder.encode().buildAndExpand(values).toUri();
    }

    /** The origin to which forms may lead, for the content security policy. */
    public String browserOrigin() {
        return microsoft.browserAuthority().toString();
    }

    String browser(String path) {
        return microsoft.browserAuthority() + path;
    }

    String back(String path) {
        return microsoft.authority() + path;
    }

    String keys() {
        return back("/organizations/discovery/v2.0/keys");
    }

    /** The issuer of a v2.0 ID token, with {@code {tenantid}} for the tenant. */
    String issuerTemplate() {
        return microsoft.authority() + "/{tenantid}/v2.0";
    }

    URI stepUpRedirect() {
        return portal.resolve(STEP_UP);
    }
}
