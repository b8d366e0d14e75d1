package io.patchbay.licensing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface LicenceRepository extends JpaRepository<Licence, LicenceId> {

    /** Of each environment the newest licence, which is the one in force unless it was revoked. */
    @Query("""
            select l from Licence l where l.id.companyId = :company and not exists (
              select 1 from Licence n where n.id.companyId = :company and n.environmentId = l.environmentId
                and n.id.licenceId > l.id.licenceId)
            """)
    List<Licence> newest(@Param("company") UUID company);

    @Query("""
            select l from Licence l
            where l.id.companyId = :company and l.environmentId = :environment order by l.id.licenceId desc
            """)
    List<Licence> ofEnvironment(@Param("company") UUID company, @Param("environment") UUID environment);

    @Query("""
            select l from Licence l
            where l.id.companyId = :company and l.environmentId = :environment and l.closing is null
            """)
    Optional<Licence> open(@Param("company") UUID company, @Param("environment") UUID environment);

    @Query("select l from Licence l where l.id.companyId = :company and l.keyId = :key and l.closing is null")
    Optional<Licence> openOfKey(@Param("company") UUID company, @Param("key") UUID key);
}
