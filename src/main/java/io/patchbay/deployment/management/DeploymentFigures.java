package io.patchbay.deployment.management;

/**
 * How many deployments there are.
 *
 * @param total all of them
 * @param published whose latest version is in Intune
 * @param publishing whose latest version is being published
 * @param retrying whose latest version waits to be tried again
 * @param waiting whose latest version waits for another administrator
 * @param failed whose latest version failed
 * @param updates for which the catalog has a newer version that can be published
 */
public record DeploymentFigures(
        int total, int published, int publishing, int retrying, int waiting, int failed, int updates) {}
