package io.patchbay.environment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface IntuneConnectionRepository extends JpaRepository<IntuneConnection, EnvironmentKey> {

    @Query("select c from IntuneConnection c where c.key.companyId = :company")
    List<IntuneConnection> ofCompany(@Param("company") UUID company);
}
