package io.patchbay.licensing.quote;

import io.patchbay.licensing.Plans;
import io.patchbay.licensing.QuoteView;
import io.patchbay.licensing.key.IssuedKey;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.tenancy.CompanyId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for a license; answered with a key or declined, once. */
@Entity
public class Quote {

    @Id
    private UUID quoteId;

    private String reference;
    private @Nullable UUID companyId;
    private String companyName;
    private String contactName;
    private String email;
    private int devices;
    private String plan;
    private String message;

    @Enumerated(EnumType.STRING)
    private QuoteView.QuoteStatus status;

    private Instant requestedAt;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private @Nullable UUID keyId;

    @Version
    private @Nullable Integer version;

    protected Quote() {}

    Quote(UUID id, String reference, @Nullable CompanyId company, NewQuote wanted, Instant at) {
        this.quoteId = id;
        this.reference = reference;
        this.companyId = company == null ? null : company.value();
        this.companyName = wanted.company();
        this.contactName = wanted.contact();
        this.email = wanted.email();
        this.devices = wanted.devices();
        this.plan = wanted.plan();
        this.message = wanted.message();
        this.status = QuoteView.QuoteStatus.REQUESTED;
        this.requestedAt = at;
    }

    public String reference() {
        return reference;
    }

    public Optional<CompanyId> company() {
        return Optional.ofNullable(companyId).map(CompanyId::new);
    }

    public Optional<UUID> key() {
        return Optional.ofNullable(keyId);
    }

    public void answered(IssuedKey key, @Nullable CompanyId forCompany, String by, Instant at) {
        end(QuoteView.QuoteStatus.ANSWERED, by, at);
        this.keyId = key.id();
        if (companyId == null && forCompany != null) {
            this.companyId = forCompany.value();
        }
    }

    public void declined(String why, String by, Instant at) {
        end(QuoteView.QuoteStatus.DECLINED, by, at);
        this.answer = why;
    }

    private void end(QuoteView.QuoteStatus how, String by, Instant at) {
        if (status != QuoteView.QuoteStatus.REQUESTED) {
            throw new ConflictException("quote.answeredAlready");
        }
        this.status = how;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    public QuoteView view(Plans plans, boolean keyUsed) {
        return new QuoteView(
                quoteId,
                reference,
                companyId,
                companyName,
                contactName,
                email,
                devices,
                plan,
                plans.nameOf(plan),
                message,
                status,
                requestedAt,
                answer,
                answeredAt,
                answeredBy,
                keyId,
                keyUsed);
    }
}
