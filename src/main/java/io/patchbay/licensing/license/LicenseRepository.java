package io.patchbay.licensing.license;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface LicenseRepository extends JpaRepository<License, LicenseId> {

    @Query("""
            select l from License l
            where l.id.companyId = :company and l.environmentId = :environment order by l.id.licenseId desc
            """)
    List<License> ofEnvironment(@Param("company") UUID company, @Param("environment") UUID environment);

    @Query("""
            select l from License l
            where l.id.companyId = :company and l.environmentId = :environment and l.closeReason is null
            """)
    Optional<License> open(@Param("company") UUID company, @Param("environment") UUID environment);

    @Query("select l from License l where l.id.companyId = :company and l.keyId = :key and l.closeReason is null")
    Optional<License> openOfKey(@Param("company") UUID company, @Param("key") UUID key);
}
