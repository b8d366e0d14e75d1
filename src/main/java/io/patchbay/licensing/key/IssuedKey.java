package io.patchbay.licensing.key;

import io.patchbay.licensing.IssuedKeyView;
import io.patchbay.licensing.LicensedEnvironment;
import io.patchbay.licensing.NewKey;
import io.patchbay.licensing.Plans;
import io.patchbay.licensing.license.KeyTerms;
import io.patchbay.licensing.license.Period;
import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A license key as the vendor issued it. The key itself is not kept. */
@Entity
public class IssuedKey {

    @Id
    private UUID keyId;

    private byte[] keyHash;
    private String keyEnding;
    private String plan;
    private int devices;
    private Instant startsAt;
    private Instant endsAt;
    private @Nullable UUID boundCompanyId;
    private @Nullable UUID companyId;
    private @Nullable String companyName;
    private @Nullable UUID environmentId;
    private @Nullable String environmentName;
    private @Nullable Instant activatedAt;
    private Instant issuedAt;
    private String issuedBy;
    private @Nullable Instant revokedAt;
    private @Nullable String revokedBy;

    @Version
    private @Nullable Integer version;

    protected IssuedKey() {}

    public IssuedKey(NewKey wanted, byte[] hash, String ending, String by, Instant at) {
        this.keyId = wanted.id();
        this.keyHash = hash;
        this.keyEnding = ending;
        this.plan = wanted.plan();
        this.devices = wanted.devices();
        var period = Period.ofDays(wanted.firstDay(), wanted.lastDay());
        this.startsAt = period.start();
        this.endsAt = period.end();
        this.boundCompanyId = wanted.company() == null ? null : wanted.company().value();
        this.issuedBy = by;
        this.issuedAt = at;
    }

    public UUID id() {
        return keyId;
    }

    public String ending() {
        return keyEnding;
    }

    public String plan() {
        return plan;
    }

    public int devices() {
        return devices;
    }

    public Period period() {
        return new Period(startsAt, endsAt);
    }

    KeyTerms terms() {
        return new KeyTerms(keyId, keyEnding, plan, devices, period());
    }

    public boolean revoked() {
        return revokedAt != null;
    }

    public Optional<CompanyId> activatedIn() {
        return Optional.ofNullable(companyId).map(CompanyId::new);
    }

    /** Whether it belongs to another company than this one. */
    boolean belongsToOther(CompanyId company) {
        return (boundCompanyId != null && !boundCompanyId.equals(company.value()))
                || (companyId != null && !companyId.equals(company.value()));
    }

    /** Where it is active, unless that is here. */
    Optional<String> activeElsewhere(UUID environment) {
        return environmentId == null || environmentId.equals(environment)
                ? Optional.empty()
                : Optional.ofNullable(environmentName);
    }

    void activated(CompanyId company, String name, LicensedEnvironment environment, Instant at) {
        this.companyId = company.value();
        this.companyName = name;
        this.environmentId = environment.id().value();
        this.environmentName = environment.name();
        this.activatedAt = at;
    }

    /** Another key took its place; the company keeps it and may use it elsewhere. */
    void released() {
        this.environmentId = null;
        this.environmentName = null;
    }

    public void revoked(String by, Instant at) {
        this.revokedAt = at;
        this.revokedBy = by;
    }

    public IssuedKeyView view(Plans plans, Instant now) {
        var period = period();
        return new IssuedKeyView(
                keyId,
                keyEnding,
                plans.nameOf(plan),
                devices,
                period.firstDay(),
                period.lastDay(),
                boundCompanyId,
                companyId,
                companyName,
                environmentName,
                issuedAt,
                issuedBy,
                revokedAt,
                revokedBy,
                status(now));
    }

    private IssuedKeyView.KeyStatus status(Instant now) {
        if (revoked()) {
            return IssuedKeyView.KeyStatus.REVOKED;
        }
        if (period().over(now)) {
            return IssuedKeyView.KeyStatus.EXPIRED;
        }
        return environmentId == null ? IssuedKeyView.KeyStatus.UNUSED : IssuedKeyView.KeyStatus.ACTIVE;
    }
}
