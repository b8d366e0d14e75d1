package io.patchbay.licensing.trial;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.CompanyId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who had the free trial: each company and each tenant once, held by the table's two keys. */
@Repository
public class TrialClaims {

    private final JdbcClient jdbc;

    TrialClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean claim(UUID tenant, CompanyId company, Instant at) {
        return jdbc.sql(
                                "insert into trial_claim (tenant_id, company_id, claimed_at) values (?, ?, ?) on conflict do nothing")
                        .params(tenant, company.value(), Timestamps.utc(at))
                        .update()
                == 1;
    }

    public boolean hadOne(CompanyId company) {
        return jdbc.sql("select exists (select from trial_claim where company_id = ?)")
                .param(company.value())
                .query(Boolean.class)
                .single();
    }
}
