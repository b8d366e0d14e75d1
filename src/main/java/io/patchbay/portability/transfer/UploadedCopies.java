package io.patchbay.portability.transfer;

import io.patchbay.environment.IntuneDisconnected;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.CrossTenantQueries;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The file that was uploaded last to each environment, until the next one, the end of the connection, or a day later. */
@Repository
class UploadedCopies {

    private final JdbcClient jdbc;
    private final CrossTenantQueries crossTenant;

    UploadedCopies(JdbcClient jdbc, CrossTenantQueries crossTenant) {
        this.jdbc = jdbc;
        this.crossTenant = crossTenant;
    }

    /** Whether nobody imports the one that it takes the place of. */
    boolean store(EnvironmentId environment, byte[] content, Instant at) {
        return jdbc.sql("""
                        insert into connection_copy (company_id, environment_id, content, uploaded_at) values (?, ?, ?, ?)
                        on conflict (company_id, environment_id)
                        do update set content = excluded.content, uploaded_at = excluded.uploaded_at,
                          importing_by = null, importing_until = null
                        where connection_copy.importing_until is null
                          or connection_copy.importing_until < excluded.uploaded_at
                        """)
                        .params(Current.company().value(), environment.value(), content, Timestamps.utc(at))
                        .update()
                == 1;
    }

    Optional<byte[]> of(EnvironmentId environment) {
        return jdbc.sql("select content from connection_copy where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .query((rs, row) -> rs.getBytes(1))
                .optional();
    }

    /** Whether nobody else imports it at that time. */
    boolean claim(EnvironmentId environment, UUID by, Instant now, Instant until) {
        return jdbc.sql("""
                        update connection_copy set importing_by = :by, importing_until = :until
                        where company_id = :company and environment_id = :environment
                          and (importing_until is null or importing_until < :now)
                        """)
                        .param("by", by)
                        .param("until", Timestamps.utc(until))
                        .param("company", Current.company().value())
                        .param("environment", environment.value())
                        .param("now", Timestamps.utc(now))
                        .update()
                == 1;
    }

    /** Whether it is still that import that has it; then it has it until that time. */
    boolean extend(EnvironmentId environment, UUID by, Instant until) {
        return jdbc.sql("""
                        update connection_copy set importing_until = ?
                        where company_id = ? and environment_id = ? and importing_by = ?
                        """)
                        .params(Timestamps.utc(until), Current.company().value(), environment.value(), by)
                        .update()
                == 1;
    }

    void release(EnvironmentId environment, UUID by) {
        jdbc.sql("""
                        update connection_copy set importing_by = null, importing_until = null
                        where company_id = ? and environment_id = ? and importing_by = ?
                        """).params(Current.company().value(), environment.value(), by).update();
    }

    /** Whether somebody imports it at that time. */
    boolean claimed(EnvironmentId environment, Instant now) {
        return jdbc.sql("""
                        select exists (select from connection_copy
                        where company_id = ? and environment_id = ? and importing_until >= ?)
                        """)
                .params(Current.company().value(), environment.value(), Timestamps.utc(now))
                .query(Boolean.class)
                .single();
    }

    /** Deletes it unless somebody imports it at that time. */
    void deleteUnclaimed(EnvironmentId environment, Instant now) {
        jdbc.sql("""
                        delete from connection_copy where company_id = ? and environment_id = ?
                          and (importing_until is null or importing_until < ?)
                        """)
                .params(Current.company().value(), environment.value(), Timestamps.utc(now))
                .update();
    }

    private void delete(EnvironmentId environment) {
        jdbc.sql("delete from connection_copy where company_id = ? and environment_id = ?")
                .params(Current.company().value(), environment.value())
                .update();
    }

    /** Deletes those of every company that were uploaded before this; how many there were. */
    int deleteBefore(Instant limit) {
        return crossTenant
                .ask("cross_tenant_delete_connection_copies", (row, number) -> row.getInt(1), limit)
                .getFirst();
    }

    @EventListener
    void disconnected(IntuneDisconnected event) {
        delete(event.environment());
    }
}
