package io.patchbay.deployment.quick;

import io.patchbay.catalog.AppId;
import io.patchbay.deployment.model.DeploymentId;
import io.patchbay.deployment.model.DeploymentSpec;
import io.patchbay.deployment.quick.QuickPlan.PlannedItem;
import io.patchbay.platform.jdbc.NumberedPages.Counted;
import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Actor;
import io.patchbay.platform.tenancy.Current;
import io.patchbay.platform.tenancy.EnvironmentId;
import io.patchbay.platform.tenancy.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Quick deployments as they are stored. */
@Repository
class QuickStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final JsonMapper json;

    QuickStore(JdbcClient jdbc, JdbcTemplate batch, JsonMapper json) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.json = json;
    }

    /** An application in an environment. */
    record Place(EnvironmentId environment, AppId app) {}

    /** The states of those of the applications that are in those of the environments. */
    Map<Place, String> there(Collection<AppId> apps, Collection<EnvironmentId> environments) {
        if (apps.isEmpty() || environments.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select environment_id, app_id, min(state) as state from deployment
                        where company_id = :company and app_id in (:apps) and environment_id in (:environments)
                        group by environment_id, app_id
                        """)
                .param("company", Current.company().value())
                .param("apps", apps.stream().map(AppId::value).toList())
                .param(
                        "environments",
                        environments.stream().map(EnvironmentId::value).toList())
                .query((row, number) -> Map.entry(
                        new Place(
                                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                                new AppId(row.getString("app_id"))),
                        row.getString("state")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it is new; waits for another transaction that begins the same. */
    boolean begin(UUID id, Actor.Member person, Instant at) {
        return jdbc.sql("""
                        insert into quick_deployment (company_id, quick_deployment_id, person_tenant_id, person_object_id,
                          person_name, person_email, started_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                Current.company().value(),
                                id,
                                person.id().tenantId(),
                                person.id().objectId(),
                                person.name(),
                                person.email(),
                                Timestamps.utc(at))
                        .update()
                == 1;
    }

    void add(UUID id, List<PlannedItem> items) {
        var rows = new ArrayList<Object[]>();
        for (var item : items) {
            rows.add(new @Nullable Object[] {
                Current.company().value(),
                id,
                rows.size(),
                item.environment().value(),
                item.app().value(),
                item.name(),
                item.spec() == null ? null : json.writeValueAsString(item.spec()),
                item.spec() == null ? "NOT_DEPLOYED" : "WAITING",
                item.reason()
            });
        }
        batch.batchUpdate("""
                insert into quick_deployment_item (company_id, quick_deployment_id, place, environment_id, app_id, app_name,
                  spec, state, reason)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """, rows);
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from quick_deployment where company_id = ? and started_at < ?")
                .params(Current.company().value(), Timestamps.utc(time))
                .update();
    }

    /** Who began it; empty where there is none. */
    Optional<Actor.Member> person(UUID id) {
        return jdbc.sql("select * from quick_deployment where company_id = ? and quick_deployment_id = ?")
                .params(Current.company().value(), id)
                .query((row, number) -> new Actor.Member(
                        new PersonId(
                                row.getObject("person_tenant_id", UUID.class),
                                row.getObject("person_object_id", UUID.class)),
                        row.getString("person_name"),
                        row.getString("person_email"),
                        null))
                .optional();
    }

    /** One that is still to be begun. */
    record WaitingItem(UUID quick, int place, EnvironmentId environment, AppId app, DeploymentSpec spec) {}

    List<WaitingItem> waiting(UUID id) {
        return jdbc.sql("""
                        select place, environment_id, app_id, spec from quick_deployment_item
                        where company_id = ? and quick_deployment_id = ? and state = 'WAITING' order by place
                        """)
                .params(Current.company().value(), id)
                .query((row, number) -> new WaitingItem(
                        id,
                        row.getInt("place"),
                        new EnvironmentId(row.getObject("environment_id", UUID.class)),
                        new AppId(row.getString("app_id")),
                        json.readValue(row.getString("spec"), DeploymentSpec.class)))
                .list();
    }

    void started(WaitingItem item, DeploymentId deployment) {
        end(item, "STARTED", deployment.value(), null);
    }

    void notDeployed(WaitingItem item, String reason) {
        end(item, "NOT_DEPLOYED", null, reason);
    }

    private void end(WaitingItem item, String state, @Nullable UUID deployment, @Nullable String reason) {
        jdbc.sql("""
                        update quick_deployment_item set state = ?, deployment_id = ?, reason = ?
                        where company_id = ? and quick_deployment_id = ? and place = ? and state = 'WAITING'
                        """)
                .param(state)
                .param(deployment)
                .param(reason)
                .params(Current.company().value(), item.quick(), item.place())
                .update();
    }

    /** A page of its items with the figures of all of them. */
    List<Counted<QuickItem>> items(UUID id, Pageable page) {
        return jdbc.sql("""
                        select i.*, count(*) over () as total,
                          count(*) filter (where i.state = 'WAITING' or latest.status in ('IN_PROGRESS', 'RETRYING'))
                            over () as moving,
                          count(*) filter (where latest.status = 'SUCCESS') over () as published,
                          count(*) filter (where i.state = 'NOT_DEPLOYED' or latest.status = 'FAILED') over () as failed
                        from quick_deployment_item i
                        left join lateral (
                          select v.status from deployed_version v
                          where v.company_id = i.company_id and v.deployment_id = i.deployment_id and v.superseded_at is null
                          order by v.created_at desc, v.version_id desc limit 1) latest on true
                        where i.company_id = ? and i.quick_deployment_id = ?
                        order by i.state = 'NOT_DEPLOYED' desc, i.place limit ? offset ?
                        """)
                .params(Current.company().value(), id, page.getPageSize(), page.getOffset())
                .query((row, number) -> new Counted<>(item(row), row.getLong("total")))
                .list();
    }

    private static QuickItem item(ResultSet row) throws SQLException {
        var deployment = row.getObject("deployment_id", UUID.class);
        return new QuickItem(
                row.getString("app_id"),
                row.getString("app_name"),
                new EnvironmentId(row.getObject("environment_id", UUID.class)),
                deployment == null ? null : new DeploymentId(deployment),
                row.getString("reason"),
                new QuickItem.Figures(
                        row.getInt("total"), row.getInt("moving"), row.getInt("published"), row.getInt("failed")));
    }
}
