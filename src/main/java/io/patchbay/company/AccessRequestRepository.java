package io.patchbay.company;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface AccessRequestRepository extends JpaRepository<AccessRequest, AccessRequestKey> {

    @Query("""
            select r from AccessRequest r
            where r.key.companyId = :company and r.tenantId = :tenant and r.objectId = :person
              and r.status = io.patchbay.company.AccessRequest.Status.PENDING
            """)
    Optional<AccessRequest> waiting(
            @Param("company") UUID company, @Param("tenant") UUID tenant, @Param("person") UUID person);
}
