package io.patchbay.platform.tenancy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way to see across companies. Each question is a database function of its own that returns just the columns
 * needed, runs with a role that may read those tables, and is logged.
 */
@Component
public class CrossTenantQueries {

    private static final Logger LOG = LoggerFactory.getLogger(CrossTenantQueries.class);

    private final JdbcClient jdbc;

    CrossTenantQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A company as seen from outside: its identifier and name. */
    public record CompanyName(CompanyId id, String name) {}

    /** The companies in which the person is an active member, by name. */
    public List<CompanyName> companiesOf(PersonId person) {
        LOG.debug("Looking across companies for the memberships of {}", person);
        return jdbc.sql("select company_id, name from cross_tenant_companies_of_person(?, ?)")
                .params(person.tenantId(), person.objectId())
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    /**
     * What a person is in a company.
     *
     * @param role by its stored name
     */
    public record HeldRole(CompanyId company, String role, boolean accessManagement) {}

    /** What the person is in each company they are a member of. */
    public List<HeldRole> rolesOf(PersonId person) {
        LOG.debug("Looking across companies for the roles of {}", person);
        return jdbc.sql("select company_id, role, access_management from cross_tenant_roles_of_person(?, ?)")
                .params(person.tenantId(), person.objectId())
                .query((rs, row) ->
                        new HeldRole(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2), rs.getBoolean(3)))
                .list();
    }

    /**
     * A request for access that waits.
     *
     * @param renewedAt when the person last reminded of it, null for never
     */
    public record Asked(
            CompanyId company, Instant askedAt, @Nullable Instant renewedAt) {}

    /** The person's requests for access that wait. */
    public List<Asked> requestsOf(PersonId person) {
        LOG.debug("Looking across companies for what {} asks for", person);
        return jdbc.sql(
                        "select company_id, requested_at, reminded_at from cross_tenant_access_requests_of_person(?, ?)")
                .params(person.tenantId(), person.objectId())
                .query((rs, row) -> {
                    var renewed = rs.getObject(3, OffsetDateTime.class);
                    return new Asked(
                            new CompanyId(rs.getObject(1, UUID.class)),
                            rs.getObject(2, OffsetDateTime.class).toInstant(),
                            renewed == null ? null : renewed.toInstant());
                })
                .list();
    }

    /** A company's name; empty where there is no such company. */
    public Optional<String> nameOf(CompanyId company) {
        LOG.info("Looking across companies for the name of {}", company);
        return jdbc.sql("select cross_tenant_company_name(?)")
                .param(company.value())
                .query(String.class)
                .optional();
    }

    /** Something that belongs to a company. */
    public record Owned(CompanyId company, UUID id) {}

    /** Licenses that ended and of whose end no event log tells yet, a few hundred at the most, longest ended first. */
    public List<Owned> licensesEnded(Instant at) {
        LOG.debug("Looking across companies for licenses that ended");
        return jdbc.sql("select company_id, license_id from cross_tenant_licenses_expired(?)")
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((rs, row) -> new Owned(new CompanyId(rs.getObject(1, UUID.class)), rs.getObject(2, UUID.class)))
                .list();
    }

    /** Licenses that end between the two moments and of which that was not told, a few hundred at the most. */
    public List<Owned> licensesEnding(Instant from, Instant until) {
        LOG.debug("Looking across companies for licenses that end soon");
        return jdbc.sql("select company_id, license_id from cross_tenant_licenses_expiring(?, ?)")
                .params(OffsetDateTime.ofInstant(from, ZoneOffset.UTC), OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .query((rs, row) -> new Owned(new CompanyId(rs.getObject(1, UUID.class)), rs.getObject(2, UUID.class)))
                .list();
    }

    /** Companies for the vendor's support: by a part of the name, the ID, or a connected tenant's ID or primary domain. */
    public List<CompanyName> companiesForSupport(String term) {
        LOG.info("Looking across companies for support");
        return jdbc.sql("select company_id, name from cross_tenant_companies_for_support(?)")
                .param(term)
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    /** Companies that let support see something at that time, by name; 200 at the most. */
    public List<CompanyName> companiesGranting(Instant at) {
        LOG.info("Looking across companies for those that let support look");
        return jdbc.sql("select company_id, name from cross_tenant_companies_granting_support(?)")
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    /** The open invitation whose link carries the token with this SHA-256. */
    public Optional<Owned> invitation(byte[] tokenHash) {
        LOG.info("Looking across companies for an invitation");
        return jdbc.sql("select company_id, invitation_id from cross_tenant_invitation(?)")
                .param(tokenHash)
                .query((rs, row) -> new Owned(new CompanyId(rs.getObject(1, UUID.class)), rs.getObject(2, UUID.class)))
                .optional();
    }

    /** Deletes attempts to connect that began before this, of every company; how many there were. */
    public int forgetAttempts(Instant before) {
        LOG.info("Deleting attempts to connect from before {} across companies", before);
        return jdbc.sql("select cross_tenant_delete_consent_attempts(?)")
                .param(OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The companies that people of this Entra tenant founded, by name. */
    public List<CompanyName> companiesOfTenant(UUID tenantId) {
        LOG.info("Looking across companies for those of tenant {}", tenantId);
        return jdbc.sql("select company_id, name from cross_tenant_companies_of_tenant(?)")
                .params(tenantId)
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    /** The companies that let security groups of this Entra tenant in, by name. */
    public List<CompanyName> companiesWithGroupsOf(UUID tenantId) {
        LOG.debug("Looking across companies for groups of tenant {}", tenantId);
        return jdbc.sql("select company_id, name from cross_tenant_companies_with_groups(?)")
                .params(tenantId)
                .query((rs, row) -> new CompanyName(new CompanyId(rs.getObject(1, UUID.class)), rs.getString(2)))
                .list();
    }

    /** The companies, and perhaps the operator, with events that have no link in their chain yet. */
    public List<CompanyId> unsealedLogs() {
        LOG.debug("Looking across companies for events to seal");
        return jdbc.sql("select company_id from cross_tenant_unsealed_event_logs()")
                .query((rs, row) -> new CompanyId(rs.getObject(1, UUID.class)))
                .list();
    }

    /** The companies, and perhaps the operator, that have a log. */
    public List<CompanyId> logs() {
        LOG.info("Looking across companies for their event logs");
        return jdbc.sql("select company_id from cross_tenant_event_logs()")
                .query((rs, row) -> new CompanyId(rs.getObject(1, UUID.class)))
                .list();
    }

    /** The token for reading events that has this SHA-256, where it works. */
    public Optional<Owned> eventToken(byte[] hash) {
        LOG.debug("Looking across companies for a token");
        return jdbc.sql("select company_id, token_id from cross_tenant_event_token(?)")
                .param(hash)
                .query((rs, row) -> new Owned(new CompanyId(rs.getObject(1, UUID.class)), rs.getObject(2, UUID.class)))
                .optional();
    }
}
