package io.patchbay.environment.consent;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which connection a tenant belongs to: at most one in the whole installation, held by the table's primary key. */
@Repository
public class TenantClaims {

    private final JdbcClient jdbc;

    TenantClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isTaken(UUID tenant) {
        return jdbc.sql("select exists (select from tenant_claim where tenant_id = ?)")
                .param(tenant)
                .query(Boolean.class)
                .single();
    }

    /** Those of the tenants that no connection is to. */
    public List<UUID> free(Set<UUID> tenants) {
        return tenants.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select tenant from unnest(?::uuid[]) tenant
                        where not exists (select from tenant_claim where tenant_id = tenant)
                        """)
                        .param(tenants.stream().map(UUID::toString).toArray(String[]::new))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list();
    }

    /** Whether the claim was won; false where tenant or environment have a connection already. */
    boolean claim(UUID tenant, EnvironmentId environment, Instant at) {
        return jdbc.sql("""
                        insert into tenant_claim (tenant_id, company_id, environment_id, claimed_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(tenant, Current.company().value(), environment.value(), Timestamps.utc(at))
                        .update()
                == 1;
    }
}
