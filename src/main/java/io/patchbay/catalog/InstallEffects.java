package io.patchbay.catalog;

import java.util.Optional;

/** Who knows what comes of an installer once it is deployed; the catalog tells it before somebody deploys. */
public interface InstallEffects {

    /** What a deployment that changes nothing of the manifest does on a device; empty where the installer cannot be deployed. */
    Optional<InstallEffect> of(Release release, Installer installer);
}
