package io.patchbay.licensing.license;

import io.patchbay.licensing.Plan;
import io.patchbay.licensing.key.IssuedKey;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A license of an environment: the trial, or what a key gave it. Of each environment at most one is not closed. */
@Entity
@NullUnmarked
public class License {

    enum Kind {
        TRIAL,
        KEY
    }

    public enum Closing {
        REPLACED,
        REVOKED
    }

    @EmbeddedId
    private LicenseId id;

    private UUID environmentId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String plan;
    private int devices;
    private UUID keyId;
    private String keyEnding;
    private Instant startsAt;
    private Instant endsAt;
    private Instant activatedAt;
    private String activatedBy;
    private Instant closedAt;

    @Enumerated(EnumType.STRING)
    private Closing closeReason;

    private boolean expiryLogged;
    private boolean expiryAnnounced;

    @Version
    private Integer version;

    protected License() {}

    private License(CompanyId company, UUID id, EnvironmentId environment, Kind kind, Period period, String by) {
        this.id = new LicenseId(company.value(), id);
        this.environmentId = environment.value();
        this.kind = kind;
        this.startsAt = period.start();
        this.endsAt = period.end();
        this.activatedBy = by;
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
        var trial = new License(company, id, environment, Kind.TRIAL, period, by);
        trial.plan = plan.id();
        trial.devices = devices;
        trial.activatedAt = at;
        return trial;
    }

    public static License of(
            IssuedKey key, CompanyId company, UUID id, EnvironmentId environment, String by, Instant at) {
        var license = new License(company, id, environment, Kind.KEY, key.period(), by);
        license.plan = key.plan();
        license.devices = key.devices();
        license.keyId = key.id();
        license.keyEnding = key.ending();
        license.activatedAt = at;
        return license;
    }

    public EnvironmentId environment() {
        return new EnvironmentId(environmentId);
    }

    public boolean isTrial() {
        return kind == Kind.TRIAL;
    }

    public String plan() {
        return plan;
    }

    public int devices() {
        return devices;
    }

    public UUID keyId() {
        return keyId;
    }

    public String keyEnding() {
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
        return closeReason == null && !period().over(now) && !period().ahead(now);
    }

    public boolean revoked() {
        return closeReason == Closing.REVOKED;
    }

    /** Whether another one took its place before it ended by itself. */
    public boolean replacedInForce() {
        return closeReason == Closing.REPLACED && closedAt.isBefore(endsAt);
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

    public void close(Closing why, Instant at) {
        if (closeReason != null) {
            throw new IllegalStateException("This license is closed already");
        }
        this.closeReason = why;
        this.closedAt = at;
    }
}
