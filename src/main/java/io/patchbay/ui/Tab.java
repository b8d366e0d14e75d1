package io.patchbay.ui;

/**
 * A tab that one module adds to a page of another.
 *
 * @param key by which the page that it leads to is known as open
 * @param label message key of its text
 * @param href where it leads, from the root of the portal
 */
public record Tab(String key, String label, String href) {}
