package io.patchbay.environment.connection;

import io.patchbay.environment.model.EnvironmentKey;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface IntuneConnectionRepository extends JpaRepository<IntuneConnection, EnvironmentKey> {

    /**
     * The connection as it stays until this transaction ends; another one that wants to hold it waits. Whoever changes a
     * connection holds it first: a person's change then never fails because a check was stored at the same moment.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from IntuneConnection c where c.key = :key")
    Optional<IntuneConnection> held(@Param("key") EnvironmentKey key);

    /** The company's connection to a tenant, held in the same way. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from IntuneConnection c where c.key.companyId = :company and c.tenantId = :tenant")
    Optional<IntuneConnection> heldTo(@Param("company") UUID company, @Param("tenant") UUID tenant);
}
