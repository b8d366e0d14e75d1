package io.patchbay.catalog;

import java.util.Collection;
import java.util.Set;

/** Who knows which applications the current company has deployed; the catalog marks them. */
public interface DeployedApps {

    /** Those of the applications that are deployed. */
    Set<AppId> among(Collection<AppId> apps);
}
