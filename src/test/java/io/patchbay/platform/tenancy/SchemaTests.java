package io.patchbay.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.testsupport.Portal;
import io.patchbay.testsupport.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the catalog tables: whatever belongs to a company is under row-level security, and the portal's role owns nothing. */
@PortalTest
class SchemaTests {

    /** Tables without row-level security, and why. */
    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("tenant_claim", "a tenant belongs to one connection of the whole installation"),
            Map.entry("remembered_company", "a wish of a person, who may be in several companies"),
            Map.entry("personal_settings", "wishes of a person, who may be in several companies or in none"),
            Map.entry("scheduled_tasks", "db-scheduler's jobs, which hold identifiers only"),
            Map.entry("portal_instance", "the instances are those of the installation"),
            Map.entry("job_failure", "db-scheduler's jobs, which hold identifiers only"),
            Map.entry("spring_session", "sessions begin before a company is chosen"),
            Map.entry("spring_session_attributes", "sessions begin before a company is chosen"),
            Map.entry("flyway_schema_history", "Flyway's own"),
            Map.entry("issued_key", "a key belongs to nobody before somebody activates it"),
            Map.entry("trial_claim", "a tenant has one trial in the whole installation"),
            Map.entry("quote", "who asks for one need not have a company"),
            Map.entry("event_bound", "the bounds of the event log are those of the installation"),
            Map.entry("key_fingerprint", "the key secrets are those of the installation"),
            Map.entry("rate_limit", "addresses belong to nobody"),
            Map.entry("catalog_app", "the catalog is one for all companies"),
            Map.entry("catalog_release", "the catalog is one for all companies"),
            Map.entry("catalog_folder", "what the importer read is nobody's"),
            Map.entry("catalog_problem", "what the importer could not read is nobody's"),
            Map.entry("catalog_icon", "the catalog is one for all companies"),
            Map.entry("catalog_import", "what the importer did is nobody's"));

    /** Asked by the version before, which runs beside this one during an upgrade; to be dropped by a later one. */
    private static final Set<String> OF_THE_VERSION_BEFORE =
            Set.of("cross_tenant_companies_of_person", "cross_tenant_roles_of_person");

    /** Functions that do more than their caller may, and why. Those of the name {@code cross_tenant_…} look across companies. */
    private static final Map<String, String> PRIVILEGED = Map.ofEntries(
            Map.entry("cross_tenant_companies_of_person", "what the one below was before"),
            Map.entry("cross_tenant_memberships_of_person", "before one is chosen, a person is in no company"),
            Map.entry("cross_tenant_membership", "asked with every request, before a company is bound to it"),
            Map.entry("cross_tenant_roles_of_person", "what the one above was before"),
            Map.entry("cross_tenant_access_requests_of_person", "who asks for access is in no company yet"),
            Map.entry(
                    "cross_tenant_companies_of_tenant", "access can be requested to companies of the own Entra tenant"),
            Map.entry(
                    "cross_tenant_owned_versions",
                    "an application in a tenant is taken over only where no company has it"),
            Map.entry("cross_tenant_companies_with_groups", "a group's member is no member of the company itself"),
            Map.entry("cross_tenant_group_access_of_person", "before one is chosen, a person is in no company"),
            Map.entry("cross_tenant_company_name", "who waits, is invited or works for the vendor is in no company"),
            Map.entry("cross_tenant_invitation", "a link names no company, and who opens it is in none"),
            Map.entry("cross_tenant_licenses_expired", "one job notes the end of licenses of all companies"),
            Map.entry("cross_tenant_licenses_expiring", "one job announces the end of licenses of all companies"),
            Map.entry("cross_tenant_companies_for_support", "the vendor's support finds the company of a case"),
            Map.entry("cross_tenant_companies_granting_support", "the vendor's support finds what it may look into"),
            Map.entry(
                    "cross_tenant_delete_consent_attempts", "one job deletes old attempts to connect of all companies"),
            Map.entry(
                    "cross_tenant_delete_connection_copies",
                    "one job deletes what people of all companies uploaded and did not import"),
            Map.entry("cross_tenant_unsealed_event_logs", "one job seals the events of all companies"),
            Map.entry("cross_tenant_event_logs", "one job deletes old events of all companies"),
            Map.entry(
                    "cross_tenant_companies_with_channels",
                    "one command encrypts the channels of all companies under a new key secret"),
            Map.entry("cross_tenant_figures", "monitoring counts what all companies have, without their names"),
            Map.entry("cross_tenant_event_token", "a token is all that a caller of the API sends"),
            Map.entry(
                    "cross_tenant_version_is_being_published",
                    "one job clears the work directory, whose folders name versions and not their companies"),
            Map.entry(
                    "event_search",
                    "row-level security keeps conditions for text from an index; it sees the bound company only"),
            Map.entry("event_partitions_ensure", "the application owns no table and so cannot add a partition"),
            Map.entry("event_partitions_drop", "the application owns no table and so cannot drop a partition"),
            Map.entry("event_retention_delete", "the application may not delete events otherwise"));

    private static final Pattern FUNCTION = Pattern.compile("cross_tenant_[a-z]\\w+");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final String TENANT_TABLES = """
            select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
            """;

    @Test
    void everyTableIsUnderRowLevelSecurityOrSharedForAReason(Portal portal) {
        assertThat(
                        names(
                                portal,
                                "select relname from (" + TENANT_TABLES
                                        + ") t where oid not in (select oid from pg_class where relrowsecurity and relforcerowsecurity)"))
                .containsExactlyInAnyOrderElementsOf(SHARED.keySet());
    }

    @Test
    void everyCompanyOwnedTableHasTheOnePolicyForm(Portal portal) {
        var policies = names(portal, """
                select tablename || ': ' || qual || ' / ' || coalesce(with_check, '') from pg_policies
                where policyname = 'company_only'
                """);
        assertThat(policies).isNotEmpty().allSatisfy(policy -> {
            var form = policy.substring(policy.indexOf(':') + 2).split(" / ");
            assertThat(form[0])
                    .isEqualTo(
                            "(company_id = (NULLIF(current_setting('patchbay.company_id'::text, true), ''::text))::uuid)")
                    .isEqualTo(form[1]);
        });
        assertThat(
                        names(
                                portal,
                                "select tablename || '.' || policyname || ' ' || cmd from pg_policies where policyname <> 'company_only'"))
                .containsExactlyInAnyOrder(
                        "access_request.cross_tenant_reads SELECT",
                        "channel.cross_tenant_reads SELECT",
                        "company.cross_tenant_reads SELECT",
                        "connection_copy.cross_tenant_deletes DELETE",
                        "connection_copy.cross_tenant_reads SELECT",
                        "consent_attempt.cross_tenant_deletes DELETE",
                        "consent_attempt.cross_tenant_reads SELECT",
                        "delivery.cross_tenant_reads SELECT",
                        "deployed_version.cross_tenant_reads SELECT",
                        "event.cross_tenant_reads SELECT",
                        "event_chain.cross_tenant_reads SELECT",
                        "event_token.cross_tenant_reads SELECT",
                        "event_unsealed.cross_tenant_reads SELECT",
                        "event_webhook.cross_tenant_reads SELECT",
                        "group_member.cross_tenant_reads SELECT",
                        "group_role.cross_tenant_reads SELECT",
                        "intune_connection.cross_tenant_reads SELECT",
                        "invitation.cross_tenant_reads SELECT",
                        "license.cross_tenant_reads SELECT",
                        "member.cross_tenant_reads SELECT",
                        "support_grant.cross_tenant_reads SELECT",
                        "support_standing_grant.cross_tenant_reads SELECT");
    }

    @Test
    void companyIsFirstInEveryKeyOfACompanyOwnedTable(Portal portal) {
        assertThat(names(portal, """
                select i.indexrelid::regclass::text from pg_index i
                join pg_class c on c.oid = i.indrelid
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where c.relrowsecurity and i.indisunique and a.attname <> 'company_id'
                """)).isEmpty();
        assertThat(names(portal, """
                select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
                join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                where c.relrowsecurity and k.contype = 'f' and a.attname <> 'company_id'
                """)).isEmpty();
    }

    @Test
    void constraintsAndIndexesAreNamedAfterTheirTableAndKind(Portal portal) {
        assertThat(names(portal, """
                with named(table_oid, name, suffix) as (
                  select conrelid, conname,
                    case contype when 'p' then 'pk' when 'f' then 'fk' when 'u' then 'uq' else 'check' end
                  from pg_constraint where contype in ('p', 'f', 'u', 'c')
                  union
                  select i.indrelid, c.relname,
                    case when indisprimary then 'pk' when indisunique then 'uq' else 'ix' end
                  from pg_index i join pg_class c on c.oid = i.indexrelid)
                select c.relname || ': ' || named.name from named
                join pg_class c on c.oid = named.table_oid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and not c.relispartition and c.relname <> 'flyway_schema_history'
                  and not named.name ~ ('^' || c.relname || case suffix when 'pk' then '' else '_[a-z_]+' end || '_' || suffix || '$')
                """)).isEmpty();
    }

    @Test
    void theApplicationOwnsNothingAndCannotBypassRowLevelSecurity(Portal portal) {
        assertThat(
                        names(
                                portal,
                                "select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'patchbay_app'"))
                .isEmpty();
        assertThat(
                        names(
                                portal,
                                "select rolname from pg_roles where rolname in ('patchbay_app', 'patchbay_cross_tenant', 'patchbay_owner') and (rolsuper or rolbypassrls)"))
                .isEmpty();
        assertThat(
                        names(
                                portal,
                                "select relname from pg_class where relispartition and relkind = 'r' and has_table_privilege('patchbay_app', oid, 'select,insert,update,delete')"))
                .isEmpty();
    }

    @Test
    void theEventLogIsAppendOnlyForTheApplication(Portal portal) throws SQLException {
        try (var application = portal.database().asApplication();
                var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("update event set title = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("delete from event")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("truncate event")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyFunctionThatDoesMoreThanItsCallerMayIsListedWithItsReason(Portal portal) {
        assertThat(names(portal, """
                select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'public' and prosecdef
                """)).containsExactlyInAnyOrderElementsOf(PRIVILEGED.keySet());
        assertThat(names(portal, """
                select proname from pg_proc p join pg_roles r on r.oid = p.proowner
                where r.rolname = 'patchbay_cross_tenant'
                """))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(crossTenant(), Stream.of("event_search")).toList());
    }

    @Test
    void aQuestionAcrossCompaniesIsAskedByOneClassThroughTheOneMechanism() throws IOException {
        var askers = new TreeMap<String, List<String>>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                FUNCTION.matcher(source)
                        .results()
                        .forEach(found -> askers.computeIfAbsent(found.group(), name -> new ArrayList<>())
                                .add(file.getFileName()
                                        + (source.contains("CrossTenantQueries") ? "" : " on its own")));
            }
        }
        assertThat(askers.keySet())
                .containsExactlyInAnyOrderElementsOf(crossTenant()
                        .filter(Predicate.not(OF_THE_VERSION_BEFORE::contains))
                        .toList());
        assertThat(askers)
                .allSatisfy((function, classes) ->
                        assertThat(classes).as(function).hasSize(1).noneMatch(name -> name.endsWith(" on its own")));
    }

    private static Stream<String> crossTenant() {
        return PRIVILEGED.keySet().stream().filter(name -> name.startsWith("cross_tenant_"));
    }

    private static List<String> names(Portal portal, String query) {
        try (var admin = portal.database().asSuperuser();
                var rows = admin.createStatement().executeQuery(query)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
