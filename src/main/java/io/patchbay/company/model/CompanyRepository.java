package io.patchbay.company.model;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface CompanyRepository extends JpaRepository<Company, UUID> {

    /**
     * The company, for this transaction alone: of two changes of its people, the second one waits here. Empty where it was
     * deleted, perhaps while waiting.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Company c where c.companyId = :id and c.deletedAt is null")
    Optional<Company> locked(@Param("id") UUID id);
}
