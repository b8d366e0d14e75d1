package io.patchbay.licensing.trial;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who had the free trial: each company and each tenant once, held by the table's two keys. */
@Repository
public class TrialClaims {

    private final JdbcClient jdbc;

    TrialClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean claim(UUID tenant, Instant at) {
        return jdbc.sql(
                                "insert into trial_claim (tenant_id, company_id, claimed_at) values (?, ?, ?) on conflict do nothing")
                        .params(tenant, Current.company().value(), Timestamps.utc(at))
                        .update()
                == 1;
    }

    /** Why there is no trial any more, as the messages know it; empty where neither the company nor the tenant had one. */
    public Optional<String> used(@Nullable UUID tenant) {
        return jdbc.sql("""
                        select company_id = :company from trial_claim where company_id = :company or tenant_id = :tenant
                        order by 1 desc limit 1
                        """)
                .param("company", Current.company().value())
                .param("tenant", tenant)
                .query(Boolean.class)
                .optional()
                .map(own -> own ? "used" : Trial.RefusalReason.TENANT_HAD_ONE.name());
    }

    boolean hadOne() {
        return jdbc.sql("select exists (select from trial_claim where company_id = ?)")
                .param(Current.company().value())
                .query(Boolean.class)
                .single();
    }
}
