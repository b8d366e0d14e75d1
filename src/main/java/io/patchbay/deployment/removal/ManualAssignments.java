package io.patchbay.deployment.removal;

import io.patchbay.deployment.model.DeployedVersion;
import io.patchbay.deployment.model.DeployedVersionRepository;
import io.patchbay.platform.tenancy.EnvironmentId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which superseded versions a person assigned in Intune, as last seen. */
@Service
public class ManualAssignments {

    private final DeployedVersionRepository versions;

    ManualAssignments(DeployedVersionRepository versions) {
        this.versions = versions;
    }

    /** The superseded versions of an environment. */
    @Transactional(readOnly = true)
    List<DeployedVersion> superseded(EnvironmentId environment) {
        return versions.of(environment).stream()
                .filter(DeployedVersion::superseded)
                .toList();
    }

    /** Notes what was just seen of a version; nothing for one that is gone. */
    @Transactional
    public void note(UUID version, boolean assigned) {
        versions.held(version)
                .filter(one -> one.manuallyAssigned() != assigned)
                .ifPresent(one -> one.seenManuallyAssigned(assigned));
    }
}
