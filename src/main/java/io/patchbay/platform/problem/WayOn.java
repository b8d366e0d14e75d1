package io.patchbay.platform.problem;

/**
 * Where somebody goes on who could not do what they wanted.
 *
 * @param href from the root of the portal
 * @param label message key of the button
 */
public record WayOn(String href, String label) {}
