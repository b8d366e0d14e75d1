package io.patchbay.platform.pool;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Connections to the database beside those of requests, which are {@code spring.datasource.hikari.maximum-pool-size}.
 *
 * @param jobConnections How many connections jobs have at most. Each instance needs those of requests and these, and
 *     two for migrations at the start.
 */
@ConfigurationProperties("patchbay.database")
record DatabaseProperties(@DefaultValue("8") int jobConnections) {

    DatabaseProperties {
        if (jobConnections < 2) {
            throw new IllegalArgumentException("Set patchbay.database.job-connections to 2 or more");
        }
    }
}
