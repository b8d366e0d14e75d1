package io.patchbay.deployment.publishing;

import io.patchbay.platform.tenancy.CrossTenantQueries;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes from this machine's work directory what belongs to no version that is being published: of publishings that ended
 * at another instance, or whose instance died. Each instance does so for itself, which a job of the database cannot.
 */
@Component
class WorkFolderSweep {

    private static final Logger LOG = LoggerFactory.getLogger(WorkFolderSweep.class);

    private final WorkFolder folder;
    private final CrossTenantQueries queries;

    WorkFolderSweep(WorkFolder folder, CrossTenantQueries queries) {
        this.folder = folder;
        this.queries = queries;
    }

    /** The timer of each instance. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Timer {}

    /** Leaves only what belongs to a version that is being published, whatever company's it is. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            folder.abandoned().stream().filter(this::over).forEach(folder::discard);
        } catch (IOException e) {
            LOG.warn("The work directory cannot be read: {}", e.getMessage());
        }
    }

    private boolean over(UUID version) {
        return queries.askOften(
                        "cross_tenant_version_is_being_published",
                        (row, number) -> row.getObject(1, UUID.class),
                        version)
                .isEmpty();
    }
}
