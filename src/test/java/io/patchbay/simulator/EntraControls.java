package io.patchbay.simulator;

import io.patchbay.simulator.directory.ConsentObstacle;
import io.patchbay.simulator.directory.Directory;
import io.patchbay.simulator.directory.Person;
import io.patchbay.simulator.directory.Protocols;
import io.patchbay.simulator.directory.Registration;
import io.patchbay.simulator.directory.SubscriptionState;
import io.patchbay.simulator.directory.Tenant;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** More that can be done to Entra ID and to tenants; the control page does the same. Safe for many threads. */
@SimulatorComponent
public final class EntraControls {
    private final Directory directory;
    private final Registration registration;
    private final Protocols protocols;

    EntraControls(Directory directory, Registration registration, Protocols protocols) {
        this.directory = directory;
        this.registration = registration;
        this.protocols = protocols;
    }

    /** What the control page shows of a tenant beside the rest. */
    public record TenantView(String id, SubscriptionState subscription, ConsentObstacle obstacle) {}

    /** What Intune says of the tenant's subscription from now on; it still answers. */
    public void subscription(UUID tenant, SubscriptionState state) {
        directory.tenant(tenant).state().subscription(state);
    }

    /** What keeps the tenant from taking the application in although an administrator accepts. */
    public void consentObstacle(UUID tenant, ConsentObstacle obstacle) {
        directory.tenant(tenant).state().obstacle(obstacle);
    }

    /** Assigns these roles on the application to an account, and no others; tokens from now on say so. */
    public void appRoles(String account, String... roles) {
        Person person =
                directory.account(account).orElseThrow(() -> new IllegalArgumentException("No account " + account));
        directory.appRoles(person, Set.of(roles));
    }

    /** Accepts client assertions signed with the key of that certificate, given as PEM. */
    public X509Certificate registerCertificate(String pem) {
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)));
            registration.addCertificate(certificate);
            return certificate;
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException("This is no certificate in PEM: " + malformed.getMessage(), malformed);
        }
    }

    /** The subjects of the registered certificates. */
    public List<String> certificates() {
        return registration.certificates().stream()
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .toList();
    }

    /** The cloud of the registration, by its Graph: what tokens are for and what scopes begin with. */
    public void cloud(String graph) {
        registration.graph(graph);
    }

    /** The versions of HTTP spoken on the back channel below that part of the path, such as {@code graph}. */
    public Set<String> protocols(String part) {
        return protocols.of(part);
    }

    /** The tenants as they stand. */
    public List<TenantView> tenants() {
        return directory.tenants().stream().map(EntraControls::view).toList();
    }

    private static TenantView view(Tenant tenant) {
        return new TenantView(
                tenant.id().toString(),
                tenant.state().subscription(),
                tenant.state().obstacle());
    }
}
