package io.patchbay.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who knows which applications the current company has deployed; the catalog marks them. */
public interface DeployedApps {

    /** Those of the applications that are deployed. */
    Set<AppId> among(Collection<AppId> apps);

    /** Where an application is deployed, by the name of the environment. */
    List<Place> of(AppId app);

    /**
     * An environment to which an application is deployed.
     *
     * @param version the latest version there
     * @param update a newer version that can be published; null where there is none
     * @param state by which {@code status-styles.properties} knows how it stands
     * @param status the same in words
     * @param href the page of the deployment, from the root of the portal
     */
    record Place(
            String environment, String version, @Nullable String update, String state, String status, String href) {}
}
