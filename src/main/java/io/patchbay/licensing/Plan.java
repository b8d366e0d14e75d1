package io.patchbay.licensing;

/**
 * A subscription plan.
 *
 * @param id how it is stored
 * @param name as people see it
 * @param deployments how many deployments it allows
 * @param connections how many Intune connections an environment may have
 * @param groups how many Entra ID security groups may give access
 */
public record Plan(String id, String name, int deployments, int connections, int groups) {}
