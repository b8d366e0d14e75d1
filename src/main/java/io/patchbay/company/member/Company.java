package io.patchbay.company.member;

import io.patchbay.company.deletion.CompanyDeletion;
import io.patchbay.company.registration.NewCompany;
import io.patchbay.company.settings.CompanySettings;
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

    public CompanySettings.CompanyDetails general() {
        return new CompanySettings.CompanyDetails(
                name,
                country,
                contactEmail,
                billingEmail == null ? "" : billingEmail,
                appLanguage == null ? "" : appLanguage);
    }

    public void becomes(CompanySettings.CompanyDetails general) {
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

    public CompanyDeletion.DeletedCompany summary() {
        return new CompanyDeletion.DeletedCompany(name, homeTenantId);
    }

    public String name() {
        return name;
    }

    public boolean isHomeOf(UUID tenantId) {
        return exists() && homeTenantId.equals(tenantId);
    }
}
