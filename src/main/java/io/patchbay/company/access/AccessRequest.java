package io.patchbay.company.access;

import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Person;
import io.patchbay.platform.tenancy.PersonId;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of the company's home tenant asks to come in; decided once. */
@Entity
public class AccessRequest {

    enum RequestStatus {
        PENDING,
        APPROVED,
        REJECTED
    }

    @EmbeddedId
    private AccessRequestKey key;

    private UUID tenantId;
    private UUID objectId;
    private String name;
    private String email;
    private String reason;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private Instant requestedAt;
    private @Nullable Instant remindedAt;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;

    @Version
    private @Nullable Integer version;

    protected AccessRequest() {}

    AccessRequest(CompanyId company, UUID id, Person person, String reason, Instant at) {
        this.key = new AccessRequestKey(company.value(), id);
        this.tenantId = person.id().tenantId();
        this.objectId = person.id().objectId();
        this.name = person.name();
        this.email = person.email();
        this.reason = reason;
        this.status = RequestStatus.PENDING;
        this.requestedAt = at;
    }

    public boolean pending() {
        return status == RequestStatus.PENDING;
    }

    public PersonId person() {
        return new PersonId(tenantId, objectId);
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    /** When the person asked, or last reminded of it. */
    Instant lastAsked() {
        return remindedAt == null ? requestedAt : remindedAt;
    }

    void renewed(Instant at) {
        this.remindedAt = at;
    }

    public void approved(String by, Instant at) {
        decide(RequestStatus.APPROVED, by, at);
    }

    public void rejected(String by, Instant at) {
        decide(RequestStatus.REJECTED, by, at);
    }

    private void decide(RequestStatus decision, String by, Instant at) {
        if (!pending()) {
            throw new IllegalStateException("This access request was decided already");
        }
        this.status = decision;
        this.decidedBy = by;
        this.decidedAt = at;
    }
}
