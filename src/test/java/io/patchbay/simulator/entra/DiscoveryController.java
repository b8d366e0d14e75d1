package io.patchbay.simulator.entra;

import io.patchbay.simulator.Addresses;
import io.patchbay.simulator.SimulatorController;
import io.patchbay.simulator.directory.MovableClock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Discovery and the key set, by hand: the issuer of {@code organizations} is literally {@code {tenantid}}. */
@SimulatorController
@ResponseBody
final class DiscoveryController {
    private static final List<String> CLAIMS = List.of(
            "sub",
            "iss",
            "cloud_instance_name",
            "cloud_instance_host_name",
            "cloud_graph_host_name",
            "msgraph_host",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "acr",
            "nonce",
            "preferred_username",
            "name",
            "tid",
            "ver",
            "at_hash",
            "c_hash",
            "email");

    private final Authorities authorities;
    private final Addresses addresses;
    private final SigningKeys keys;
    private final MovableClock clock;

    DiscoveryController(Authorities authorities, Addresses addresses, SigningKeys keys, MovableClock clock) {
        this.authorities = authorities;
        this.addresses = addresses;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/{tenant}/v2.0/.well-known/openid-configuration")
    ResponseEntity<Map<String, Object>> configuration(@PathVariable String tenant, HttpServletRequest request) {
        Authority authority = authorities.resolve(tenant);
        return ResponseEntity.ok()
                .header("Cache-Control", "max-age=86400, private")
                .body(document(authority, Addresses.base(request)));
    }

    private Map<String, Object> document(Authority authority, String browserBase) {
        String base = addresses.backChannel() + "/" + authority.name();
        String browser = browserBase + "/" + authority.name();
        String issuer = authority.isConcrete() ? authority.name() : "{tenantid}";
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("token_endpoint", base + "/oauth2/v2.0/token");
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
        document.put("jwks_uri", base + "/discovery/v2.0/keys");
        document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
        document.put("subject_types_supported", List.of("pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
        document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
        document.put("issuer", addresses.backChannel() + "/" + issuer + "/v2.0");
        document.put("request_uri_parameter_supported", false);
        document.put("userinfo_endpoint", addresses.backChannel() + "/graph/oidc/userinfo");
        document.put("authorization_endpoint", browser + "/oauth2/v2.0/authorize");
        document.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
        document.put("http_logout_supported", true);
        document.put("frontchannel_logout_supported", true);
        document.put("end_session_endpoint", browser + "/oauth2/v2.0/logout");
        document.put("claims_supported", CLAIMS);
        document.put("kerberos_endpoint", base + "/kerberos");
        document.put("tenant_region_scope", authority.isConcrete() ? "EU" : null);
        document.put("cloud_instance_name", "microsoftonline.com");
        document.put("cloud_graph_host_name", "graph.windows.net");
        document.put("msgraph_host", addresses.backChannel().getAuthority());
        document.put("rbac_url", "https://pas.windows.net");
        return document;
    }

    @GetMapping("/{tenant}/discovery/v2.0/keys")
    ResponseEntity<Map<String, Object>> keys(@PathVariable String tenant) {
        Authority authority = authorities.resolve(tenant);
        String issuer = authority.isConcrete() ? authority.name() : "{tenantid}";
        List<Map<String, Object>> published = keys.published().stream()
                .map(key -> {
                    Map<String, Object> entry =
                            new LinkedHashMap<>(key.toPublicJWK().toJSONObject());
                    entry.put("x5t", key.getKeyID());
                    entry.put("issuer", addresses.backChannel() + "/" + issuer + "/v2.0");
                    return entry;
                })
                .toList();
        return ResponseEntity.ok()
                .header("Cache-Control", "max-age=86400, private")
                .body(Map.of("keys", published));
    }

    @GetMapping("/common/discovery/instance")
    ResponseEntity<Map<String, Object>> instance() {
        String host = addresses.backChannel().getAuthority();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "tenant_discovery_endpoint",
                        addresses.backChannel() + "/organizations/v2.0/.well-known/openid-configuration",
                        "api-version",
                        "1.1",
                        "metadata",
                        List.of(Map.of("preferred_network", host, "preferred_cache", host, "aliases", List.of(host)))));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(EntraException refused, HttpServletRequest request) {
        EntraError error = refused.entraError();
        EntraError answered =
                error.code() == 90002 ? EntraError.of("invalid_tenant", 400, 90002, error.message()) : error;
        return ResponseEntity.status(answered.status())
                .body(Trace.of(request, clock).body(answered));
    }
}
