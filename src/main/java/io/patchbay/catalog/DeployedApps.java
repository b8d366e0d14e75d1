package io.patchbay.catalog;

import java.util.Collection;
import java.util.Set;

/** Which applications the current company has deployed; implemented by whoever deploys. */
public interface DeployedApps {
    /** Those of the applications that are deployed. */
    Set<AppId> among(Collection<AppId> apps);
}
