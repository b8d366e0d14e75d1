package io.patchbay.deployment.model;

import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/**
 * The versions of the current company's deployments. A deployment's row locks its versions too: whoever changes one holds the
 * deployment first, so that nobody waits for another who waits for them.
 */
public interface DeployedVersionRepository extends JpaRepository<DeployedVersion, DeployedVersionKey> {

    default Optional<DeployedVersion> find(UUID id) {
        return findById(DeployedVersionKey.of(Current.company(), id));
    }

    /** The same, its deployment kept until the transaction ends: others who want to change a version of it wait. */
    default Optional<DeployedVersion> held(UUID id) {
        return heldDeploymentOf(Current.company().value(), id).flatMap(deployment -> find(id));
    }

    /** All of a deployment, newest first. */
    default List<DeployedVersion> of(DeploymentId deployment) {
        return of(Current.company().value(), List.of(deployment.value()));
    }

    /** All of these deployments, newest first. */
    default List<DeployedVersion> among(Collection<DeploymentId> deployments) {
        return deployments.isEmpty()
                ? List.of()
                : of(
                        Current.company().value(),
                        deployments.stream().map(DeploymentId::value).toList());
    }

    /** All of an environment, newest first. */
    default List<DeployedVersion> of(EnvironmentId environment) {
        return ofEnvironment(Current.company().value(), environment.value());
    }

    /** One of a deployment that is being deleted and is still to be dealt with, whose turn is next. */
    default Optional<DeployedVersion> toRemove(DeploymentId deployment) {
        return toRemove(Current.company().value(), deployment.value(), Limit.of(1));
    }

    /** Lets those of a held deployment that wait go on at once, without disturbing one that is at a step. */
    default void hurry(DeploymentId deployment, Instant at) {
        hurry(Current.company().value(), deployment.value(), at);
    }

    /** All of a held deployment. */
    default void deleteOf(DeploymentId deployment) {
        deleteOf(Current.company().value(), deployment.value());
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select d from Deployment d where d.key.companyId = :company and d.key.deploymentId =
              (select v.deploymentId from DeployedVersion v where v.key.companyId = :company and v.key.versionId = :version)
            """)
    Optional<Deployment> heldDeploymentOf(@Param("company") UUID company, @Param("version") UUID version);

    @Query("""
            select v from DeployedVersion v where v.key.companyId = :company and v.deploymentId in :deployments
            order by v.createdAt desc, v.key.versionId desc
            """)
    List<DeployedVersion> of(@Param("company") UUID company, @Param("deployments") Collection<UUID> deployments);

    @Query("""
            select v from DeployedVersion v
            join Deployment d on d.key.companyId = v.key.companyId and d.key.deploymentId = v.deploymentId
            where v.key.companyId = :company and d.environmentId = :environment
            order by v.createdAt desc, v.key.versionId desc
            """)
    List<DeployedVersion> ofEnvironment(@Param("company") UUID company, @Param("environment") UUID environment);

    @Query("""
            select v from DeployedVersion v where v.key.companyId = :company and v.deploymentId = :deployment
              and v.removedAt is null and v.notRemovedReason is null
            order by v.state.visibleFrom, v.supersededAt nulls first, v.key.versionId
            """)
    Optional<DeployedVersion> toRemove(
            @Param("company") UUID company, @Param("deployment") UUID deployment, Limit limit);

    @Modifying(flushAutomatically = true)
    @Query("""
            update DeployedVersion v set v.state.visibleFrom = :at
            where v.key.companyId = :company and v.deploymentId = :deployment
              and v.state.status in (IN_PROGRESS, RETRYING, WAITING_FOR_APPROVAL) and v.state.visibleFrom > :at
            """)
    void hurry(@Param("company") UUID company, @Param("deployment") UUID deployment, @Param("at") Instant at);

    @Modifying(flushAutomatically = true)
    @Query("delete from DeployedVersion v where v.key.companyId = :company and v.deploymentId = :deployment")
    void deleteOf(@Param("company") UUID company, @Param("deployment") UUID deployment);
}
