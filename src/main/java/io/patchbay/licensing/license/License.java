package io.patchbay.licensing.license;

import io.patchbay.licensing.Plan;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A license of an environment: the trial, or what a key gave it. Of each environment at most one is not closed. */
@Entity
public class License {

    /** What gave it. */
    public enum LicenseKind {
        TRIAL,
        KEY
    }

    public enum CloseReason {
        REPLACED,
        REVOKED
    }

    @EmbeddedId
    private LicenseId id;

    private UUID environmentId;

    @Enumerated(EnumType.STRING)
    private LicenseKind kind;

    private String plan;
    private int devices;
    private @Nullable UUID keyId;
    private @Nullable String keyEnding;
    private Instant startsAt;
    private Instant endsAt;
    private Instant activatedAt;
    private String activatedBy;
    private @Nullable Instant closedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CloseReason closeReason;

    private boolean expiryLogged;
    private boolean expiryAnnounced;

    @Version
    private @Nullable Integer version;

    protected License() {}

    private License(
            LicenseId id,
            EnvironmentId environment,
            LicenseKind kind,
            String plan,
            int devices,
            Period period,
            String by,
            Instant at) {
        this.id = id;
        this.environmentId = environment.value();
        this.kind = kind;
        this.plan = plan;
        this.devices = devices;
        this.startsAt = period.start();
        this.endsAt = period.end();
        this.activatedBy = by;
        this.activatedAt = at;
    }

    public static License trial(
            CompanyId company,
            UUID id,
            EnvironmentId environment,
            Plan plan,
            int devices,
            Period period,
            String by,
            Instant at) {
        return new License(
                new LicenseId(company.value(), id), environment, LicenseKind.TRIAL, plan.id(), devices, period, by, at);
    }

    public static License of(
            KeyTerms key, CompanyId company, UUID id, EnvironmentId environment, String by, Instant at) {
        var license = new License(
                new LicenseId(company.value(), id),
                environment,
                LicenseKind.KEY,
                key.plan(),
                key.devices(),
                key.period(),
                by,
                at);
        license.keyId = key.id();
        license.keyEnding = key.ending();
        return license;
    }

    public EnvironmentId environment() {
        return new EnvironmentId(environmentId);
    }

    public boolean isTrial() {
        return kind == LicenseKind.TRIAL;
    }

    public String plan() {
        return plan;
    }

    public int devices() {
        return devices;
    }

    public @Nullable UUID keyId() {
        return keyId;
    }

    public @Nullable String keyEnding() {
        return keyEnding;
    }

    public Period period() {
        return new Period(startsAt, endsAt);
    }

    public Instant activatedAt() {
        return activatedAt;
    }

    public String activatedBy() {
        return activatedBy;
    }

    public boolean valid(Instant now) {
        return valid(closeReason, period(), now);
    }

    static boolean valid(@Nullable CloseReason closed, Period period, Instant now) {
        return closed == null && !period.over(now) && !period.ahead(now);
    }

    public boolean revoked() {
        return closeReason == CloseReason.REVOKED;
    }

    /** Whether another one took its place before it ended by itself. */
    public boolean replacedInForce() {
        return closeReason == CloseReason.REPLACED && closedAt != null && closedAt.isBefore(endsAt);
    }

    boolean endToBeNoted(Instant now) {
        return closeReason == null && !expiryLogged && period().over(now);
    }

    boolean endToBeAnnounced() {
        return closeReason == null && !expiryLogged && !expiryAnnounced;
    }

    void endAnnounced() {
        this.expiryAnnounced = true;
    }

    void endNoted() {
        this.expiryLogged = true;
    }

    public void close(CloseReason why, Instant at) {
        if (closeReason != null) {
            throw new IllegalStateException("This license is closed already");
        }
        this.closeReason = why;
        this.closedAt = at;
    }
}
