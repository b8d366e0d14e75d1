package io.patchbay.group.role;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface GroupRoleRepository extends JpaRepository<GroupRole, GroupRoleKey> {

    @Query("select g from GroupRole g where g.key.companyId = :company order by lower(g.name), g.key.groupRoleId")
    List<GroupRole> ofCompany(@Param("company") UUID company);

    @Query("select g from GroupRole g where g.key.companyId = :company and g.tenantId = :tenant")
    List<GroupRole> ofTenant(@Param("company") UUID company, @Param("tenant") UUID tenant);
}
