package io.patchbay.company.member;

import io.patchbay.platform.tenancy.AccessEnded;
import io.patchbay.platform.tenancy.CompanyId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.PersonId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The company each person wants to land in. */
@Service
public class RememberedCompanies {

    private final JdbcClient jdbc;

    RememberedCompanies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CompanyId> of(PersonId person) {
        return jdbc.sql("select company_id from remembered_company where tenant_id = ? and object_id = ?")
                .params(person.tenantId(), person.objectId())
                .query(UUID.class)
                .optional()
                .map(CompanyId::new);
    }

    @Transactional
    public void keep(PersonId person, CompanyId company) {
        jdbc.sql("""
                insert into remembered_company (tenant_id, object_id, company_id) values (?, ?, ?)
                on conflict (tenant_id, object_id) do update set company_id = excluded.company_id
                """)
                .params(person.tenantId(), person.objectId(), company.value())
                .update();
    }

    /** Nobody lands in a company that they have no access to any more. */
    @EventListener
    @Transactional
    void accessEnded(AccessEnded event) {
        event.people()
                .forEach(person -> jdbc.sql(
                                "delete from remembered_company where tenant_id = ? and object_id = ? and company_id = ?")
                        .params(
                                person.tenantId(),
                                person.objectId(),
                                Current.company().value())
                        .update());
    }

    @Transactional
    public void forget(PersonId person) {
        jdbc.sql("delete from remembered_company where tenant_id = ? and object_id = ?")
                .params(person.tenantId(), person.objectId())
                .update();
    }
}
