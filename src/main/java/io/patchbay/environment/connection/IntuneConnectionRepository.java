package io.patchbay.environment.connection;

import io.patchbay.environment.model.EnvironmentKey;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface IntuneConnectionRepository extends JpaRepository<IntuneConnection, EnvironmentKey> {

    @Query("select c from IntuneConnection c where c.key.companyId = :company")
    List<IntuneConnection> ofCompany(@Param("company") UUID company);

    /** The connection as it stays until this transaction ends; another one that wants to hold it waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from IntuneConnection c where c.key = :key")
    Optional<IntuneConnection> held(@Param("key") EnvironmentKey key);
}
