package io.patchbay.deployment.model;

import io.patchbay.platform.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads a version from its row. */
public record VersionMapper(JsonMapper json) implements RowMapper<DeployedVersion> {

    @Override
    public DeployedVersion mapRow(ResultSet row, int number) throws SQLException {
        return new DeployedVersion(
                row.getObject("version_id", UUID.class),
                new DeploymentId(row.getObject("deployment_id", UUID.class)),
                row.getString("app_version"),
                Reason.valueOf(row.getString("reason")),
                VersionStatus.valueOf(row.getString("status")),
                json.readValue(row.getString("progress"), PublishProgress.class),
                row.getString("cause"),
                row.getString("remark"),
                row.getInt("attempts"),
                Timestamps.instantOrNull(row, "failing_since"),
                Timestamps.instant(row, "visible_from"),
                Timestamps.instant(row, "created_at"),
                Timestamps.instantOrNull(row, "finished_at"),
                Timestamps.instantOrNull(row, "superseded_at"),
                row.getBoolean("manually_assigned"),
                row.getInt("version"));
    }
}
