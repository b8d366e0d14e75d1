package io.patchbay.deployment.model;

import io.patchbay.catalog.AppId;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** The deployments of the current company. */
public interface DeploymentRepository extends JpaRepository<Deployment, DeploymentKey> {

    default Optional<Deployment> find(DeploymentId id) {
        return findById(DeploymentKey.of(Current.company(), id));
    }

    /** The same, kept with its versions until the transaction ends: others who want to change any of them wait. */
    default Optional<Deployment> held(DeploymentId id) {
        return held(DeploymentKey.of(Current.company(), id));
    }

    default Optional<Deployment> draft(EnvironmentId environment, AppId app) {
        return draft(Current.company().value(), environment.value(), app.value());
    }

    /** All of an environment, by name. */
    default List<Deployment> of(EnvironmentId environment) {
        return of(Current.company().value(), environment.value());
    }

    /** Those of the identifiers, by name. */
    default List<Deployment> among(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : among(Current.company().value(), ids);
    }

    /** Those of an application that an environment has, and that are not being deleted; the oldest first. */
    default List<Deployment> ofApp(EnvironmentId environment, AppId app) {
        return ofApp(Current.company().value(), environment.value(), app.value());
    }

    /** Those of an environment that require an application, and that are not being deleted. */
    default List<Deployment> requiring(EnvironmentId environment, AppId app) {
        return requiring(Current.company().value(), environment.value(), app.value());
    }

    /** How many count towards the plan of their environment; environments without any are left out. */
    default Map<EnvironmentId, Long> counted() {
        return countedByEnvironment(Current.company().value()).stream()
                .collect(Collectors.toMap(
                        one -> new EnvironmentId(one.getEnvironment()), CountedDeployments::getNumber));
    }

    /** How many of an environment count towards its plan. */
    default long counted(EnvironmentId environment) {
        return counted(Current.company().value(), environment.value());
    }

    /** Those of the applications that are deployed. */
    default Set<AppId> deployed(Collection<AppId> apps) {
        return apps.isEmpty()
                ? Set.of()
                : deployed(
                                Current.company().value(),
                                apps.stream().map(AppId::value).toArray(String[]::new))
                        .stream()
                        .map(AppId::new)
                        .collect(Collectors.toSet());
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Deployment d where d.key = :key")
    Optional<Deployment> held(@Param("key") DeploymentKey key);

    @Query("""
            select d from Deployment d
            where d.key.companyId = :company and d.environmentId = :environment and d.appId = :app and d.state = DRAFT
            """)
    Optional<Deployment> draft(
            @Param("company") UUID company, @Param("environment") UUID environment, @Param("app") String app);

    @Query("""
            select d from Deployment d where d.key.companyId = :company and d.environmentId = :environment
            order by d.appName, d.key.deploymentId
            """)
    List<Deployment> of(@Param("company") UUID company, @Param("environment") UUID environment);

    @Query("""
            select d from Deployment d where d.key.companyId = :company and d.key.deploymentId in :ids
            order by d.appName, d.key.deploymentId
            """)
    List<Deployment> among(@Param("company") UUID company, @Param("ids") Collection<UUID> ids);

    @Query("""
            select d from Deployment d
            where d.key.companyId = :company and d.environmentId = :environment and d.appId = :app
              and d.state in (ACTIVE, PAUSED)
            order by d.createdAt, d.key.deploymentId
            """)
    List<Deployment> ofApp(
            @Param("company") UUID company, @Param("environment") UUID environment, @Param("app") String app);

    @NativeQuery("""
            select d.* from deployment d
            where d.company_id = :company and d.environment_id = :environment and d.state in ('ACTIVE', 'PAUSED')
              and d.spec -> 'rollout' -> 'requires' ->> :app is not null
            order by d.created_at, d.deployment_id
            """)
    List<Deployment> requiring(
            @Param("company") UUID company, @Param("environment") UUID environment, @Param("app") String app);

    @Query("""
            select d.environmentId as environment, count(d) as number from Deployment d
            where d.key.companyId = :company and d.state in (ACTIVE, PAUSED) group by d.environmentId
            """)
    List<CountedDeployments> countedByEnvironment(@Param("company") UUID company);

    /** The deployments of an environment that count towards its plan. */
    interface CountedDeployments {

        UUID getEnvironment();

        long getNumber();
    }

    @Query("""
            select count(d) from Deployment d
            where d.key.companyId = :company and d.environmentId = :environment and d.state in (ACTIVE, PAUSED)
            """)
    long counted(@Param("company") UUID company, @Param("environment") UUID environment);

    /** One look into the index for each, in its order: else PostgreSQL reads all deployments where most are of one application. */
    @Query(nativeQuery = true, value = """
            select wanted.app_id from unnest(cast(:apps as text[])) wanted (app_id) cross join lateral (
              select from deployment d
              where d.company_id = :company and d.app_id = wanted.app_id and d.state <> 'DRAFT'
              order by d.state limit 1) deployed
            """)
    List<String> deployed(@Param("company") UUID company, @Param("apps") String[] apps);
}
