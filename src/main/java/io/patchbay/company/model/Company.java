package io.patchbay.company.model;

import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
public class Company {

    @Id
    private UUID companyId;

    private String name;
    private String country;
    private String contactEmail;
    private @Nullable String billingEmail;
    private @Nullable String appLanguage;
    private UUID homeTenantId;
    private Instant termsAcceptedAt;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @Version
    private @Nullable Integer version;

    protected Company() {}

    public Company(CompanyId id, NewCompany company, UUID homeTenantId, Instant at) {
        this.companyId = id.value();
        this.name = company.name();
        this.country = company.country();
        this.contactEmail = company.contactEmail();
        this.homeTenantId = homeTenantId;
        this.termsAcceptedAt = at;
        this.createdAt = at;
    }

    public CompanyDetails general() {
        return new CompanyDetails(
                name,
                country,
                contactEmail,
                billingEmail == null ? "" : billingEmail,
                appLanguage == null ? "" : appLanguage);
    }

    public void becomes(CompanyDetails general) {
        this.name = general.name();
        this.country = general.country();
        this.contactEmail = general.contactEmail();
        this.billingEmail = general.billingEmail().isEmpty() ? null : general.billingEmail();
        this.appLanguage = general.appLanguage().isEmpty() ? null : general.appLanguage();
    }

    /** Keeps what the event log is about, and no address. */
    public void deleted(Instant at) {
        this.contactEmail = "";
        this.billingEmail = null;
        this.deletedAt = at;
    }

    public boolean exists() {
        return deletedAt == null;
    }

    public DeletedCompany summary() {
        return new DeletedCompany(name, homeTenantId);
    }

    public String name() {
        return name;
    }

    public boolean isHomeOf(UUID tenantId) {
        return exists() && homeTenantId.equals(tenantId);
    }
}
