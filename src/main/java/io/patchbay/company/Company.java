package io.patchbay.company;

import io.patchbay.tenancy.CompanyId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@NullUnmarked
class Company {

    @Id
    private UUID companyId;

    private String name;
    private String country;
    private String contactEmail;
    private String billingEmail;
    private UUID homeTenantId;
    private Instant termsAcceptedAt;
    private Instant createdAt;
    private Instant deletedAt;

    @Version
    private Integer version;

    protected Company() {}

    Company(CompanyId id, NewCompany company, UUID homeTenantId, Instant at) {
        this.companyId = id.value();
        this.name = company.name();
        this.country = company.country();
        this.contactEmail = company.contactEmail();
        this.homeTenantId = homeTenantId;
        this.termsAcceptedAt = at;
        this.createdAt = at;
    }

    CompanySettings.General general() {
        return new CompanySettings.General(name, country, contactEmail, billingEmail == null ? "" : billingEmail);
    }

    void becomes(CompanySettings.General general) {
        this.name = general.name();
        this.country = general.country();
        this.contactEmail = general.contactEmail();
        this.billingEmail = general.billingEmail().isEmpty() ? null : general.billingEmail();
    }

    /** Keeps what the event log is about, and no address. */
    void deleted(Instant at) {
        this.contactEmail = "";
        this.billingEmail = null;
        this.deletedAt = at;
    }

    boolean exists() {
        return deletedAt == null;
    }

    CompanyDeletion.DeletedCompany summary() {
        return new CompanyDeletion.DeletedCompany(name, homeTenantId);
    }

    String name() {
        return name;
    }

    boolean isHomeOf(UUID tenantId) {
        return exists() && homeTenantId.equals(tenantId);
    }
}
