package io.patchbay.company.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface AccessRequestRepository extends JpaRepository<AccessRequest, AccessRequestKey> {

    @Query("""
            select r from AccessRequest r
            where r.key.companyId = :company and r.tenantId = :tenant and r.objectId = :person
              and r.status = io.patchbay.company.access.AccessRequest.RequestStatus.PENDING
            """)
    Optional<AccessRequest> waiting(
            @Param("company") UUID company, @Param("tenant") UUID tenant, @Param("person") UUID person);
}
