package io.patchbay.deployment.quick;

import io.patchbay.platform.jdbc.Timestamps;
import io.patchbay.platform.tenancy.Current;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Templates as they are stored. */
@Repository
class TemplateStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TemplateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By name. */
    List<DeploymentTemplate> all() {
        return jdbc.sql("select * from deployment_template where company_id = ? order by lower(name)")
                .param(Current.company().value())
                .query(this::template)
                .list();
    }

    Optional<DeploymentTemplate> find(UUID id) {
        return jdbc.sql("select * from deployment_template where company_id = ? and template_id = ?")
                .params(Current.company().value(), id)
                .query(this::template)
                .optional();
    }

    void save(DeploymentTemplate template) {
        jdbc.sql("""
                        insert into deployment_template (company_id, template_id, name, defaults, changed_at, changed_by)
                        values (?, ?, ?, ?::jsonb, ?, ?)
                        on conflict (company_id, template_id) do update set name = excluded.name,
                          defaults = excluded.defaults, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .params(
                        Current.company().value(),
                        template.id(),
                        template.name(),
                        json.writeValueAsString(template.defaults()),
                        Timestamps.utc(template.changedAt()),
                        template.changedBy())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from deployment_template where company_id = ? and template_id = ?")
                .params(Current.company().value(), id)
                .update();
    }

    /** All of the company, with what was begun with them. */
    void deleteAll() {
        for (var table : List.of("deployment_template", "quick_deployment")) {
            jdbc.sql("delete from " + table + " where company_id = ?")
                    .param(Current.company().value())
                    .update();
        }
    }

    private DeploymentTemplate template(ResultSet row, int number) throws SQLException {
        return new DeploymentTemplate(
                row.getObject("template_id", UUID.class),
                row.getString("name"),
                json.readValue(row.getString("defaults"), QuickDefaults.class),
                Timestamps.instant(row, "changed_at"),
                row.getString("changed_by"));
    }
}
