package io.patchbay.environment.overview;

import io.patchbay.environment.model.Environment;
import io.patchbay.environment.model.EnvironmentKey;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** Reads environments and their connections in one statement. */
@Transactional(readOnly = true)
interface EnvironmentsWithConnections extends Repository<Environment, EnvironmentKey> {

    String WITH_CONNECTION = """
            select new io.patchbay.environment.overview.EnvironmentWithConnection(e.key.environmentId, e.name, e.createdAt,
              c.tenantId, c.tenantName, c.primaryDomain, c.connectedAt, c.connectedBy, c.approvedBy, c.managedDevices, c.state)
            from Environment e left join IntuneConnection c
              on c.key.companyId = e.key.companyId and c.key.environmentId = e.key.environmentId
            where e.key.companyId = :company
            """;

    @Query(WITH_CONNECTION + " order by e.createdAt, e.key.environmentId")
    List<EnvironmentWithConnection> withConnections(@Param("company") UUID company);

    @Query(WITH_CONNECTION + " and e.key.environmentId = :environment")
    Optional<EnvironmentWithConnection> withConnection(
            @Param("company") UUID company, @Param("environment") UUID environment);
}
