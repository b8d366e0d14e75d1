package io.patchbay.environment.model;

import io.patchbay.event.EnvironmentNames;
import io.patchbay.platform.tenancy.Current;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells the event log what environments are called. */
@Repository
class NamesOfEnvironments implements EnvironmentNames {

    private final JdbcClient jdbc;

    NamesOfEnvironments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> names() {
        return named("select environment_id, name from environment where company_id = ? order by name");
    }

    @Override
    public Map<UUID, String> tenants() {
        return named("select tenant_id, tenant_name from intune_connection where company_id = ?");
    }

    private Map<UUID, String> named(String sql) {
        var names = new LinkedHashMap<UUID, String>();
        jdbc.sql(sql).param(Current.company().value()).query(row -> {
            names.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return names;
    }
}
